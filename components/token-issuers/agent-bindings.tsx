"use client";

import { Fingerprint } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { Agent } from "@/lib/contracts/agents";
import type { TokenBinding, TokenIssuer } from "@/lib/contracts/token-issuers";
import { AddBinding } from "./add-binding";
import { RemoveBinding } from "./remove-binding";

interface AgentBindingsProps {
  agent: Pick<Agent, "id" | "name">;
  bindings: readonly TokenBinding[];
  issuers: readonly TokenIssuer[];
  audience: string;
  canWrite: boolean;
  /** Whether a key of the agent works, so that it can ask without tokens too. */
  hasKey: boolean;
}

/** Whose tokens are the agent: which issuer makes them, and for which subject. */
export function AgentBindings(props: AgentBindingsProps) {
  const { agent, bindings, issuers, audience, canWrite, hasKey } = props;
  const t = useTranslations("agents.bindings");
  return (
    <Card aria-labelledby="bindings">
      <CardHeader
        id="bindings"
        title={t("title")}
        description={t("description")}
        actions={canWrite ? <AddBinding agent={agent} issuers={issuers} audience={audience} /> : null}
      />
      {bindings.length === 0 ? (
        <EmptyState
          size="inline"
          icon={<Fingerprint />}
          title={t("empty.title")}
          description={t("empty.text")}
        />
      ) : (
        <ul className="divide-y divide-line">
          {bindings.map((binding) => (
            <BindingRow
              key={binding.id}
              binding={binding}
              issuer={issuers.find(({ id }) => id === binding.issuer_id)}
              action={
                canWrite ? (
                  <RemoveBinding binding={binding} isLast={!hasKey && bindings.length === 1} />
                ) : null
              }
            />
          ))}
        </ul>
      )}
      <p className="border-line border-t px-4 py-2.5 text-sm">
        <TextLink href="/agents/issuers">{t("issuers")}</TextLink>
      </p>
    </Card>
  );
}

interface BindingRowProps {
  binding: TokenBinding;
  issuer: TokenIssuer | undefined;
  action: ReactNode;
}

function BindingRow({ binding, issuer, action }: BindingRowProps) {
  const t = useTranslations("agents.bindings");
  const claims = Object.entries(binding.claims).map(([name, value]) =>
    t("claim", { name, value: String(value) }),
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
      <span className="flex min-w-0 flex-1 basis-60 flex-col gap-0.5">
        <span className="break-words">
          {t.rich("sentence", {
            issuerName: issuer?.name ?? binding.issuer,
            subjectId: binding.subject,
            issuer: (words) => (
              <span key="issuer" title={binding.issuer} className="font-medium">
                {words}
              </span>
            ),
            subject: (words) => (
              <code key="subject" className="wrap-anywhere font-mono text-sm">
                {words}
              </code>
            ),
          })}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 text-ink-faint text-sm">
          {issuer?.disabled ? <Badge size="sm">{t("disabled")}</Badge> : null}
          {claims.length > 0 ? <span>{t("claims", { claims: claims.join(", ") })}</span> : null}
          <span>{t.rich("since", { time: () => <Time key="since" at={binding.created_at} /> })}</span>
        </span>
      </span>
      {action}
    </li>
  );
}
