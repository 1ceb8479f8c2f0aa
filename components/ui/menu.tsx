"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cn } from "./cn";
import type { Opening } from "./deferred";
import { Kbd } from "./kbd";
import { popupGroupLabelStyles, popupItemStyles, popupStyles } from "./popup-styles";

interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  /** Opened as soon as it is there, for one whose button was pressed while it was on its way. */
  openedBy?: Opening | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Things to do with what stands beside the button. */
export function Menu({ trigger, side = "bottom", align = "end", openedBy, className, children }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  useKeyHandedOn(button, openedBy);
  return (
    <Base.Root modal={false} defaultOpen={openedBy === "press"}>
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-popover">
          <Base.Popup className={cn(popupStyles, "min-w-48", className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Gives the key that opened it to the menu's own button, which then highlights an item as it does for every later one. */
function useKeyHandedOn(button: RefObject<HTMLButtonElement | null>, opening: Opening | undefined): void {
  const handedOn = useRef(false);
  useEffect(() => {
    if (opening === undefined || opening === "press" || handedOn.current) return;
    handedOn.current = true;
    button.current?.dispatchEvent(
      new KeyboardEvent("keydown", { key: opening, bubbles: true, cancelable: true }),
    );
  }, [button, opening]);
}

interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string | undefined;
  tone?: "default" | "danger";
  disabled?: boolean;
  /** Present: the item is a link. */
  href?: string | undefined;
  onSelect?: () => void;
  children: ReactNode;
}

export function MenuItem({
  icon,
  shortcut,
  tone = "default",
  disabled = false,
  href,
  onSelect,
  children,
}: MenuItemProps) {
  const className = cn(
    popupItemStyles,
    "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint",
    tone === "danger" && "text-negative-ink data-highlighted:bg-negative-soft [&_svg]:text-current",
  );
  const content = (
    <>
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </>
  );
  if (href !== undefined) {
    return (
      <Base.LinkItem render={<Link href={href} />} closeOnClick className={className}>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item disabled={disabled} onClick={() => onSelect?.()} className={className}>
      {content}
    </Base.Item>
  );
}

interface MenuGroupProps {
  label: ReactNode;
  children: ReactNode;
}

export function MenuGroup({ label, children }: MenuGroupProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className={popupGroupLabelStyles}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
