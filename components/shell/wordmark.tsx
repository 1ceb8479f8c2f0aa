import { cn } from "@/components/ui/cn";

/** A gate, two ways that meet at it, and the one who decides between them: together a K. */
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
        <path d="m22.5 8-6.2 6.2" />
        <path d="m22.5 24-6.2-6.2" />
      </g>
      <circle cx="14.9" cy="16" r="1.9" className="fill-[#f2c46d] dark:fill-[#7a4a00]" />
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
