import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";

interface NavLinksProps {
  items: readonly NavItem[];
  current: NavItem | undefined;
  /** Requests that wait for this person, told beside the inbox. */
  pendingCount: number;
}

export function NavLinks({ items, current, pendingCount }: NavLinksProps) {
  return items.map((item) => (
    <NavLink
      key={item.id}
      item={item}
      current={item === current}
      count={item.id === "inbox" ? pendingCount : 0}
    />
  ));
}
