import { CircleAlert, CircleCheck, CircleDashed, CircleDotDashed } from "lucide-react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { ComplianceStatus } from "@/lib/contracts/compliance";

const LOOK = {
  met: { tone: "positive", Icon: CircleCheck },
  partly: { tone: "caution", Icon: CircleDotDashed },
  gap: { tone: "negative", Icon: CircleAlert },
  absent: { tone: "neutral", Icon: CircleDashed },
} as const satisfies Record<ComplianceStatus, { tone: Tone; Icon: typeof CircleCheck }>;

/** Told by word and shape as well as by colour. */
export function StatusBadge({ status }: { status: ComplianceStatus }) {
  const t = useTranslations("compliance.status");
  const { tone, Icon } = LOOK[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  );
}
