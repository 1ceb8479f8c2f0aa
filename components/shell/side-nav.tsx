import Link from "next/link";
import { useTranslations } from "#i18n";
import { currentItem, type NavItem, type ShellOrganization } from "./nav-item";
import { NavLinks } from "./nav-links";
import { Wordmark } from "./wordmark";

interface SideNavProps {
  items: readonly NavItem[];
  path: string;
  pendingCount: number;
  organization: ShellOrganization;
}

function bySection(items: readonly NavItem[]): Array<[string, NavItem[]]> {
  const sections = new Map<string, NavItem[]>();
  for (const item of items) {
    const name = item.section ?? "";
    sections.set(name, [...(sections.get(name) ?? []), item]);
  }
  return [...sections];
}

/** Navigation at a desk. */
export function SideNav({ items, path, pendingCount, organization }: SideNavProps) {
  const t = useTranslations("shell.nav");
  const current = currentItem(items, path);
  return (
    <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col border-line border-r bg-canvas lg:flex print:hidden">
      <div className="flex h-13 items-center px-4">
        <Link href={items[0]?.href ?? "/"} aria-label={t("home")} className="rounded-md">
          <Wordmark />
        </Link>
      </div>
      <nav
        aria-label={t("label")}
        className="scroll-thin flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-2 py-2"
      >
        {bySection(items).map(([section, entries]) => (
          <div key={section} className="flex flex-col gap-0.5">
            {section ? <p className="px-2 pb-1 font-medium text-ink-faint text-xs">{section}</p> : null}
            <NavLinks items={entries} current={current} pendingCount={pendingCount} />
          </div>
        ))}
      </nav>
      <p className="border-line border-t px-4 py-3 text-ink-faint text-xs">
        {t.rich("region", {
          region: (words) => <span className="font-medium text-ink-muted">{words}</span>,
          place: organization.region,
        })}
      </p>
    </aside>
  );
}
