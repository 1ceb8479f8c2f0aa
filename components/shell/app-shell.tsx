"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "#i18n";
import { type CommandGroup, CommandPalette } from "@/components/ui/command-palette";
import { useShortcutListener, useShortcuts } from "@/components/ui/use-shortcuts";
import type { Locale } from "@/lib/i18n/locales";
import { BottomBar } from "./bottom-bar";
import { KeyboardHelp } from "./keyboard-help";
import type { NavItem, ShellOrganization, ShellUser } from "./nav-item";
import { OfflineBanner } from "./offline-banner";
import { SideNav } from "./side-nav";
import { TopBar } from "./top-bar";

interface AppShellProps {
  user: ShellUser;
  organization: ShellOrganization;
  /** Only the places that this person may open, in their order. */
  items: readonly NavItem[];
  /** Requests that wait for this person. */
  pendingCount: number;
  /** A server action or a function; on failure it throws. */
  onSignOut: () => Promise<void> | void;
  /** Remembers the reader's language. */
  onLocale: (locale: Locale) => Promise<void>;
  /** Further groups for the command palette. */
  commands?: readonly CommandGroup[];
  /** Stands at the right of the top bar. */
  actions?: ReactNode;
  /** Stands above the page: reconnecting, a session about to end, emergency access running. */
  banner?: ReactNode;
  children: ReactNode;
}

const NO_COMMANDS: readonly CommandGroup[] = [];

/** Navigation, identity and keys around every console page. */
export function AppShell(props: AppShellProps) {
  const {
    user,
    organization,
    items,
    pendingCount,
    onSignOut,
    onLocale,
    commands = NO_COMMANDS,
    actions,
    banner,
    children,
  } = props;
  const t = useTranslations("shell");
  const path = usePathname();
  const router = useRouter();
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);

  useShortcutListener();
  useShortcuts([
    {
      keys: "mod+k",
      label: t("search.shortcut"),
      group: t("everywhere"),
      run: () => setPalette((open) => !open),
    },
    { keys: "?", label: t("help.shortcut"), group: t("everywhere"), run: () => setHelp(true) },
    ...items
      .filter((item) => item.key !== undefined)
      .map((item) => ({
        keys: `g ${item.key}`,
        label: item.label,
        group: t("goTo"),
        run: () => router.push(item.href),
      })),
  ]);

  const groups = useMemo<CommandGroup[]>(() => {
    const places = items.map((item) => ({
      id: `go-${item.id}`,
      label: item.label,
      icon: item.icon,
      onSelect: () => router.push(item.href),
    }));
    return [{ id: "go", label: t("goTo"), commands: places }, ...commands];
  }, [items, commands, router, t]);

  return (
    <div className="flex min-h-dvh bg-canvas [--bottom-bar:3.5rem] lg:[--bottom-bar:0px]">
      <a
        href="#main"
        className="fixed top-2 left-2 z-toast -translate-y-16 rounded-md bg-ink px-3 py-2 font-medium text-canvas focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <SideNav items={items} path={path} pendingCount={pendingCount} organization={organization} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar
          user={user}
          organization={organization}
          homeHref={items[0]?.href ?? "/"}
          actions={actions}
          onSignOut={onSignOut}
          onLocale={onLocale}
          onSearch={() => setPalette(true)}
          onKeyboardHelp={() => setHelp(true)}
        />
        <OfflineBanner />
        {banner}
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 pb-[calc(4rem+env(safe-area-inset-bottom))] outline-none lg:pb-0"
        >
          {children}
        </main>
      </div>
      <BottomBar items={items} path={path} pendingCount={pendingCount} />
      <CommandPalette open={palette} onOpenChange={setPalette} groups={groups} />
      <KeyboardHelp open={help} onOpenChange={setHelp} />
    </div>
  );
}
