import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Time } from "@/components/ui/time";
import type { Tone } from "@/components/ui/tone";
import type { Approval, ApprovalState } from "@/lib/contracts/approvals";
import type { Translator } from "@/lib/i18n/translator";
import { useVoteUnderWay } from "./inbox-context";
import { outcomeText } from "./request-words";

const TONES: Readonly<Record<ApprovalState, Tone>> = {
  pending: "info",
  approved: "positive",
  consumed: "positive",
  denied: "negative",
  expired: "neutral",
  cancelled: "neutral",
};

/** What the end of a request means for the agent that asked. */
function outcomeMeaning(
  { state, subject, resolved_by }: Approval,
  t: Translator<"inbox.outcomes.meaning">,
): string {
  if (state === "expired") return t(resolved_by ? "unused" : "expired");
  return t(state === "pending" ? "cancelled" : state, { agent: subject.name });
}

/** How it ended, by whom, and what that means for the agent; and for the reader, whose approval came too late. */
export function Outcome({ approval }: { approval: Approval }) {
  const t = useTranslations("inbox");
  const meaning = useTranslations("inbox.outcomes.meaning");
  const underWay = useVoteUnderWay(approval.id);
  return (
    <Callout tone={TONES[approval.state]} title={outcomeText(approval, t)} live>
      {underWay?.kind === "failed" ? <p className="pb-1 font-medium text-ink">{underWay.message}</p> : null}
      <p>
        {outcomeMeaning(approval, meaning)}{" "}
        {approval.resolved_at ? <Time at={approval.resolved_at} format="datetime" /> : null}
      </p>
      {approval.reason === "" ? null : <q className="block pt-1 text-ink">{approval.reason}</q>}
    </Callout>
  );
}
