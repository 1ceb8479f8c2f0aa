import { ShieldCheck } from "lucide-react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { TokenBinding, TokenIssuer } from "@/lib/contracts/token-issuers";
import { IssuerActions } from "./issuer-actions";

interface IssuerListProps {
  issuers: readonly TokenIssuer[];
  bindings: readonly TokenBinding[];
  agentNames: Readonly<Record<string, string>>;
  canWrite: boolean;
}

/** The identity providers whose tokens are believed, and whom each of them signs in. */
export function IssuerList({ issuers, bindings, agentNames, canWrite }: IssuerListProps) {
  const t = useTranslations("agents.issuers");
  if (issuers.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<ShieldCheck />}
          title={t("empty.title")}
          description={t(canWrite ? "empty.text" : "empty.forReader")}
        />
      </Card>
    );
  }
  return (
    <Card>
      <ul aria-label={t("title")} className="divide-y divide-line">
        {issuers.map((issuer) => {
          const own = bindings.filter((binding) => binding.issuer_id === issuer.id);
          return (
            <li key={issuer.id} className="flex flex-col gap-2 px-4 py-3">
              <div className="flex flex-col items-start justify-between gap-x-4 gap-y-2 sm:flex-row">
                <IssuerFacts issuer={issuer} />
                {canWrite ? <IssuerActions issuer={issuer} bound={own.length} /> : null}
              </div>
              <BoundSubjects bindings={own} agentNames={agentNames} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function IssuerFacts({ issuer }: { issuer: TokenIssuer }) {
  const t = useTranslations("agents.issuers");
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{issuer.name}</span>
        <Badge size="sm" tone={issuer.disabled ? "neutral" : "positive"} dot={!issuer.disabled}>
          {t(issuer.disabled ? "state.disabled" : "state.trusted")}
        </Badge>
      </span>
      <code className="break-all font-mono text-ink-muted text-sm">{issuer.issuer}</code>
      <span className="break-words text-ink-faint text-sm">
        {issuer.jwks_uri
          ? t.rich("keysAt", {
              uri: issuer.jwks_uri,
              address: (words) => (
                <code key="uri" className="break-all font-mono">
                  {words}
                </code>
              ),
            })
          : t("keysPasted", { count: issuer.jwks?.keys.length ?? 0 })}{" "}
        · {issuer.algorithms.join(", ")}
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-ink-faint text-sm">
        {t("audience.title")}
        <CopyableId id={issuer.audience} copyLabel={t("audience.copy")} />
      </span>
    </div>
  );
}

function BoundSubjects({ bindings, agentNames }: Pick<IssuerListProps, "bindings" | "agentNames">) {
  const t = useTranslations("agents.issuers");
  if (bindings.length === 0) return <p className="text-ink-muted text-sm">{t("signsInNobody")}</p>;
  return (
    <ul className="flex flex-col gap-1 text-ink-muted text-sm">
      {bindings.map((binding) => (
        <li key={binding.id} className="break-words">
          {t.rich("signsIn", {
            subjectId: binding.subject,
            agentName: agentNames[binding.agent_id] ?? binding.agent_id,
            subject: (words) => (
              <code key="subject" className="break-all font-mono text-ink">
                {words}
              </code>
            ),
            agent: (words) => (
              <TextLink key="agent" href={`/agents/${binding.agent_id}?view=connect`}>
                {words}
              </TextLink>
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
