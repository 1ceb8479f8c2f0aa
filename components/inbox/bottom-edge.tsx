import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface BottomEdgeProps {
  "aria-label": string;
  /** Beside the list, where the pane itself ends at the lower edge. */
  isPane?: boolean;
  children: ReactNode;
}

/** What is to be done with a request. It never leaves the lower edge, where the thumb is. */
export function BottomEdge({ isPane = false, children, ...rest }: BottomEdgeProps) {
  return (
    <section
      aria-label={rest["aria-label"]}
      className={cn(
        "border-line border-t bg-surface",
        !isPane && "sticky bottom-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] z-10",
      )}
    >
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-2.5 px-4 py-3 sm:px-6">{children}</div>
    </section>
  );
}
