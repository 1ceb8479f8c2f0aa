import { EffectBadge } from "@/components/decision/effect-badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Agent } from "@/lib/contracts/agents";
import { formatCount } from "../ui/format-number";
import type { AgentPowers } from "./agent-powers";
import { MODE_WORDS } from "./agent-words";

interface AgentPowersCardProps {
  agent: Agent;
  powers: AgentPowers;
  /** Null where the reader may not see policies. */
  canSeePolicies: boolean;
}

const EFFECT_LABELS = { allow: "Allow", deny: "Deny", require_approval: "Ask a person" } as const;

/** Who it is, what its roles permit, which rules then decide, and what is left: in the order of the decision. */
export function AgentPowersCard({ agent, powers, canSeePolicies }: AgentPowersCardProps) {
  return (
    <Card aria-labelledby="powers">
      <CardHeader
        id="powers"
        title="What it may do"
        description="In the order in which a request is judged. The first that says no ends it."
      />
      <CardBody className="flex flex-col gap-5">
        <Step title="First, the gates">
          <p>
            {agent.status === "disabled" ? (
              <strong className="font-semibold text-negative-ink">
                It is switched off: everything is denied.{" "}
              </strong>
            ) : null}
            {MODE_WORDS[agent.mode].meaning}
          </p>
          {agent.daily_action_budget === null ? null : (
            <p>
              After {formatCount(agent.daily_action_budget)} allowed actions in one day everything is denied
              until midnight UTC.
            </p>
          )}
        </Step>
        <Step title="Then, its roles">
          {powers.roles.length === 0 ? <p>It has no role, so everything is denied.</p> : null}
          <ul className="flex flex-col gap-1">
            {powers.roles.map((role) => (
              <li key={role.name}>
                <span className="font-medium text-ink">{role.displayName}</span>{" "}
                {role.permits.length === 0
                  ? "permits agents nothing."
                  : `permits ${role.permits.join("; ")}.`}
              </li>
            ))}
          </ul>
          <p>When it acts for a person, that person’s roles have to permit the same.</p>
        </Step>
        {canSeePolicies ? <Rules powers={powers} /> : null}
      </CardBody>
    </Card>
  );
}

function Rules({ powers }: { powers: AgentPowers }) {
  return (
    <Step title="Last, the first policy that matches">
      {powers.policies.length === 0 ? (
        <p>No policy covers what it may ask for, so everything is denied.</p>
      ) : (
        <>
          <ol className="flex flex-col divide-y divide-line rounded-lg border border-line">
            {powers.policies.map((policy) => (
              <li key={policy.id} className="flex flex-col gap-1 px-3 py-2.5 sm:flex-row sm:gap-3">
                <span className="shrink-0 sm:w-32">
                  <EffectBadge effect={policy.effect} size="sm" label={EFFECT_LABELS[policy.effect]} />
                </span>
                <span className="flex min-w-0 flex-col gap-0.5">
                  <span className="text-ink">{policy.sentence}</span>
                  <span className="text-sm">
                    <TextLink href={`/policies/${policy.id}`}>{policy.name}</TextLink>
                    <span className="num text-ink-faint"> · priority {policy.priority}</span>
                  </span>
                </span>
              </li>
            ))}
          </ol>
          <p>Whatever none of them covers is denied.</p>
        </>
      )}
    </Step>
  );
}

function Step({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-2 text-ink-muted">
      <h3 className="font-semibold text-ink text-sm">{title}</h3>
      {children}
    </section>
  );
}
