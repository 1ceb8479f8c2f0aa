import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface StepMarkProps {
  step: number;
  state: "done" | "next" | "later";
}

/** The number of a step on the way to the first decision; a tick once it is done. */
export function StepMark({ step, state }: StepMarkProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "num inline-flex size-5 shrink-0 items-center justify-center rounded-full border font-semibold text-2xs",
        state === "done" && "border-positive-line bg-positive-soft text-positive-ink",
        state === "next" && "border-accent bg-accent text-accent-on",
        state === "later" && "border-line-strong text-ink-faint",
      )}
    >
      {state === "done" ? <Check className="size-3" /> : step}
    </span>
  );
}

/** The title of a card with the mark of its step before it. */
export const withMark = (mark: ReactNode, title: string): ReactNode =>
  mark ? (
    <span className="flex items-center gap-2">
      {mark}
      {title}
    </span>
  ) : (
    title
  );
