import { Hourglass } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Countdown } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";
import { purposeText, requestTitle } from "./request-words";
import { quorumText } from "./risk-marks";

interface RequestHeadingProps {
  approval: Approval;
  place: "pane" | "page";
  quorumShown: boolean;
}

/** What is asked, who asks, why, and how long there is: the five seconds' worth. */
export function RequestHeading({ approval, place, quorumShown }: RequestHeadingProps) {
  const Heading = place === "page" ? "h1" : "h2";
  const quorum = quorumShown ? quorumText(approval) : null;
  return (
    <header className="flex flex-col gap-1.5">
      <Heading
        id={`${approval.id}-title`}
        tabIndex={-1}
        className="min-w-0 break-words font-semibold text-2xl text-ink outline-none lg:text-3xl"
      >
        {requestTitle(approval)}
      </Heading>
      <p className="text-ink-muted text-lg">
        <strong className="font-medium text-ink">{approval.subject.name}</strong> asks
        {approval.on_behalf_of ? (
          <>
            {" "}
            for <strong className="font-medium text-ink">{approval.on_behalf_of.name}</strong>
          </>
        ) : null}
      </p>
      <p className="text-ink-muted text-lg">
        Why:{" "}
        <strong className="font-medium text-ink">
          {purposeText(approval.context) ?? "no purpose given"}
        </strong>
      </p>
      {approval.state === "pending" ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-muted text-lg">
          <span className="flex items-center gap-1.5">
            <Hourglass aria-hidden className="size-4 text-ink-faint" />
            <span className="sr-only">Time left:</span>
            <Countdown until={approval.expires_at} className="min-w-11 font-semibold text-ink" />
            <span className="-ml-1.5">, then it counts as denied</span>
          </span>
          {quorum ? <Badge tone="info">{quorum} so far</Badge> : null}
        </div>
      ) : null}
    </header>
  );
}
