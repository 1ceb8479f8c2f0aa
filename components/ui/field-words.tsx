import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** How the words around a control look, whichever way they are tied to it. */
export const fieldStyles = {
  label: "font-medium text-ink text-sm data-disabled:text-ink-faint",
  hint: "text-ink-faint text-sm",
  error: "flex items-start gap-1.5 font-medium text-negative-ink text-sm",
};

/** What is wrong and what to do. */
export function FieldFault({ children }: { children: ReactNode }) {
  return (
    <>
      <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
      <span>{children}</span>
    </>
  );
}
