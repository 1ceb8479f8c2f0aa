"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

interface PopoverProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger: ReactElement<Record<string, unknown>>;
  /** Shown as heading; with `hideTitle` it only names the popover for screen readers. */
  title: ReactNode;
  hideTitle?: boolean;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  className?: string | undefined;
  children: ReactNode;
}

export function Popover(props: PopoverProps) {
  const {
    open,
    onOpenChange,
    trigger,
    title,
    hideTitle,
    side = "bottom",
    align = "start",
    className,
    children,
  } = props;
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-popover">
          <Base.Popup
            className={cn(
              "popup-motion scroll-thin max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg bg-raised p-4 text-ink shadow-popover outline-none",
              className,
            )}
          >
            <Base.Title className={cn("mb-2 font-semibold text-base", hideTitle && "sr-only")}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
