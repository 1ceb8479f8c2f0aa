import type { ReactNode } from "react";

export interface NavItem {
  /** Stable name; the item called "inbox" carries the pending count. */
  id: string;
  label: string;
  href: string;
  /** An icon element of 16 px, such as `<Inbox />` from lucide-react. */
  icon: ReactNode;
  /** The heading it stands under at a desk; items without one come first. */
  section?: string;
  /** Second key after G: "i" makes G then I go there. */
  key?: string;
}

export interface ShellUser {
  id: string;
  name: string;
  email: string;
  /** Names as people read them: "Attending physician". */
  roles: readonly string[];
}

export interface ShellOrganization {
  id: string;
  name: string;
  region: string;
}

/** The item whose place holds the path; of nested ones the deepest. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  return items
    .filter((item) => path === item.href || path.startsWith(`${item.href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
