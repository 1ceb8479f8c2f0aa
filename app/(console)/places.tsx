import { Bot, FlaskConical, Gauge, Inbox, ScrollText, SlidersHorizontal } from "lucide-react";
import type { NavItem } from "@/components/shell/nav-item";
import type { Permission } from "@/lib/access";

interface Place extends NavItem {
  /** Any one of these opens it. */
  permissions: readonly Permission[];
}

const PLACES: readonly Place[] = [
  {
    id: "inbox",
    label: "Inbox",
    href: "/inbox",
    icon: <Inbox aria-hidden />,
    key: "i",
    permissions: ["approvals.read", "approvals.vote"],
  },
  {
    id: "overview",
    label: "Overview",
    href: "/overview",
    icon: <Gauge aria-hidden />,
    key: "o",
    permissions: ["approvals.read", "audit.read", "agents.read"],
  },
  {
    id: "policies",
    label: "Policies",
    href: "/policies",
    icon: <SlidersHorizontal aria-hidden />,
    key: "p",
    section: "Rules",
    permissions: ["policies.read"],
  },
  {
    id: "agents",
    label: "Agents",
    href: "/agents",
    icon: <Bot aria-hidden />,
    key: "a",
    section: "Rules",
    permissions: ["agents.read"],
  },
  {
    id: "try-it",
    label: "Try it",
    href: "/try-it",
    icon: <FlaskConical aria-hidden />,
    key: "t",
    section: "Rules",
    permissions: ["decisions.explain"],
  },
  {
    id: "audit",
    label: "Audit log",
    href: "/audit",
    icon: <ScrollText aria-hidden />,
    key: "l",
    section: "Proof",
    permissions: ["audit.read"],
  },
];

/** The places that somebody with these permissions may open, in their order. What they may do there, each page asks anew. */
export function placesFor(permissions: ReadonlySet<string>): NavItem[] {
  return PLACES.filter((place) => place.permissions.some((name) => permissions.has(name))).map(
    ({ permissions: _, ...item }) => item,
  );
}

/** Where somebody with these permissions starts. */
export const homeFor = (permissions: ReadonlySet<string>): string =>
  placesFor(permissions)[0]?.href ?? "/inbox";
