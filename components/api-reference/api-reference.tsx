import { Wordmark } from "@/components/shell/wordmark";
import { CodeBlock } from "@/components/ui/code-block";
import { Page, PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import { openApiDocument } from "@/lib/contracts/openapi";
import { ApiOperation, type ApiOperationProps } from "./api-operation";

interface ApiReferenceProps {
  baseUrl: string;
}

/** The API as people read it, made from the same document that programs get at /api/v1/openapi.json. */
export function ApiReference({ baseUrl }: ApiReferenceProps) {
  const groups = operationGroups();
  return (
    <Page className="flex flex-col gap-6">
      <TextLink href="/" className="w-fit no-underline">
        <Wordmark />
      </TextLink>
      <PageHeader
        title="API reference"
        description={
          <>
            Every operation, made from the definitions that the server itself runs on. Programs read{" "}
            <TextLink href="/api/v1/openapi.json" prefetch={false}>
              the OpenAPI 3.1 document
            </TextLink>
            .
          </>
        }
      />
      <CodeBlock title="A decision" label="Example of a decision" code={example(baseUrl)} />
      <p className="max-w-prose text-ink-muted">
        Send an API key in <code className="font-mono text-ink">X-Kynara-Key</code> or as a bearer token.
        Lists go on while <code className="font-mono text-ink">next_cursor</code> is not null. Every error is
        a problem document (RFC 9457) with a <code className="font-mono text-ink">code</code> and the id of
        the request.
      </p>
      <nav aria-label="Parts of the API" className="flex flex-wrap gap-x-4 gap-y-2">
        {groups.map(({ tag }) => (
          <TextLink key={tag} href={`#${anchorOf(tag)}`}>
            {tag}
          </TextLink>
        ))}
      </nav>
      <main className="flex flex-col gap-8">
        {groups.map(({ tag, operations }) => (
          <section key={tag} aria-labelledby={anchorOf(tag)} className="flex flex-col gap-2">
            <h2 id={anchorOf(tag)} className="scroll-mt-4 font-semibold text-ink text-xl">
              {tag}
            </h2>
            <div className="overflow-hidden rounded-lg border border-line bg-surface">
              {operations.map((operation) => (
                <ApiOperation key={operation.operation.operationId} {...operation} />
              ))}
            </div>
          </section>
        ))}
      </main>
    </Page>
  );
}

const anchorOf = (tag: string) => tag.toLowerCase().replace(/[^a-z0-9]+/g, "-");

interface Group {
  tag: string;
  operations: ApiOperationProps[];
}

let made: Group[] | undefined;

/** Grouped once per process: the endpoints never change while it runs. */
function operationGroups(): Group[] {
  if (made) return made;
  const { paths } = openApiDocument(ENDPOINTS, { baseUrl: "", version: "" }) as {
    paths: Record<string, Record<string, ApiOperationProps["operation"]>>;
  };
  const groups = new Map<string, ApiOperationProps[]>();
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const tag = operation.tags[0] ?? "Other";
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  }
  made = [...groups].map(([tag, operations]) => ({ tag, operations }));
  return made;
}

const example = (baseUrl: string) => `curl ${baseUrl}/api/v1/decisions/check \\
  -H "X-Kynara-Key: $KYNARA_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"action": "ehr.read", "resource": {"type": "patient_record", "id": "p-100", "attrs": {"record_type": "diagnosis"}}}'`;
