"use client";

import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { type ButtonVariants, buttonVariants } from "./button-variants";
import { cn } from "./cn";
import { Spinner } from "./spinner";

/** The ring and the sweep below run for the same time; see `duration-[700ms]`. */
const HOLD_MS = 700;
const ARMED_MS = 4000;

interface HoldButtonProps {
  /** The verb: "Approve". */
  label: string;
  icon?: ReactNode;
  /** Called once when the press was held, or Enter was pressed twice. */
  onConfirm: () => void;
  variant?: ButtonVariants["variant"];
  size?: ButtonVariants["size"];
  block?: boolean;
  loading?: boolean;
  disabled?: boolean;
  "aria-describedby"?: string;
  className?: string | undefined;
}

type Phase = "idle" | "holding" | "armed" | "hint";

const PHASES: readonly Phase[] = ["idle", "holding", "armed", "hint"];

const HINTS = { holding: "keepHolding", armed: "pressAgain", hint: "pressAndHold" } as const;

/** A press that cannot happen by habit: hold it, or by keyboard and screen reader activate it twice within four seconds. */
export function HoldButton(props: HoldButtonProps) {
  const {
    label,
    icon,
    onConfirm,
    variant = "primary",
    size = "lg",
    block,
    loading = false,
    disabled = false,
  } = props;
  const t = useTranslations("ui.hold");
  const [phase, setPhase] = useState<Phase>("idle");
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const inert = loading || disabled;

  function after(milliseconds: number, next: () => void) {
    clearTimeout(timer.current);
    timer.current = setTimeout(next, milliseconds);
  }

  function confirm() {
    clearTimeout(timer.current);
    setPhase("idle");
    onConfirm();
  }

  function press(event: PointerEvent<HTMLButtonElement>) {
    if (inert || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPhase("holding");
    after(HOLD_MS, confirm);
  }

  function release() {
    if (phase !== "holding") return;
    setPhase("hint");
    after(1600, () => setPhase("idle"));
  }

  function activate() {
    if (inert) return;
    if (phase === "armed") return confirm();
    setPhase("armed");
    after(ARMED_MS, () => setPhase("idle"));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) activate();
  }

  /** A click without a pointer (detail 0) is what assistive technology sends. */
  function onClick(event: MouseEvent) {
    if (event.detail === 0) activate();
  }

  return (
    <>
      <button
        type="button"
        disabled={disabled}
        aria-describedby={props["aria-describedby"]}
        {...(loading ? { "aria-disabled": true, "aria-busy": true } : {})}
        aria-label={phase === "armed" ? t("pressAgainFor", { label }) : label}
        data-phase={phase}
        onPointerDown={press}
        onPointerUp={release}
        onPointerCancel={release}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => event.key === " " && event.preventDefault()}
        onClick={onClick}
        onBlur={() => phase === "armed" && setPhase("idle")}
        className={cn(
          buttonVariants({ variant, size, block }),
          "relative touch-manipulation overflow-hidden [-webkit-touch-callout:none]",
          phase === "armed" && "ring-2 ring-focus ring-offset-2 ring-offset-surface",
          props.className,
        )}
      >
        <span
          aria-hidden
          className={cn(
            "absolute inset-0 origin-left bg-current opacity-15 transition-transform ease-linear",
            phase === "holding" ? "scale-x-100 duration-[700ms]" : "scale-x-0 duration-base",
          )}
        />
        <HoldLabel phase={phase} label={label}>
          {loading ? <Spinner /> : <HoldRing running={phase === "holding"}>{icon}</HoldRing>}
        </HoldLabel>
      </button>
      <span role="status" className="sr-only">
        {phase === "armed" ? t("pressAgainToConfirm", { label }) : ""}
      </span>
    </>
  );
}

/** Every wording takes its place from the start, so that the button never changes width under the finger. */
function HoldLabel({ phase, label, children }: { phase: Phase; label: string; children: ReactNode }) {
  const t = useTranslations("ui.hold");
  return (
    <span className="relative grid text-center">
      {PHASES.map((entry) => (
        <span
          key={entry}
          className={cn(
            "flex items-center justify-center gap-2 [grid-area:1/1]",
            entry !== phase && "invisible",
          )}
        >
          {children}
          {entry === "idle" ? label : t(HINTS[entry])}
        </span>
      ))}
    </span>
  );
}

function HoldRing({ running, children }: { running: boolean; children: ReactNode }) {
  return (
    <span aria-hidden className="relative flex size-5 items-center justify-center [&>svg:last-child]:size-3">
      <svg viewBox="0 0 20 20" fill="none" className="-rotate-90 absolute inset-0 size-5!" aria-hidden="true">
        <circle cx="10" cy="10" r="8.75" stroke="currentColor" strokeOpacity="0.35" strokeWidth="1.75" />
        <circle
          cx="10"
          cy="10"
          r="8.75"
          pathLength="1"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          className={cn(
            "transition-[stroke-dashoffset] ease-linear [stroke-dasharray:1]",
            running
              ? "duration-[700ms] [stroke-dashoffset:0]"
              : "opacity-0 duration-base [stroke-dashoffset:1]",
          )}
        />
      </svg>
      {children}
    </span>
  );
}
