"use client";

import { useTranslations } from "#i18n";
import { Avatar } from "@/components/ui/avatar";
import { Deferred } from "@/components/ui/deferred";
import type { AccountPopoverProps } from "./account-popover";

const loadPopover = () => import("./account-popover");

/** The button that opens what belongs to the person: account, theme, language, keys, and the way out. */
export function UserMenu(props: AccountPopoverProps) {
  const t = useTranslations("shell.account");
  const { name } = props.user;
  const button = (
    <button type="button" className="tap-target flex rounded-full">
      <span className="sr-only">{t("open", { name })}</span>
      <Avatar name={name} size="md" />
    </button>
  );
  return (
    <Deferred load={loadPopover} popup="dialog" trigger={button}>
      {({ AccountPopover }) => <AccountPopover {...props} trigger={button} />}
    </Deferred>
  );
}
