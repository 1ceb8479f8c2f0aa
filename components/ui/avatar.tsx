import { cn } from "./cn";

interface AvatarProps {
  name: string;
  size?: "xs" | "sm" | "md" | "lg";
  /** `square` for things (an agent, an application), `round` for people. */
  shape?: "round" | "square";
  className?: string | undefined;
}

const sizes = {
  xs: "size-5 text-[0.5625rem]",
  sm: "size-6 text-2xs",
  md: "size-8 text-xs",
  lg: "size-10 text-base",
};

/** Green, amber, red and plum mean something here, so a person never wears them. */
const fills = ["bg-accent-soft text-accent-ink", "bg-info-soft text-info-ink", "bg-pressed text-ink-muted"];

/** "Dr. Ada Marie Lovelace" becomes "AL"; a single word gives its first two letters. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/^(dr|prof|mr|mrs|ms)\.?\s+/i, "")
    .split(/[\s_-]+/)
    .filter((word) => /^\p{L}|^\p{N}/u.test(word));
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words[words.length - 1] ?? "") : "";
  const letters =
    last === "" ? [...first].slice(0, 2).join("") : `${[...first][0] ?? ""}${[...last][0] ?? ""}`;
  return letters.toUpperCase() || "?";
}

function fillOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return fills[sum % fills.length] ?? "bg-accent-soft text-accent-ink";
}

/** Decoration beside a written name, so screen readers skip it. */
export function Avatar({ name, size = "sm", shape = "round", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center font-semibold leading-none",
        shape === "round" ? "rounded-full" : "rounded-md",
        sizes[size],
        fillOf(name),
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
