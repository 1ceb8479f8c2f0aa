import { CircleCheck, OctagonX } from "lucide-react";
import { useTranslations } from "#i18n";
import { Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";

/** Who has voted, how, and why. */
export function VoteList({ approval, level }: { approval: Approval; level: 2 | 3 }) {
  const t = useTranslations("inbox.votes");
  if (approval.votes.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={`${approval.id}-votes`} className="flex flex-col gap-2">
      <Heading id={`${approval.id}-votes`} className="font-semibold text-base">
        {t("title")}
      </Heading>
      <ul className="flex flex-col gap-2">
        {approval.votes.map((vote) => (
          <li
            key={vote.user.id + vote.stage}
            className="flex items-start gap-2.5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0"
          >
            {vote.vote === "approve" ? (
              <CircleCheck aria-hidden className="text-positive-ink" />
            ) : (
              <OctagonX aria-hidden className="text-negative-ink" />
            )}
            <p className="min-w-0 break-words">
              {t.rich(vote.vote, {
                person: vote.user.name,
                strong: (words) => <strong className="font-medium">{words}</strong>,
                time: () => <Time at={vote.created_at} className="text-ink-muted" />,
              })}
              {vote.reason === "" ? null : <q className="block text-ink-muted">{vote.reason}</q>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
