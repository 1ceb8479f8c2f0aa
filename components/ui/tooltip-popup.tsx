"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { Kbd } from "./kbd";

interface TooltipPopupProps {
  open: boolean;
  anchor: Element | null;
  side: "top" | "bottom" | "left" | "right";
  content: ReactNode;
  shortcut?: string | undefined;
  /** The pointer came onto it, which keeps it open. */
  onEnter: () => void;
  onClose: () => void;
}

export function TooltipPopup({ open, anchor, side, content, shortcut, onEnter, onClose }: TooltipPopupProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side={side} sideOffset={6} className="z-popover">
          <Base.Popup
            onPointerEnter={onEnter}
            onPointerLeave={onClose}
            className="popup-motion flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-canvas text-xs shadow-popover"
          >
            {content}
            {shortcut ? <Kbd className="border-transparent bg-canvas/20 text-canvas">{shortcut}</Kbd> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
