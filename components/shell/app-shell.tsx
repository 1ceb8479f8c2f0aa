"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "#i18n";
import { holdTyping } from "@/components/ui/typed-ahead";
import { useOpened } from "@/components/ui/use-opened";
import { useShortcutListener, useShortcuts } from "@/components/ui/use-shortcuts";
import type { Locale } from "@/lib/i18n/locales";
import { BottomBar } from "./bottom-bar";
import { ConnectionBanner } from "./connection-banner";
import type { NavItem, ShellOrganization, ShellUser } from "./nav-item";
import { useRecentPlaces } from "./recent-places";
import { SessionGuard } from "./session-guard";
import type { SessionEnds } from "./session-phase";
import { SideNav } from "./side-nav";
import { TopBar } from "./top-bar";
import { useCountedTitle } from "./use-counted-title";

// No page waits for these: they come once it is at rest, or when they are first asked for.
const loadPalette = () => import("./palette");
const loadHelp = () => import("./keyboard-help");

interface AppShellProps {
  user: ShellUser;
  organization: ShellOrganization;
  /** Where this person is a member, this organization among them. */
  organizations: readonly { id: string; name: string }[];
  /** Names of what they may do, for what the command palette looks for. */
  permissions: readonly string[];
  /** When the session ends; null for a shell without one, as on the design page. */
  session: SessionEnds | null;
  /** Only the places that this person may open, in their order. */
  items: readonly NavItem[];
  /** Requests that wait for this person. */
  pendingCount: number;
  /** A server action or a function; on failure it throws. */
  onSignOut: () => Promise<void> | void;
  /** Remembers the reader's language. */
  onLocale: (locale: Locale) => Promise<void>;
  children: ReactNode;
}

/** Navigation, identity and keys around every console page. */
export function AppShell(props: AppShellProps) {
  const {
    user,
    organization,
    organizations,
    permissions,
    session,
    items,
    pendingCount,
    onSignOut,
    onLocale,
    children,
  } = props;
  const t = useTranslations("shell");
  const path = usePathname();
  const router = useRouter();
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const paletteCode = useOpened(loadPalette, palette, { ahead: true });
  useEffect(() => (palette ? holdTyping() : undefined), [palette]);
  const helpCode = useOpened(loadHelp, help, { ahead: true });

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

  useRecentPlaces(user.id);
  useCountedTitle(pendingCount);

  return (
    <div data-bottom-bar className="flex min-h-dvh bg-canvas">
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
          organizations={organizations}
          homeHref={items[0]?.href ?? "/"}
          onSignOut={onSignOut}
          onLocale={onLocale}
          onSearch={() => setPalette(true)}
          onKeyboardHelp={() => setHelp(true)}
        />
        <ConnectionBanner />
        {session ? <SessionGuard user={user} organization={organization} session={session} /> : null}
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 pb-[calc(4rem+env(safe-area-inset-bottom))] outline-none lg:pb-0"
        >
          {children}
        </main>
      </div>
      <BottomBar items={items} path={path} pendingCount={pendingCount} />
      {paletteCode ? (
        <paletteCode.Palette
          open={palette}
          onOpenChange={setPalette}
          items={items}
          permissions={permissions}
          owner={user.id}
          path={path}
        />
      ) : null}
      {helpCode ? <helpCode.KeyboardHelp open={help} onOpenChange={setHelp} /> : null}
    </div>
  );
}
