"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";

interface BottomEdgeProps {
  "aria-label": string;
  /** Beside the list, where the pane itself ends at the lower edge. */
  isPane?: boolean;
  children: ReactNode;
}

/** What is to be done with a request. It never leaves the lower edge, where the thumb is, and toasts stand above it. */
export function BottomEdge({ isPane = false, children, ...rest }: BottomEdgeProps) {
  const edge = useRef<HTMLElement>(null);
  useEffect(() => {
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      root.setProperty("--bottom-edge", `${edge.current?.offsetHeight ?? 0}px`);
    });
    if (edge.current) observer.observe(edge.current);
    return () => {
      observer.disconnect();
      root.removeProperty("--bottom-edge");
    };
  }, []);
  return (
    <section
      ref={edge}
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
