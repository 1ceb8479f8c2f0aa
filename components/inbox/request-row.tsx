"use client";

import Link from "next/link";
import { type MouseEvent, memo } from "react";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { Countdown, Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";
import { useInbox, useVoteUnderWay } from "./inbox-context";
import { requestTitle } from "./request-words";
import { RiskBadges } from "./risk-badges";
import { quorumText, riskMarks } from "./risk-marks";
import { StateBadge } from "./state-badge";
import { usePatientFacts } from "./use-patient-facts";
import { useSecondsLeft } from "./use-seconds-left";
import type { VoteUnderWay } from "./votes-under-way";

interface RequestRowProps {
  approval: Approval;
  selected: boolean;
  /** Prevents the default where it opens it beside the list, so that the link is not followed. */
  onOpen: (approval: Approval, event: MouseEvent<HTMLAnchorElement>) => void;
}

/**
 * One request in the list: what, whose, who asks, how long. A decided one stays where it was, greyed. Going through the
 * list draws the two rows that change, not all.
 */
export const RequestRow = memo(function RequestRow({ approval, selected, onOpen }: RequestRowProps) {
  const { viewer } = useInbox();
  const t = useTranslations("inbox.row");
  const heading = useTranslations("inbox.heading");
  const risks = useTranslations("inbox.risks");
  const words = useTranslations("inbox.words");
  const isOpen = approval.state === "pending";
  const patient = usePatientFacts(approval);
  const second = patient.identifiers[0];
  const agent = approval.subject.name;
  const person = approval.on_behalf_of?.name;
  return (
    <li className="border-line border-b">
      <Link
        href={`/inbox/${approval.id}`}
        data-request={approval.id}
        aria-current={selected ? "true" : undefined}
        onClick={(event) => onOpen(approval, event)}
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
            {requestTitle(approval, words)}
          </span>
          <RowTime approval={approval} />
        </span>
        <span className={cn("truncate text-base", isOpen ? "text-ink" : "text-ink-muted")}>
          {patient.name}
          {second ? (
            <span className="text-ink-faint">
              {" "}
              · {second.label} {second.value}
            </span>
          ) : null}
          {patient.isKnown ? null : <span className="text-caution-ink"> · {t("notInDirectory")}</span>}
        </span>
        <span className="truncate text-ink-muted text-sm">
          {person === undefined ? agent : t("asksFor", { agent, person })}
        </span>
        {isOpen ? (
          <RiskBadges
            marks={riskMarks(approval, viewer.unit, risks)}
            quorum={quorumText(approval, heading)}
          />
        ) : (
          <span className="flex min-w-0">
            <StateBadge approval={approval} />
          </span>
        )}
      </Link>
    </li>
  );
});

/** How long there is, or where the reader's own approval stands: always one line in the same place. */
function RowTime({ approval }: { approval: Approval }) {
  const underWay = useVoteUnderWay(approval.id);
  if (approval.state !== "pending")
    return <Time at={approval.resolved_at ?? approval.created_at} className="text-ink-faint text-sm" />;
  return underWay ? (
    <RowVote vote={underWay} />
  ) : (
    <Countdown until={approval.expires_at} className="text-ink-muted text-sm" />
  );
}

function RowVote({ vote }: { vote: VoteUnderWay }) {
  const t = useTranslations("inbox.row");
  const seconds = useSecondsLeft(vote.kind === "counting" ? vote.endsAt : 0);
  return (
    <span
      className={cn(
        "num whitespace-nowrap font-medium text-sm",
        vote.kind === "failed" ? "text-negative-ink" : "text-positive-ink",
      )}
    >
      {vote.kind === "counting"
        ? t("counting", { seconds })
        : t(vote.kind === "failed" && vote.inDoubt ? "inDoubt" : vote.kind)}
    </span>
  );
}
