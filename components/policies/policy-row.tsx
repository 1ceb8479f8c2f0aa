import Link from "next/link";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { PolicyView } from "@/lib/contracts/policies";
import { fieldTexts } from "./document/policy-members";

export const EFFECT_VERBS = { allow: "Allow", deny: "Deny", require_approval: "Require approval" } as const;

const ACTIONS_SHOWN = 4;

/** One policy: when it is looked at, what it does, and its sentence. */
export function PolicyRow({ policy }: { policy: PolicyView }) {
  const actions = fieldTexts(policy.document.actions);
  return (
    <li className="relative grid min-w-0 grid-cols-[3.25rem_minmax(0,1fr)] items-start gap-x-3 px-4 py-3.5 transition-colors duration-fast hover:bg-hover sm:grid-cols-[3.25rem_9rem_minmax(0,1fr)]">
      <span
        title="Priority: the lowest number is looked at first"
        className="num flex h-6 items-center justify-center rounded-md border border-line bg-sunken font-medium text-ink-muted text-sm"
      >
        <span className="sr-only">Priority </span>
        {policy.priority}
      </span>
      <span className="flex h-6 items-center">
        <EffectBadge effect={policy.effect} label={EFFECT_VERBS[policy.effect]} />
      </span>
      <div className="col-span-2 flex min-w-0 flex-col gap-1.5 pt-2 sm:col-span-1 sm:pt-0">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/policies/${policy.id}`}
            className="min-w-0 break-words rounded-xs font-semibold text-base text-ink leading-6 after:absolute after:inset-0 hover:underline"
          >
            {policy.display_name}
          </Link>
          {policy.enabled ? null : <Badge appearance="outline">Disabled</Badge>}
        </div>
        <p className="max-w-prose break-words text-ink-muted">{policy.sentence}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-faint text-xs">
          <span className="flex min-w-0 flex-wrap gap-1">
            {actions.slice(0, ACTIONS_SHOWN).map((action) => (
              <code
                key={action}
                className="max-w-full truncate rounded-sm border border-line bg-sunken px-1 py-px text-ink-muted"
              >
                {action}
              </code>
            ))}
            {actions.length > ACTIONS_SHOWN ? <span>and {actions.length - ACTIONS_SHOWN} more</span> : null}
          </span>
          <span className="num">Version {policy.version}</span>
          <Time at={policy.updated_at} />
        </p>
      </div>
    </li>
  );
}
