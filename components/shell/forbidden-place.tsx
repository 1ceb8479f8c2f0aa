"use client";

import { usePathname } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { NoPermission } from "./no-permission";

const TO: Record<string, string> = {
  inbox: "seeing what waits for approval",
  approvals: "seeing what waits for approval",
  policies: "this part of the policies",
  agents: "this part of the agents",
  "try-it": "trying requests and seeing decisions explained",
  audit: "seeing the audit log",
  grants: "seeing emergency access",
  people: "seeing people and their roles",
  settings: "seeing settings",
};

/** What a page shows to somebody whose role does not open it; the address says which page it was. */
export function ForbiddenPlace() {
  const place = usePathname().split("/")[1] ?? "";
  return (
    <NoPermission
      to={TO[place] ?? "this page"}
      actions={
        <LinkButton href="/" variant="primary">
          Go to the start
        </LinkButton>
      }
    />
  );
}
