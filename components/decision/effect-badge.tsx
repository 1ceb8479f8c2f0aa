import { CircleCheck, Hourglass, OctagonX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

export type DecisionEffect = "allow" | "deny" | "require_approval";

interface EffectLook {
  label: string;
  tone: Tone;
  Icon: typeof CircleCheck;
}

/** Each effect differs by outline (circle, octagon, hourglass), by word and by colour. */
export const effectLooks: Record<DecisionEffect, EffectLook> = {
  allow: { label: "Allowed", tone: "positive", Icon: CircleCheck },
  deny: { label: "Denied", tone: "negative", Icon: OctagonX },
  require_approval: { label: "Needs approval", tone: "caution", Icon: Hourglass },
};

interface EffectBadgeProps {
  effect: DecisionEffect;
  size?: "sm" | "md";
  appearance?: "soft" | "solid" | "outline";
  /** Replaces the word where the place asks for another form: "Allow", "Deny". */
  label?: string;
}

export function EffectBadge({ effect, size = "md", appearance = "soft", label }: EffectBadgeProps) {
  const { tone, Icon, label: word } = effectLooks[effect];
  return (
    <Badge tone={tone} size={size} appearance={appearance} icon={<Icon aria-hidden />}>
      {label ?? word}
    </Badge>
  );
}
