"use client";

import Link from "next/link";
import type { MouseEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Countdown, Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";
import { useInbox, useVoteUnderWay } from "./inbox-context";
import { patientFacts } from "./patient-facts";
import { requestTitle } from "./request-words";
import { RiskBadges } from "./risk-badges";
import { quorumText, riskMarks } from "./risk-marks";
import { RowVote } from "./row-vote";
import { StateBadge } from "./state-badge";

interface RequestRowProps {
  approval: Approval;
  selected: boolean;
  /** True: it was opened beside the list, so the link is not followed. */
  onOpen: (event: MouseEvent<HTMLAnchorElement>) => void;
}

/** One request in the list: what, whose, who asks, how long. A decided one stays where it was, greyed. */
export function RequestRow({ approval, selected, onOpen }: RequestRowProps) {
  const { viewer } = useInbox();
  const underWay = useVoteUnderWay(approval.id);
  const isOpen = approval.state === "pending";
  const patient = patientFacts(approval);
  const second = patient.identifiers[0];
  return (
    <li className="relative border-line border-b">
      <Link
        href={`/inbox/${approval.id}`}
        data-request={approval.id}
        aria-current={selected ? "true" : undefined}
        onClick={onOpen}
        prefetch={false}
        className={cn(
          "flex flex-col gap-1 px-4 py-3 -outline-offset-2 transition-colors duration-fast hover:bg-hover",
          selected && "lg:bg-accent-soft lg:shadow-[inset_3px_0_0_var(--c-accent)] lg:hover:bg-accent-soft",
          !isOpen && "bg-sunken",
        )}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span
            className={cn("min-w-0 truncate font-semibold text-lg lg:text-base", !isOpen && "text-ink-muted")}
          >
            {requestTitle(approval)}
          </span>
          {isOpen ? (
            <Countdown until={approval.expires_at} className="text-ink-muted text-sm" />
          ) : (
            <Time at={approval.resolved_at ?? approval.created_at} className="text-ink-faint text-sm" />
          )}
        </span>
        <span className={cn("truncate text-base", isOpen ? "text-ink" : "text-ink-muted")}>
          {patient.name}
          {second ? (
            <span className="text-ink-faint">
              {" "}
              · {second.label} {second.value}
            </span>
          ) : null}
          {patient.isKnown ? null : <span className="text-caution-ink"> · not in the directory</span>}
        </span>
        <span className="truncate text-ink-muted text-sm">
          {approval.subject.name}
          {approval.on_behalf_of ? ` for ${approval.on_behalf_of.name}` : ""}
        </span>
        {isOpen ? (
          <RiskBadges marks={riskMarks(approval, viewer.unit)} quorum={quorumText(approval)} />
        ) : (
          <span className="flex min-w-0">
            <StateBadge approval={approval} />
          </span>
        )}
      </Link>
      {underWay ? <RowVote id={approval.id} vote={underWay} /> : null}
    </li>
  );
}
