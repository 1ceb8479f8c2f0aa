import { CircleCheck, OctagonX, TimerOff } from "lucide-react";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";

/** Above this, a policy's time window counts instead of a number of uses. */
const COUNTED_USES = 1_000_000;

function permission({ uses_left, subject }: Approval): string {
  if (uses_left === 1) return `${subject.name} may do this once.`;
  if (uses_left < COUNTED_USES) return `${subject.name} may do this ${uses_left} times.`;
  return `${subject.name} may do this for a limited time, as often as it asks.`;
}

function onApprove(approval: Approval): string {
  const missing = approval.quorum - approval.approvals_in_stage;
  if (missing > 1) {
    return `Your approval counts as ${approval.approvals_in_stage + 1} of ${approval.quorum}. ${approval.subject.name} goes on waiting for the others.`;
  }
  if (approval.stage + 1 < approval.stages) {
    return `The request goes on to step ${approval.stage + 2} of ${approval.stages}. ${approval.subject.name} goes on waiting.`;
  }
  return permission(approval);
}

/** What each answer brings about, the missing one too. */
export function Consequences({ approval }: { approval: Approval }) {
  return (
    <section aria-label="What happens then" className="flex flex-col gap-2.5">
      <Consequence icon={<CircleCheck aria-hidden className="text-positive-ink" />} when="If you approve">
        {onApprove(approval)}
      </Consequence>
      <Consequence icon={<OctagonX aria-hidden className="text-negative-ink" />} when="If you deny">
        The request ends for everybody. {approval.subject.name} is refused and told your reason.
      </Consequence>
      <Consequence icon={<TimerOff aria-hidden className="text-ink-faint" />} when="If nobody answers">
        It expires <Time at={approval.expires_at} format="datetime" /> and counts as denied.
      </Consequence>
    </section>
  );
}

function Consequence({ icon, when, children }: { icon: ReactNode; when: string; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 text-ink-muted [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span>
        <strong className="font-medium text-ink">{when}:</strong> {children}
      </span>
    </p>
  );
}
