import { Callout } from "@/components/ui/callout";
import { Time } from "@/components/ui/time";
import type { Tone } from "@/components/ui/tone";
import type { Approval, ApprovalState } from "@/lib/contracts/approvals";
import { outcomeText } from "./request-words";

const TONES: Readonly<Record<ApprovalState, Tone>> = {
  pending: "info",
  approved: "positive",
  consumed: "positive",
  denied: "negative",
  expired: "neutral",
  cancelled: "neutral",
};

function meaning({ state, subject, resolved_by }: Approval): string {
  switch (state) {
    case "approved":
      return `${subject.name} has not used it yet.`;
    case "consumed":
      return `${subject.name} has done it.`;
    case "denied":
      return `${subject.name} was refused.`;
    case "expired":
      return resolved_by
        ? "It was approved, but not used in time."
        : "Nobody decided in time, so it counts as denied.";
    default:
      return `${subject.name} is not waiting any more.`;
  }
}

/** How it ended, by whom, and what that means for the agent. */
export function Outcome({ approval }: { approval: Approval }) {
  return (
    <Callout tone={TONES[approval.state]} title={outcomeText(approval)} live>
      <p>
        {meaning(approval)}{" "}
        {approval.resolved_at ? <Time at={approval.resolved_at} format="datetime" /> : null}
      </p>
      {approval.reason === "" ? null : <p className="pt-1 text-ink">“{approval.reason}”</p>}
    </Callout>
  );
}
