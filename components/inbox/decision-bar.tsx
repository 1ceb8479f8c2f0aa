"use client";

import { useLocale, useTranslations } from "#i18n";
import type { Approval } from "@/lib/contracts/approvals";
import { ApproveControls } from "./approve-controls";
import { BottomEdge } from "./bottom-edge";
import { useVoteUnderWay } from "./inbox-context";
import { rolesText } from "./request-words";
import { VoteFailure } from "./vote-failure";
import { VoteProgress } from "./vote-progress";

interface DecisionBarProps {
  approval: Approval;
  isPane: boolean;
  onDeny: () => void;
}

/** The decision and where it stands. */
export function DecisionBar({ approval, isPane, onDeny }: DecisionBarProps) {
  const t = useTranslations("inbox.decide");
  const underWay = useVoteUnderWay(approval.id);
  const isRunning = underWay?.kind === "counting" || underWay?.kind === "sending";
  return (
    <BottomEdge aria-label={t("region")} isPane={isPane}>
      <VoteFailure id={approval.id} />
      {isRunning ? (
        <VoteProgress id={approval.id} vote={underWay} />
      ) : approval.may_vote?.allowed === true ? (
        <ApproveControls key={approval.id} approval={approval} onDeny={onDeny} />
      ) : (
        <Barrier approval={approval} />
      )}
    </BottomEdge>
  );
}

/** Why the reader may not decide it: the server's sentence in English, that of its code in other languages. */
function Barrier({ approval }: { approval: Approval }) {
  const t = useTranslations("inbox.decide");
  const barriers = useTranslations("inbox.barriers");
  const words = useTranslations("inbox.words");
  const locale = useLocale();
  const { may_vote: may, approver_roles: roles } = approval;
  const translated =
    may?.barrier && !locale.startsWith("en")
      ? barriers(may.barrier, { roles: rolesText(roles, words, locale) })
      : may?.message;
  return <p className="text-ink-muted">{translated ?? t("onlyPeople")}</p>;
}
