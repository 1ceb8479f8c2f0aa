/** The meanings a colour may carry. Each is always joined by a word or an icon. */
export type Tone = "neutral" | "accent" | "positive" | "negative" | "caution" | "urgent" | "info";

export const softTone: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-muted border-line-strong",
  accent: "bg-accent-soft text-accent-ink border-accent-line",
  positive: "bg-positive-soft text-positive-ink border-positive-line",
  negative: "bg-negative-soft text-negative-ink border-negative-line",
  caution: "bg-caution-soft text-caution-ink border-caution-line",
  urgent: "bg-urgent-soft text-urgent-ink border-urgent-line",
  info: "bg-info-soft text-info-ink border-info-line",
};

export const solidTone: Record<Tone, string> = {
  neutral: "bg-ink text-canvas border-transparent",
  accent: "bg-accent text-accent-on border-transparent",
  positive: "bg-positive text-positive-on border-transparent",
  negative: "bg-negative text-negative-on border-transparent",
  caution: "bg-caution text-caution-on border-transparent",
  urgent: "bg-urgent text-urgent-on border-transparent",
  info: "bg-info text-info-on border-transparent",
};

export const textTone: Record<Tone, string> = {
  neutral: "text-ink-muted",
  accent: "text-accent-ink",
  positive: "text-positive-ink",
  negative: "text-negative-ink",
  caution: "text-caution-ink",
  urgent: "text-urgent-ink",
  info: "text-info-ink",
};

export const fillTone: Record<Tone, string> = {
  neutral: "bg-ink-faint",
  accent: "bg-accent",
  positive: "bg-positive",
  negative: "bg-negative",
  caution: "bg-caution",
  urgent: "bg-urgent",
  info: "bg-info",
};
