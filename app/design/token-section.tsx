import { EffectBadge } from "@/components/decision/effect-badge";
import { EmergencyBadge } from "@/components/decision/emergency-badge";
import { Mark, Wordmark } from "@/components/shell/wordmark";
import { cn } from "@/components/ui/cn";
import { softTone, solidTone, type Tone } from "@/components/ui/tone";
import { Section, Specimen } from "./specimen";

const tones: Tone[] = ["neutral", "accent", "positive", "negative", "caution", "urgent", "info"];

const surfaces = [
  ["canvas", "bg-canvas"],
  ["surface", "bg-surface"],
  ["raised", "bg-raised"],
  ["sunken", "bg-sunken"],
  ["hover", "bg-hover"],
  ["pressed", "bg-pressed"],
] as const;

const sizes = [
  ["text-3xl", "Decisions, on record"],
  ["text-2xl", "Decisions, on record"],
  ["text-xl", "Decisions, on record"],
  ["text-lg", "Who asks, for what, about whom"],
  ["text-base", "Who asks, for what, about whom, and why"],
  ["text-sm", "Who asks, for what, about whom, and why"],
  ["text-xs", "Who asks, for what, about whom, and why"],
  ["text-2xs", "Who asks, for what, about whom, and why"],
] as const;

function Palette({ theme }: { theme: "light" | "dark" }) {
  return (
    <div
      className={cn(
        theme,
        "flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-canvas p-4 text-ink",
      )}
    >
      <h3 className="font-medium text-ink-faint text-sm">{theme === "light" ? "Light" : "Dark"}</h3>
      <div className="grid grid-cols-3 gap-2 sm:grid-cols-6">
        {surfaces.map(([name, fill]) => (
          <div
            key={name}
            className={cn(
              "flex h-14 items-end rounded-md border border-line p-1.5 text-ink-muted text-xs",
              fill,
            )}
          >
            {name}
          </div>
        ))}
      </div>
      <div className="flex flex-col gap-1">
        <p className="text-ink">Ink for what is read first</p>
        <p className="text-ink-muted">Muted for what explains it</p>
        <p className="text-ink-faint">Faint for labels and times</p>
      </div>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-4">
        {tones.map((tone) => (
          <div key={tone} className="flex overflow-hidden rounded-md text-xs">
            <span className={cn("flex-1 border px-2 py-1.5 font-medium", softTone[tone])}>{tone}</span>
            <span className={cn("px-2 py-1.5 font-medium", solidTone[tone])}>Aa</span>
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <EffectBadge effect="allow" />
        <EffectBadge effect="deny" />
        <EffectBadge effect="require_approval" />
        <EmergencyBadge />
      </div>
    </div>
  );
}

export function TokenSection() {
  return (
    <Section title="Foundations">
      <Palette theme="light" />
      <Palette theme="dark" />
      <Specimen name="Type scale" className="flex-col items-start gap-2">
        {sizes.map(([size, text]) => (
          <p key={size} className={cn(size, "flex max-w-full items-baseline gap-3 font-medium")}>
            <span className="w-14 shrink-0 font-mono font-normal text-ink-faint text-xs">
              {size.slice(5)}
            </span>
            <span className="truncate">{text}</span>
          </p>
        ))}
        <p className="num text-base">Tabular: 0123456789 · 1,111,111 · 8,888,888</p>
        <p className="text-base">Łukasz Żółć · Nguyễn · Çelik · O'Neill · Ađđa</p>
        <p className="font-mono text-sm">dec_0197b2c4 · p-100 · 0O 1lI</p>
      </Specimen>
      <Specimen name="Mark, effects, elevation" className="flex-col items-start gap-5">
        <div className="flex items-center gap-5">
          <Wordmark />
          <Mark className="size-10" />
          <Mark className="size-4" />
        </div>
        <div className="flex flex-wrap gap-2">
          <EffectBadge effect="allow" appearance="solid" />
          <EffectBadge effect="deny" appearance="solid" />
          <EffectBadge effect="require_approval" appearance="solid" />
          <EffectBadge effect="allow" size="sm" label="Allow" />
          <EffectBadge effect="deny" size="sm" label="Deny" />
          <EffectBadge effect="require_approval" size="sm" appearance="outline" />
        </div>
        <div className="grid w-full grid-cols-4 gap-3 text-ink-muted text-xs">
          <div className="rounded-sm bg-raised p-3 shadow-control">control</div>
          <div className="rounded-md border border-line bg-raised p-3 shadow-card">card</div>
          <div className="rounded-lg bg-raised p-3 shadow-popover">popover</div>
          <div className="rounded-xl bg-raised p-3 shadow-dialog">dialog</div>
        </div>
      </Specimen>
    </Section>
  );
}
