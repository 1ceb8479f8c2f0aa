import { Siren, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { RiskMark } from "./risk-marks";

/** What should make the reader slow down, in words beside a shape. */
export function RiskBadges({ marks, quorum }: { marks: readonly RiskMark[]; quorum: string | null }) {
  if (marks.length === 0 && quorum === null) return null;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      {marks.map(({ id, label, tone, detail }) => (
        <Badge
          key={id}
          tone={tone}
          appearance={tone === "urgent" ? "solid" : "soft"}
          title={detail}
          icon={tone === "urgent" ? <Siren aria-hidden /> : <TriangleAlert aria-hidden />}
        >
          {label}
        </Badge>
      ))}
      {quorum ? <Badge tone="info">{quorum}</Badge> : null}
    </span>
  );
}
