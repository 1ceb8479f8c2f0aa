import { cn } from "@/components/ui/cn";

/** A gate, two ways that part before it, and a person at the end of one: together a K. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 32 32" className={cn("size-6 shrink-0", className)} aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-accent-on"
      >
        <path d="M10 8v16" />
        <path d="m22 8.5-7 7.5 4 4.3" />
      </g>
      <circle cx="22.1" cy="23.5" r="2.1" className="fill-[#f2c46d] dark:fill-[#8a4b00]" />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string | undefined }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-2 font-semibold text-ink text-lg tracking-[-0.022em]",
        className,
      )}
    >
      <Mark />
      Kynara
    </span>
  );
}
