import Link from "next/link";
import { useLocale, useTranslations } from "#i18n";
import { Wordmark } from "@/components/shell/wordmark";
import { CodeBlock } from "@/components/ui/code-block";
import { Page, PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { MethodBadge } from "./method-badge";
import { operationGroups } from "./operation-groups";

interface ApiReferenceProps {
  baseUrl: string;
}

/** The API as people read it, made from the same document that programs get at /api/v1/openapi.json. */
export function ApiReference({ baseUrl }: ApiReferenceProps) {
  const t = useTranslations("api-reference");
  const language = useLocale();
  const groups = operationGroups();
  return (
    <Page>
      <main className="flex flex-col gap-6">
        <TextLink href="/" className="w-fit no-underline">
          <Wordmark />
        </TextLink>
        <PageHeader
          title={t("title")}
          description={t.rich("description", {
            link: (words) => (
              <TextLink key="document" href="/api/v1/openapi.json" prefetch={false}>
                {words}
              </TextLink>
            ),
          })}
        />
        <CodeBlock title={t("example.title")} label={t("example.label")} code={example(baseUrl)} />
        <p className="max-w-prose text-ink-muted">
          {t.rich("basics", {
            code: (words) => (
              <code key={String(words)} className="font-mono text-ink">
                {words}
              </code>
            ),
          })}
        </p>
        {language === "en-US" ? null : <p className="max-w-prose text-ink-muted">{t("english")}</p>}
        <nav aria-label={t("parts")} className="flex flex-wrap gap-x-4 gap-y-2">
          {groups.map(({ tag }) => (
            <TextLink key={tag} href={`#${anchorOf(tag)}`}>
              <span lang="en">{tag}</span>
            </TextLink>
          ))}
        </nav>
        <div className="flex flex-col gap-8">
          {groups.map(({ tag, operations }) => (
            <section key={tag} lang="en" aria-labelledby={anchorOf(tag)} className="flex flex-col gap-2">
              <h2 id={anchorOf(tag)} className="scroll-mt-4 font-semibold text-ink text-xl">
                {tag}
              </h2>
              <div className="overflow-hidden rounded-lg border border-line bg-surface">
                {operations.map(({ method, path, operation }) => (
                  <Link
                    key={operation.operationId}
                    href={`/docs/api/${operation.operationId}`}
                    prefetch={false}
                    className="flex flex-col gap-1 border-line border-b px-4 py-3 last:border-b-0 hover:bg-hover focus-visible:-outline-offset-2 sm:flex-row sm:items-baseline sm:gap-3"
                  >
                    <span className="flex min-w-0 items-center gap-2 sm:basis-1/2">
                      <MethodBadge method={method} />
                      <code className="min-w-0 break-all font-mono text-ink text-sm">{path}</code>
                    </span>
                    <span className="min-w-0 text-ink-muted text-sm sm:basis-1/2">{operation.summary}</span>
                  </Link>
                ))}
              </div>
            </section>
          ))}
        </div>
      </main>
    </Page>
  );
}

const anchorOf = (tag: string) => tag.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const example = (baseUrl: string) => `curl ${baseUrl}/api/v1/decisions/check \\
  -H "X-Kynara-Key: $KYNARA_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"action": "ehr.read", "resource": {"type": "patient_record", "id": "p-100", "attrs": {"record_type": "diagnosis"}}}'`;
