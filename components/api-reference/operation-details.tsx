import { PageHeader } from "@/components/ui/page-header";
import { MethodBadge } from "./method-badge";
import type { ApiOperation, OperationDocument } from "./operation-groups";
import { type JsonSchema, type SchemaField, schemaFields, typeWords } from "./schema-fields";

/** Everything that one operation takes and answers. */
export function OperationDetails({ method, path, operation }: ApiOperation) {
  const permissions = operation["x-permissions"] ?? [];
  const statuses = Object.keys(operation.responses);
  const success = statuses.find((status) => status.startsWith("2")) ?? "200";
  const [answerType, answer] = Object.entries(operation.responses[success]?.content ?? {})[0] ?? [];
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return (
    <>
      <PageHeader
        title={operation.summary}
        breadcrumbs={[{ label: "API reference", href: "/docs/api" }, { label: operation.operationId }]}
      />
      <main className="flex max-w-3xl flex-col gap-5">
        <p className="flex min-w-0 items-center gap-2">
          <MethodBadge method={method} />
          <code className="min-w-0 break-all font-mono text-ink">{path}</code>
        </p>
        <p className="text-ink-muted">
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
          <p className="text-ink-muted">Answers {success} without a body.</p>
        )}
        <p className="text-ink-muted">
          Problems: <span className="num">{statuses.filter((status) => status !== success).join(", ")}</span>
        </p>
      </main>
    </>
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
      <h2 className="font-medium text-ink text-sm">{title}</h2>
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
