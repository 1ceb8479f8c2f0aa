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
  const isApproval = vote.vote === "approve";
  const Icon = isApproval ? CircleCheck : OctagonX;
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isApproval ? "text-positive-ink" : "text-negative-ink"}`}
      />
      <span className="min-w-0 flex-1">
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
      {isSettledByTheVote(vote) ? null : (
        <span className="shrink-0">
          <StateBadge approval={vote} />
        </span>
      )}
    </li>
  );
}

/** A denial ends a request: there is nothing more to tell than that this person denied it. */
const isSettledByTheVote = ({ vote, state }: OwnVote) => vote === "deny" && state === "denied";
