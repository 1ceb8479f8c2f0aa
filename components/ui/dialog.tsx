"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { CloseButton } from "./close-button";
import { cn } from "./cn";
import { backdropStyles, dialogPopupStyles } from "./overlay-styles";
import { useAsLeft } from "./use-as-left";

interface DialogProps {
  open?: boolean;
  /** Opened as soon as it is there, for one whose button was pressed while it was on its way. */
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it; leave out when `open` is held elsewhere. */
  trigger?: ReactElement<Record<string, unknown>>;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** What has the focus first, where that is not the button that closes it. */
  firstFocus?: () => HTMLElement | null;
  /** Buttons, the confirming one last. Wrap one in DialogClose to make it close. */
  footer?: ReactNode;
  children?: ReactNode;
}

const sizes = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-2xl" };

/** Centred at a desk, a sheet at the bottom edge on a phone; scrolls within itself. */
export function Dialog(props: DialogProps) {
  const { open, defaultOpen = false, onOpenChange, trigger, firstFocus } = props;
  const { title, description, footer, children } = useAsLeft(open !== false, props);
  return (
    <Base.Root
      {...(open === undefined ? { defaultOpen } : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup
          className={cn(dialogPopupStyles, sizes[props.size ?? "md"])}
          {...(firstFocus && { initialFocus: () => firstFocus() ?? true })}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="wrap-anywhere flex min-w-0 flex-1 flex-col gap-1 pt-0.5">
              <Base.Title className="font-semibold text-lg text-ink">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-ink-muted">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close render={<CloseButton className="-mr-2" />} />
          </header>
          <div className="scroll-thin min-h-0 flex-1 overflow-y-auto px-5 pb-5 empty:hidden">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog it stands in: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = Base.Close;
