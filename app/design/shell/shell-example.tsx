"use client";

import { Bot, FlaskConical, Inbox, ScrollText, Settings, ShieldCheck, Users } from "lucide-react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";
import { NoPermission } from "@/components/shell/no-permission";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";

const items: NavItem[] = [
  { id: "inbox", label: "Inbox", href: "/design/shell", icon: <Inbox aria-hidden />, key: "i" },
  { id: "audit", label: "Audit", href: "/design/audit", icon: <ScrollText aria-hidden />, key: "l" },
  {
    id: "policies",
    label: "Policies",
    href: "/design/policies",
    icon: <ShieldCheck aria-hidden />,
    section: "Control",
    key: "p",
  },
  {
    id: "agents",
    label: "Agents",
    href: "/design/agents",
    icon: <Bot aria-hidden />,
    section: "Control",
    key: "a",
  },
  {
    id: "try",
    label: "Try it",
    href: "/design/try-it",
    icon: <FlaskConical aria-hidden />,
    section: "Control",
    key: "t",
  },
  {
    id: "people",
    label: "People",
    href: "/design/people",
    icon: <Users aria-hidden />,
    section: "Organization",
  },
  {
    id: "settings",
    label: "Settings",
    href: "/design/settings",
    icon: <Settings aria-hidden />,
    section: "Organization",
  },
];

export function ShellExample() {
  return (
    <AppShell
      user={{
        id: "usr_example",
        name: "Dr. Maya Okafor",
        email: "maya.okafor@riverside.example",
        roles: ["Attending physician"],
      }}
      organization={{ id: "org_riverside", name: "Riverside Hospital", region: "us-east" }}
      organizations={[
        { id: "org_riverside", name: "Riverside Hospital" },
        { id: "org_lakeside", name: "Lakeside Clinic" },
      ]}
      permissions={[]}
      session={null}
      items={items}
      pendingCount={3}
      onLocale={async () => undefined}
      onSignOut={() => {
        toast.info("Signed out");
      }}
    >
      <Page>
        <PageHeader
          title="Inbox"
          description="Requests that wait for a person."
          breadcrumbs={[{ label: "Design", href: "/design" }, { label: "Shell" }]}
          actions={<Button>Out of office</Button>}
        />
        <Card>
          <EmptyState
            icon={<Inbox />}
            title="Nothing waits for you"
            description="New requests appear here by themselves."
          />
        </Card>
        <NoPermission to="changing policies" />
      </Page>
    </AppShell>
  );
}
