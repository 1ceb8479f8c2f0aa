import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { type JsonSchema, type SchemaField, schemaFields, typeWords } from "./schema-fields";

export interface OperationDocument {
  operationId: string;
  summary: string;
  tags: readonly string[];
  "x-permissions"?: readonly string[];
  parameters: readonly {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema: JsonSchema;
  }[];
  requestBody?: { required: boolean; content: Readonly<Record<string, { schema: JsonSchema }>> };
  responses: Readonly<
    Record<string, { $ref?: string; content?: Readonly<Record<string, { schema: JsonSchema }>> }>
  >;
}

export interface ApiOperationProps {
  method: string;
  path: string;
  operation: OperationDocument;
}

const METHOD_TONE: Readonly<Record<string, Tone>> = {
  get: "info",
  post: "positive",
  put: "caution",
  patch: "caution",
  delete: "negative",
};

/** One operation of the API: folded, what it is for; unfolded, everything it takes and answers. */
export function ApiOperation({ method, path, operation }: ApiOperationProps) {
  const permissions = operation["x-permissions"] ?? [];
  const statuses = Object.keys(operation.responses);
  const success = statuses.find((status) => status.startsWith("2")) ?? "200";
  const [answerType, answer] = Object.entries(operation.responses[success]?.content ?? {})[0] ?? [];
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return (
    <details id={operation.operationId} className="group scroll-mt-4 border-line border-b last:border-b-0">
      <summary className="flex cursor-pointer list-none flex-col gap-1 px-4 py-3 hover:bg-hover sm:flex-row sm:items-baseline sm:gap-3">
        <span className="flex min-w-0 items-center gap-2 sm:basis-1/2">
          <Badge tone={METHOD_TONE[method] ?? "neutral"} className="w-16 justify-center">
            {method.toUpperCase()}
          </Badge>
          <code className="min-w-0 break-all font-mono text-ink text-sm">{path}</code>
        </span>
        <span className="min-w-0 text-ink-muted text-sm sm:basis-1/2">{operation.summary}</span>
      </summary>
      <div className="flex flex-col gap-4 px-4 pt-1 pb-5">
        <p className="text-ink-muted text-sm">
          {permissions.length > 0 ? (
            <>
              Needs <code className="font-mono text-ink">{permissions.join(" or ")}</code>.
            </>
          ) : (
            "Needs any valid key or session."
          )}
        </p>
        <Fields title="Parameters" fields={operation.parameters.map(parameterField)} />
        {body ? <SchemaSection title="Body" schema={body} /> : null}
        {answer ? (
          <SchemaSection title={`Answer ${success}`} schema={answer.schema} type={answerType} />
        ) : (
          <p className="text-ink-muted text-sm">Answers {success} without a body.</p>
        )}
        <p className="text-ink-muted text-sm">
          Problems: <span className="num">{statuses.filter((status) => status !== success).join(", ")}</span>
        </p>
      </div>
    </details>
  );
}

const parameterField = (parameter: OperationDocument["parameters"][number]): SchemaField => {
  const [field] = schemaFields({ properties: { [parameter.name]: parameter.schema } });
  return {
    name: parameter.name,
    type: field?.type ?? "",
    required: parameter.required ?? false,
    note: [`in the ${parameter.in}`, parameter.description ?? field?.note].filter(Boolean).join(", "),
  };
};

function SchemaSection({
  title,
  schema,
  type,
}: {
  title: string;
  schema: JsonSchema;
  type?: string | undefined;
}) {
  const fields = schemaFields(schema);
  if (fields.length > 0) return <Fields title={title} fields={fields} />;
  const words = type === undefined || type === "application/json" ? typeWords(schema) : type;
  return (
    <p className="text-ink-muted text-sm">
      {title}: <code className="font-mono text-ink">{words}</code>
    </p>
  );
}

function Fields({ title, fields }: { title: string; fields: readonly SchemaField[] }) {
  if (fields.length === 0) return null;
  return (
    <section className="flex flex-col gap-1.5">
      <h4 className="font-medium text-ink text-sm">{title}</h4>
      <dl className="divide-y divide-line rounded-md border border-line text-sm">
        {fields.map((field) => (
          <div key={field.name} className="flex flex-col gap-x-4 gap-y-0.5 px-3 py-1.5 sm:flex-row">
            <dt className="min-w-0 break-all font-mono text-ink sm:basis-1/3">
              {field.name}
              {field.required ? (
                <span className="ml-1.5 font-sans text-negative-ink text-xs">required</span>
              ) : null}
            </dt>
            <dd className="min-w-0 break-words text-ink-muted sm:basis-2/3">
              {field.type}
              {field.note === "" ? null : <span className="text-ink-faint"> · {field.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
