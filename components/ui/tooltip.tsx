"use client";

import { cloneElement, type ReactElement, type ReactNode } from "react";
import { useDeferred } from "./use-deferred";
import { useTooltip } from "./use-tooltip";
import { withHandlers } from "./with-handlers";

interface TooltipProps {
  /** Short text; a tooltip repeats or names, it never holds the only copy of something needed. */
  content: ReactNode;
  /** The key that does the same, shown at the end. */
  shortcut?: string | undefined;
  side?: "top" | "bottom" | "left" | "right";
  children: ReactElement<Record<string, unknown>>;
}

const loadPopup = () => import("./tooltip-popup");

export function Tooltip({ content, shortcut, side = "top", children }: TooltipProps) {
  const { anchor, open, stay, close, handlers } = useTooltip();
  const popup = useDeferred(loadPopup, anchor !== null);
  return (
    <>
      {cloneElement(children, withHandlers(children.props, handlers))}
      {popup ? (
        <popup.TooltipPopup
          open={open}
          anchor={anchor}
          side={side}
          content={content}
          shortcut={shortcut}
          onEnter={stay}
          onClose={close}
        />
      ) : null}
    </>
  );
}
