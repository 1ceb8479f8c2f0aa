"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "#i18n";
import { LinkButton } from "@/components/ui/link-button";
import { NoPermission } from "./no-permission";

/** The first part of the address, and what stands there. */
const WHAT = {
  inbox: "inbox",
  approvals: "inbox",
  policies: "policies",
  agents: "agents",
  "try-it": "tryIt",
  audit: "audit",
  compliance: "compliance",
  grants: "grants",
  people: "people",
  settings: "settings",
} as const;

const isPlace = (name: string): name is keyof typeof WHAT => Object.hasOwn(WHAT, name);

/** What a page shows to somebody whose role does not open it; the address says which page it was. */
export function ForbiddenPlace() {
  const t = useTranslations("shell.noPermission");
  const place = usePathname().split("/")[1] ?? "";
  return (
    <NoPermission
      to={t(`what.${isPlace(place) ? WHAT[place] : "other"}`)}
      actions={
        <LinkButton href="/" variant="primary">
          {t("start")}
        </LinkButton>
      }
    />
  );
}
