import { Fragment, type ReactNode } from "react";
import { useLocale, useTranslations } from "#i18n";
import { PageHeader } from "@/components/ui/page-header";
import type { Translator } from "@/lib/i18n/translator";
import { MethodBadge } from "./method-badge";
import type { ApiOperation, OperationDocument } from "./operation-groups";
import { type JsonSchema, type SchemaField, schemaFields, typeWords } from "./schema-fields";

/** Everything that one operation takes and answers. */
export function OperationDetails({ method, path, operation }: ApiOperation) {
  const t = useTranslations("api-reference");
  const permissions = operation["x-permissions"] ?? [];
  const statuses = Object.keys(operation.responses);
  const success = statuses.find((status) => status.startsWith("2")) ?? "200";
  const [answerType, answer] = Object.entries(operation.responses[success]?.content ?? {})[0] ?? [];
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return (
    <>
      <PageHeader
        title={operation.summary}
        breadcrumbs={[{ label: t("title"), href: "/docs/api" }, { label: operation.operationId }]}
      />
      <main className="flex max-w-3xl flex-col gap-5">
        <p className="flex min-w-0 items-center gap-2">
          <MethodBadge method={method} />
          <code className="min-w-0 break-all font-mono text-ink">{path}</code>
        </p>
        <p className="text-ink-muted">
          {permissions.length > 0
            ? t.rich("needs", { list: () => <Permissions key="list" names={permissions} /> })
            : t("needsAny")}
        </p>
        <Fields
          title={t("parameters")}
          fields={operation.parameters.map((parameter) => parameterField(parameter, t))}
        />
        {body ? <SchemaSection title={t("body")} schema={body} /> : null}
        {answer ? (
          <SchemaSection title={t("answer", { status: success })} schema={answer.schema} type={answerType} />
        ) : (
          <p className="text-ink-muted">{t("answersEmpty", { status: success })}</p>
        )}
        <p className="text-ink-muted">
          {t.rich("problems", {
            list: statuses.filter((status) => status !== success).join(", "),
            statuses: (words) => (
              <span key="statuses" className="num">
                {words}
              </span>
            ),
          })}
        </p>
      </main>
    </>
  );
}

/** One of them is enough. */
function Permissions({ names }: { names: readonly string[] }) {
  const format = new Intl.ListFormat(useLocale(), { type: "disjunction" });
  return format
    .formatToParts(names)
    .map(({ type, value }) => (type === "element" ? <Fragment key={value}>{code(value)}</Fragment> : value));
}

const code = (words: ReactNode) => (
  <code key="code" className="font-mono text-ink">
    {words}
  </code>
);

const PLACES = ["path", "query", "header", "cookie"] as const;

const parameterField = (
  parameter: OperationDocument["parameters"][number],
  t: Translator<"api-reference">,
): SchemaField => {
  const [field] = schemaFields({ properties: { [parameter.name]: parameter.schema } }, t);
  const place = PLACES.find((name) => name === parameter.in);
  return {
    name: parameter.name,
    type: field?.type ?? "",
    required: parameter.required ?? false,
    note: [place && t(`in.${place}`), field?.note].filter(Boolean).join(", "),
    meaning: parameter.description ?? field?.meaning ?? "",
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
  const t = useTranslations("api-reference");
  const fields = schemaFields(schema, t);
  if (fields.length > 0) return <Fields title={title} fields={fields} />;
  const words = type === undefined || type === "application/json" ? typeWords(schema, t) : type;
  return <p className="text-ink-muted text-sm">{t.rich("schema", { title, name: words, type: code })}</p>;
}

function Fields({ title, fields }: { title: string; fields: readonly SchemaField[] }) {
  const t = useTranslations("api-reference");
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
                <span className="ml-1.5 font-sans text-negative-ink text-xs">{t("required")}</span>
              ) : null}
            </dt>
            <dd className="min-w-0 break-words sm:basis-2/3">
              {field.meaning === "" ? null : (
                <p lang="en" className="text-ink">
                  {field.meaning}
                </p>
              )}
              <span className="text-ink-muted">{field.type}</span>
              {field.note === "" ? null : <span className="text-ink-faint"> · {field.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
