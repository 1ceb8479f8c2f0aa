import Link from "next/link";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { CountBadge } from "@/components/ui/count-badge";
import type { NavItem } from "./nav-item";

interface NavLinkProps {
  item: NavItem;
  current: boolean;
  count: number;
}

export function NavLink({ item, current, count }: NavLinkProps) {
  const t = useTranslations("shell.nav");
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "group flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-base text-ink-muted transition-colors duration-fast",
        "hover:bg-hover hover:text-ink pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint",
        current && "bg-pressed text-ink hover:bg-pressed [&_svg]:text-accent-ink",
      )}
    >
      {item.icon}
      <span className="flex-1 truncate">{item.label}</span>
      {count > 0 ? (
        <>
          <CountBadge count={count} />
          <span className="sr-only">{t("waiting")}</span>
        </>
      ) : null}
    </Link>
  );
}
