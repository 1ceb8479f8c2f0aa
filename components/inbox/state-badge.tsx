import { CircleCheck, CircleSlash, Hourglass, OctagonX, TimerOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { Approval, ApprovalState } from "@/lib/contracts/approvals";
import { outcomeText } from "./request-words";

const LOOKS: Readonly<Record<ApprovalState, { tone: Tone; icon: ReactNode }>> = {
  pending: { tone: "caution", icon: <Hourglass aria-hidden /> },
  approved: { tone: "positive", icon: <CircleCheck aria-hidden /> },
  consumed: { tone: "positive", icon: <CircleCheck aria-hidden /> },
  denied: { tone: "negative", icon: <OctagonX aria-hidden /> },
  expired: { tone: "neutral", icon: <TimerOff aria-hidden /> },
  cancelled: { tone: "neutral", icon: <CircleSlash aria-hidden /> },
};

interface StateBadgeProps {
  approval: Pick<Approval, "state" | "resolved_by">;
  /** Other words for it, where the place says already who decided. */
  label?: string;
}

/** Where a request stands, with who brought it there. */
export function StateBadge({ approval, label }: StateBadgeProps) {
  const t = useTranslations("inbox");
  const { tone, icon } = LOOKS[approval.state];
  return (
    <Badge tone={tone} icon={icon}>
      {label ?? outcomeText(approval, t)}
    </Badge>
  );
}
