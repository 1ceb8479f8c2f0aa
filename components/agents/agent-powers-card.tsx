import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Agent } from "@/lib/contracts/agents";
import type { AgentPowers } from "./agent-powers";
import { roleName } from "./role-name";

interface AgentPowersCardProps {
  agent: Agent;
  powers: AgentPowers;
  canSeePolicies: boolean;
}

/** Who it is, what its roles permit, which rules then decide, and what is left: in the order of the decision. */
export function AgentPowersCard({ agent, powers, canSeePolicies }: AgentPowersCardProps) {
  const t = useTranslations("agents");
  return (
    <Card aria-labelledby="powers">
      <CardHeader id="powers" title={t("powers.title")} description={t("powers.order")} />
      <CardBody className="flex flex-col gap-5">
        <Step title={t("powers.gates")}>
          <p>
            {agent.status === "disabled" ? (
              <strong className="font-semibold text-negative-ink">{t("powers.off")} </strong>
            ) : null}
            {t(`modes.${agent.mode}.meaning`)}
          </p>
          {agent.daily_action_budget === null ? null : (
            <p>{t("powers.budget", { budget: agent.daily_action_budget })}</p>
          )}
        </Step>
        <Step title={t("powers.roles")}>
          {powers.roles.length === 0 ? <p>{t("powers.noRole")}</p> : null}
          <ul className="flex flex-col gap-1">
            {powers.roles.map((role) => (
              <li key={role.name}>
                <RolePermits role={role} />
              </li>
            ))}
          </ul>
          <p>{t("powers.person")}</p>
        </Step>
        {canSeePolicies ? <Rules powers={powers} /> : null}
      </CardBody>
    </Card>
  );
}

function RolePermits({ role }: { role: AgentPowers["roles"][number] }) {
  const t = useTranslations("agents.powers");
  return role.permits.length === 0
    ? t.rich("permitsNothing", { role: roleName, name: role.displayName })
    : t.rich("permits", { role: roleName, name: role.displayName, what: role.permits.join("; ") });
}

function Rules({ powers }: { powers: AgentPowers }) {
  const t = useTranslations("agents.powers");
  return (
    <Step title={t("policies")}>
      {powers.policies.length === 0 ? (
        <p>{t("noPolicy")}</p>
      ) : (
        <>
          <ol className="flex flex-col divide-y divide-line rounded-lg border border-line">
            {powers.policies.map((policy) => (
              <li key={policy.id} className="flex flex-col gap-1 px-3 py-2.5 sm:flex-row sm:gap-3">
                <span className="shrink-0 sm:w-32">
                  <EffectBadge effect={policy.effect} size="sm" label={t(`effects.${policy.effect}`)} />
                </span>
                <span className="flex min-w-0 flex-col gap-0.5">
                  <span className="text-ink">{policy.sentence}</span>
                  <span className="text-sm">
                    <TextLink href={`/policies/${policy.id}`}>{policy.name}</TextLink>
                    <span className="num text-ink-faint">
                      {" "}
                      · {t("priority", { priority: policy.priority })}
                    </span>
                  </span>
                </span>
              </li>
            ))}
          </ol>
          <p>{t("rest")}</p>
        </>
      )}
    </Step>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 text-ink-muted">
      <h3 className="font-semibold text-ink text-sm">{title}</h3>
      {children}
    </section>
  );
}
