import { Siren } from "lucide-react";
import { Badge } from "@/components/ui/badge";

interface EmergencyBadgeProps {
  label?: string;
  size?: "sm" | "md";
}

/** Marks whatever emergency access touched. */
export function EmergencyBadge({ label = "Emergency", size = "md" }: EmergencyBadgeProps) {
  return (
    <Badge tone="urgent" appearance="solid" size={size} icon={<Siren aria-hidden />}>
      {label}
    </Badge>
  );
}
