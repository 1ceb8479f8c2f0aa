import { CircleCheck, OctagonX } from "lucide-react";
import { Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";

/** Who has voted, how, and why. */
export function VoteList({ approval, level }: { approval: Approval; level: 2 | 3 }) {
  if (approval.votes.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={`${approval.id}-votes`} className="flex flex-col gap-2">
      <Heading id={`${approval.id}-votes`} className="font-semibold text-base">
        Votes
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
              <strong className="font-medium">{vote.user.name}</strong>{" "}
              {vote.vote === "approve" ? "approved" : "denied"},{" "}
              <Time at={vote.created_at} className="text-ink-muted" />
              {vote.reason === "" ? null : <span className="block text-ink-muted">“{vote.reason}”</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
