"use client";

import { Keyboard, LogOut } from "lucide-react";
import { type ReactElement, useState, useTransition } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { ShortcutKeys } from "@/components/ui/shortcut-keys";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/i18n/locales";
import { LanguageChoice } from "./language-choice";
import type { ShellUser } from "./nav-item";

export interface AccountPopoverProps {
  user: ShellUser;
  onSignOut: () => Promise<void> | void;
  onLocale: (locale: Locale) => Promise<void>;
  onKeyboardHelp: () => void;
}

/** Who is signed in, in which role, and the way out; opened as soon as it is there. */
export function AccountPopover({
  user,
  onSignOut,
  onLocale,
  onKeyboardHelp,
  trigger,
}: AccountPopoverProps & { trigger: ReactElement<Record<string, unknown>> }) {
  const t = useTranslations("shell.account");
  const [open, setOpen] = useState(true);
  const [leaving, startLeaving] = useTransition();

  function signOut() {
    startLeaving(async () => {
      try {
        await onSignOut();
      } catch (error) {
        // A server action that redirects ends in a thrown signal, which Next must see.
        if (error instanceof Error && "digest" in error) throw error;
        toast.error(t("stillIn.title"), {
          description: t("stillIn.text"),
        });
      }
    });
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      hideTitle
      align="end"
      className="w-64 p-1.5"
      trigger={trigger}
    >
      <div className="flex flex-col gap-0.5 px-2.5 pt-2 pb-2.5">
        <p className="truncate font-semibold text-base">{user.name}</p>
        <p className="truncate text-ink-muted text-sm">{user.email}</p>
        {user.roles.length > 0 ? <p className="text-ink-faint text-sm">{user.roles.join(" · ")}</p> : null}
      </div>
      <div className="flex flex-col gap-2 border-line border-y px-2.5 py-2">
        <div className="flex items-center justify-between">
          <span className="text-base text-ink-muted">{t("theme")}</span>
          <ThemeToggle />
        </div>
        <div className="flex items-center justify-between">
          <span className="text-base text-ink-muted">{t("language")}</span>
          <LanguageChoice onChoose={onLocale} />
        </div>
      </div>
      <div className="flex flex-col pt-1.5">
        <Button
          variant="ghost"
          block
          iconStart={<Keyboard aria-hidden />}
          className="justify-start px-2.5"
          onClick={() => {
            setOpen(false);
            onKeyboardHelp();
          }}
        >
          <span className="flex-1 text-left">{t("shortcuts")}</span>
          <ShortcutKeys keys="?" />
        </Button>
        <Button
          variant="ghost"
          block
          loading={leaving}
          iconStart={<LogOut aria-hidden />}
          className="justify-start px-2.5"
          onClick={signOut}
        >
          {t("signOut")}
        </Button>
      </div>
    </Popover>
  );
}
