import { Siren } from "lucide-react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";

interface EmergencyBadgeProps {
  label?: string;
  size?: "sm" | "md";
}

/** Marks whatever emergency access touched. */
export function EmergencyBadge({ label, size = "md" }: EmergencyBadgeProps) {
  const t = useTranslations("decision");
  return (
    <Badge tone="urgent" appearance="solid" size={size} icon={<Siren aria-hidden />}>
      {label ?? t("emergency")}
    </Badge>
  );
}
