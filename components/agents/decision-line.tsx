"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { AuditEvent } from "@/lib/contracts/audit";
import { reasonOf } from "./decision-reason";
import type { PolicyNames } from "./policy-names";

interface DecisionLineProps {
  event: AuditEvent;
  policyNames: PolicyNames;
}

/** One recorded decision: what was asked, what was answered and why, with the way to its entry of the log. */
export function DecisionLine({ event, policyNames }: DecisionLineProps) {
  const t = useTranslations("agents.decisions");
  const reasons = useTranslations("decision.reasons");
  const policy = event.policy_id === null ? undefined : policyNames[event.policy_id];
  const reason = reasonOf(event.entry);
  const why = [
    ...(reason === null || (reason === "policy" && policy) ? [] : [reasons(reason)]),
    ...(policy === undefined ? [] : [policy]),
  ];
  const code = (words: ReactNode) => (
    <code key="action" className="text-ink text-sm">
      {words}
    </code>
  );
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 px-4 py-2 sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
      <span className="justify-self-start">
        {event.effect ? <EffectBadge effect={event.effect} size="sm" /> : null}
      </span>
      <span className="order-first col-span-2 min-w-0 sm:order-none sm:col-span-1">
        <span className="block break-words text-ink-muted sm:truncate">
          {event.resource_type
            ? t.rich("on", {
                action: event.action ?? "",
                code,
                resource: event.resource_type.replace(/_/g, " "),
              })
            : code(event.action)}
        </span>
        <span className="block break-words text-ink-faint sm:truncate text-sm">{why.join(" · ")}</span>
      </span>
      <TextLink href={`/audit?entry=${event.seq}`} className="justify-self-end font-normal text-sm">
        <span className="sr-only">{t("entry", { seq: event.seq })} </span>
        <Time at={event.time} />
      </TextLink>
    </li>
  );
}
