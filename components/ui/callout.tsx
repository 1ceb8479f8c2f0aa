import { CircleAlert, CircleCheck, Info, Siren, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { softTone, type Tone, textTone } from "./tone";

interface CalloutProps {
  tone?: Tone;
  title?: ReactNode;
  actions?: ReactNode;
  /** A bar across the page instead of a framed box. */
  appearance?: "box" | "bar";
  /** Announces itself when it appears after the page has loaded. */
  live?: boolean;
  className?: string | undefined;
  children?: ReactNode;
}

const icons: Record<Tone, typeof Info> = {
  neutral: Info,
  accent: Info,
  info: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  negative: CircleAlert,
  urgent: Siren,
};

/** Something to know before going on. Says what happened, whether anything was changed, and what to do. */
export function Callout(props: CalloutProps) {
  const { tone = "info", title, actions, appearance = "box", live, className, children } = props;
  const Icon = icons[tone];
  return (
    <div
      {...(live ? { role: tone === "negative" || tone === "urgent" ? "alert" : "status" } : {})}
      className={cn(
        "flex items-start gap-2.5 px-3 py-2.5 max-sm:flex-wrap",
        softTone[tone],
        appearance === "box" ? "rounded-lg border" : "border-b px-4",
        className,
      )}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", textTone[tone])} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 text-base text-ink">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? (
          <div className={cn("min-w-0 break-words", title && "text-ink-muted")}>{children}</div>
        ) : null}
      </div>
      {actions ? (
        <div className="flex shrink-0 items-center gap-2 max-sm:w-full max-sm:pl-6.5">{actions}</div>
      ) : null}
    </div>
  );
}
