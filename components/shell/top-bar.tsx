"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ShortcutKeys } from "@/components/ui/shortcut-keys";
import type { Locale } from "@/lib/i18n/locales";
import type { ShellOrganization, ShellUser } from "./nav-item";
import { OrganizationSwitcher } from "./organization-switcher";
import { UserMenu } from "./user-menu";
import { Mark } from "./wordmark";

interface TopBarProps {
  user: ShellUser;
  organization: ShellOrganization;
  homeHref: string;
  organizations: readonly { id: string; name: string }[];
  onSignOut: () => Promise<void> | void;
  onLocale: (locale: Locale) => Promise<void>;
  onSearch: () => void;
  onKeyboardHelp: () => void;
}

export function TopBar(props: TopBarProps) {
  const t = useTranslations("shell");
  const { user, organization, organizations, homeHref, onSignOut, onLocale, onSearch, onKeyboardHelp } =
    props;
  return (
    <header className="sticky top-0 z-bar flex h-13 shrink-0 items-center gap-3 border-line border-b bg-canvas/95 px-4 backdrop-blur-sm sm:px-6 lg:px-8 print:hidden">
      <Link href={homeHref} aria-label={t("nav.home")} className="tap-target rounded-lg lg:hidden">
        <Mark />
      </Link>
      <div className="flex min-w-0 flex-1 items-center gap-2.5 font-medium text-base text-ink">
        <OrganizationSwitcher organization={organization} organizations={organizations} />
        <span className="hidden shrink-0 font-normal text-ink-faint text-sm sm:inline">
          {organization.region}
        </span>
      </div>
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
