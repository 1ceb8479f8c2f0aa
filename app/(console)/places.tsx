import { Bot, ClipboardCheck, FlaskConical, Gauge, Inbox, ScrollText, SlidersHorizontal } from "lucide-react";
import type { NavItem } from "@/components/shell/nav-item";
import type { Permission } from "@/lib/access";
import type { Messages } from "@/lib/i18n/catalog";
import type { Translator } from "@/lib/i18n/translator";

type PlaceId = "inbox" | "overview" | "policies" | "agents" | "try-it" | "audit" | "compliance";

interface Place extends Omit<NavItem, "id" | "label" | "section"> {
  id: PlaceId;
  section?: keyof Messages["shell"]["sections"];
  /** Any one of these opens it. */
  permissions: readonly Permission[];
}

const PLACES: readonly Place[] = [
  {
    id: "inbox",
    href: "/inbox",
    icon: <Inbox aria-hidden />,
    key: "i",
    permissions: ["approvals.read", "approvals.vote"],
  },
  {
    id: "overview",
    href: "/overview",
    icon: <Gauge aria-hidden />,
    key: "o",
    permissions: ["approvals.read", "audit.read", "agents.read"],
  },
  {
    id: "policies",
    href: "/policies",
    icon: <SlidersHorizontal aria-hidden />,
    key: "p",
    section: "rules",
    permissions: ["policies.read"],
  },
  {
    id: "agents",
    href: "/agents",
    icon: <Bot aria-hidden />,
    key: "a",
    section: "rules",
    permissions: ["agents.read"],
  },
  {
    id: "try-it",
    href: "/try-it",
    icon: <FlaskConical aria-hidden />,
    key: "t",
    section: "rules",
    permissions: ["decisions.explain"],
  },
  {
    id: "audit",
    href: "/audit",
    icon: <ScrollText aria-hidden />,
    key: "l",
    section: "proof",
    permissions: ["audit.read"],
  },
  {
    id: "compliance",
    href: "/compliance",
    icon: <ClipboardCheck aria-hidden />,
    key: "c",
    section: "proof",
    permissions: ["audit.read"],
  },
];

const placesOf = (permissions: ReadonlySet<string>) =>
  PLACES.filter((place) => place.permissions.some((name) => permissions.has(name)));

/** The places that somebody with these permissions may open, in their order. What they may do there, each page asks anew. */
export const placesFor = (permissions: ReadonlySet<string>, t: Translator<"shell">): NavItem[] =>
  placesOf(permissions).map(({ permissions: _, section, ...item }) => ({
    ...item,
    label: t(`places.${item.id === "try-it" ? "tryIt" : item.id}`),
    ...(section ? { section: t(`sections.${section}`) } : {}),
  }));

/** Where somebody with these permissions starts: whoever decides nothing has no work in the inbox. */
export function homeFor(permissions: ReadonlySet<string>): string {
  const places = placesOf(permissions);
  const first = permissions.has("approvals.vote") ? undefined : places.find(({ id }) => id !== "inbox");
  return (first ?? places[0])?.href ?? "/inbox";
}
