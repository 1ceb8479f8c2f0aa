import { CircleCheck, Hourglass, OctagonX } from "lucide-react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

export type DecisionEffect = "allow" | "deny" | "require_approval";

interface EffectLook {
  tone: Tone;
  Icon: typeof CircleCheck;
}

/** Each effect differs by outline (circle, octagon, hourglass), by word and by colour. */
const effectLooks: Record<DecisionEffect, EffectLook> = {
  allow: { tone: "positive", Icon: CircleCheck },
  deny: { tone: "negative", Icon: OctagonX },
  require_approval: { tone: "caution", Icon: Hourglass },
};

interface EffectBadgeProps {
  effect: DecisionEffect;
  size?: "sm" | "md";
  appearance?: "soft" | "solid" | "outline";
  /** Replaces the word where the place asks for another form: "Allow", "Deny". */
  label?: string;
}

export function EffectBadge({ effect, size = "md", appearance = "soft", label }: EffectBadgeProps) {
  const t = useTranslations("decision.effects");
  const { tone, Icon } = effectLooks[effect];
  return (
    <Badge tone={tone} size={size} appearance={appearance} icon={<Icon aria-hidden />}>
      {label ?? t(effect)}
    </Badge>
  );
}
