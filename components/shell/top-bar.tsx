"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ShortcutKeys } from "@/components/ui/shortcut-keys";
import type { Locale } from "@/lib/i18n/locales";
import type { ShellOrganization, ShellUser } from "./nav-item";
import { UserMenu } from "./user-menu";
import { Mark } from "./wordmark";

interface TopBarProps {
  user: ShellUser;
  organization: ShellOrganization;
  homeHref: string;
  actions?: ReactNode;
  onSignOut: () => Promise<void> | void;
  onLocale: (locale: Locale) => Promise<void>;
  onSearch: () => void;
  onKeyboardHelp: () => void;
}

export function TopBar(props: TopBarProps) {
  const t = useTranslations("shell");
  const { user, organization, homeHref, actions, onSignOut, onLocale, onSearch, onKeyboardHelp } = props;
  return (
    <header className="sticky top-0 z-bar flex h-13 shrink-0 items-center gap-3 border-line border-b bg-canvas/95 px-4 backdrop-blur-sm sm:px-6 lg:px-8 print:hidden">
      <Link href={homeHref} aria-label={t("nav.home")} className="tap-target rounded-lg lg:hidden">
        <Mark />
      </Link>
      <p className="min-w-0 flex-1 truncate font-medium text-base text-ink">
        {organization.name}
        <span className="ml-2 hidden font-normal text-ink-faint text-sm sm:inline">
          {organization.region}
        </span>
      </p>
      {actions}
      <Button
        size="md"
        onClick={onSearch}
        iconStart={<Search aria-hidden className="text-ink-faint" />}
        className="hidden w-52 justify-start px-2.5 font-normal text-ink-faint sm:inline-flex"
      >
        <span className="flex-1 text-left">{t("search.open")}</span>
        <ShortcutKeys keys="mod+k" />
      </Button>
      <IconButton label={t("goTo")} className="sm:hidden" onClick={onSearch}>
        <Search aria-hidden />
      </IconButton>
      <UserMenu user={user} onSignOut={onSignOut} onLocale={onLocale} onKeyboardHelp={onKeyboardHelp} />
    </header>
  );
}
