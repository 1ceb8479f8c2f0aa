"use client";

import { Drawer as Base } from "@base-ui/react/drawer";
import type { ReactElement, ReactNode } from "react";
import { CloseButton } from "./close-button";
import { cn } from "./cn";
import { useAsLeft } from "./use-as-left";
import { useMediaQuery } from "./use-media-query";

interface DrawerProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement<Record<string, unknown>>;
  title: ReactNode;
  description?: ReactNode;
  /** Small buttons beside the close button. */
  actions?: ReactNode;
  footer?: ReactNode;
  width?: "md" | "lg" | "xl";
  children: ReactNode;
}

const widths = { md: "sm:w-[26rem]", lg: "sm:w-[36rem]", xl: "sm:w-[48rem]" };

const panel = [
  "fixed z-overlay flex flex-col bg-raised text-ink shadow-dialog outline-none",
  "inset-x-0 bottom-0 max-h-[90dvh] rounded-t-xl pb-[env(safe-area-inset-bottom)]",
  "sm:inset-x-auto sm:inset-y-0 sm:right-0 sm:max-h-none sm:max-w-[calc(100vw-3rem)] sm:rounded-none sm:pb-0",
  "[transform:translate(var(--drawer-swipe-movement-x,0px),var(--drawer-swipe-movement-y,0px))]",
  "transition-transform duration-slow ease-enter data-swiping:select-none data-swiping:duration-0",
  "data-ending-style:pointer-events-none data-starting-style:[transform:translateY(100%)] data-ending-style:[transform:translateY(100%)]",
  "sm:data-starting-style:[transform:translateX(100%)] sm:data-ending-style:[transform:translateX(100%)]",
].join(" ");

/** Detail beside its list at a desk, a sheet from below on a phone; can be swiped away on both. */
export function Drawer(props: DrawerProps) {
  const { open, onOpenChange, trigger, width = "lg" } = props;
  const { title, description, actions, footer, children } = useAsLeft(open !== false, props);
  const atDesk = useMediaQuery("(min-width: 40rem)");
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
      swipeDirection={atDesk ? "right" : "down"}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-overlay bg-scrim opacity-[calc(1-var(--drawer-swipe-progress,0))] transition-opacity duration-slow data-swiping:duration-0 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-overlay">
          <Base.Popup className={cn(panel, widths[width])}>
            <div
              aria-hidden
              className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-line-strong sm:hidden"
            />
            <header className="flex items-start gap-3 border-line border-b px-5 pt-3 pb-3">
              <div className="flex min-w-0 flex-1 flex-col gap-0.5 pt-1">
                <Base.Title className="font-semibold text-lg text-ink leading-6">{title}</Base.Title>
                {description ? (
                  <Base.Description className="text-ink-muted">{description}</Base.Description>
                ) : null}
              </div>
              <div className="-mr-2 flex items-center gap-1">
                {actions}
                <Base.Close render={<CloseButton />} />
              </div>
            </header>
            <Base.Content className="scroll-thin min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">
              {children}
            </Base.Content>
            {footer ? (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3">
                {footer}
              </footer>
            ) : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the drawer it stands in: `<DrawerClose render={<Button>Done</Button>} />`. */
export const DrawerClose = Base.Close;
