import { CircleCheck, OctagonX } from "lucide-react";
import { useTranslations } from "#i18n";
import { actionTitle } from "@/components/inbox/request-words";
import { StateBadge } from "@/components/inbox/state-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { OwnVote } from "@/lib/contracts/overview";

/** What this person decided lately, and what became of it: it stands under their name. */
export function OwnVotesCard({ votes }: { votes: readonly OwnVote[] }) {
  const t = useTranslations("overview.ownVotes");
  return (
    <Card aria-labelledby="own-votes">
      <CardHeader
        id="own-votes"
        title={t("title")}
        actions={
          <TextLink href="/inbox?tab=history" className="text-sm">
            {t("history")}
          </TextLink>
        }
      />
      {votes.length === 0 ? (
        <p className="px-4 py-4 text-ink-muted">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {votes.map((vote) => (
            <Vote key={vote.id} vote={vote} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Vote({ vote }: { vote: OwnVote }) {
  const t = useTranslations("overview.ownVotes");
  const words = useTranslations("inbox.words");
  const becameOf = afterwards(vote);
  const isApproval = vote.vote === "approve";
  const Icon = isApproval ? CircleCheck : OctagonX;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 ${isApproval ? "text-positive-ink" : "text-negative-ink"}`}
      />
      <span>
        <TextLink href={`/inbox/${vote.id}`} className="block truncate">
          {actionTitle(vote.action, vote.resource_type, vote.record_type, words)}
        </TextLink>
        <span className="block text-ink-faint text-sm">
          {t.rich(isApproval ? "approved" : "denied", {
            agent: vote.subject_name,
            time: () => <Time key="time" at={vote.voted_at} />,
          })}
        </span>
      </span>
      <span className="col-start-2 sm:col-start-3 sm:row-start-1">
        {becameOf === null ? null : <StateBadge approval={vote} label={t(`became.${becameOf}`)} />}
      </span>
    </li>
  );
}

type Aftermath = "waits" | "unused" | "used" | "expired" | "lapsed" | "denied" | "withdrawn";

/** What became of the request after the vote; null where the vote itself ended it. */
function afterwards({ vote, state, resolved_by }: OwnVote): Aftermath | null {
  switch (state) {
    case "pending":
      return "waits";
    case "approved":
      return "unused";
    case "consumed":
      return "used";
    case "expired":
      // Approved, but its agent did not come for it; or never approved by enough people.
      return resolved_by ? "expired" : "lapsed";
    case "cancelled":
      return "withdrawn";
    case "denied":
      return vote === "deny" ? null : "denied";
  }
}
