import { cn } from "./cn";

interface SpinnerProps {
  /** Said to screen readers; leave out when the words beside it say the same. */
  label?: string;
  className?: string | undefined;
}

export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span className="inline-flex" {...(label ? { role: "status" } : {})}>
      <svg
        viewBox="0 0 16 16"
        fill="none"
        className={cn("size-4 shrink-0 animate-spin", className)}
        aria-hidden="true"
      >
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeOpacity="0.22" strokeWidth="1.75" />
        <path
          d="M14.25 8A6.25 6.25 0 0 0 8 1.75"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
