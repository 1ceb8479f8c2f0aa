import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { PolicyList } from "@/components/policies/policy-list";
import { LinkButton } from "@/components/ui/link-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page, PageHeader } from "@/components/ui/page-header";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { listPolicies } from "@/lib/server/policies";

export const metadata: Metadata = { title: "Policies" };

const FIRST_PAGE = 50;

export default async function PoliciesPage({ searchParams }: { searchParams: Promise<{ status?: string }> }) {
  const { caller } = await pageCaller("policies.read");
  const status = (await searchParams).status === "archived" ? "archived" : "published";
  const first = await listPolicies(caller, { status, limit: FIRST_PAGE });
  const mayWrite = caller.permissions.has("policies.write");
  return (
    <Page>
      <PageHeader
        title="Policies"
        description="In the order in which a decision looks at them. The first that matches decides; when none does, the answer is no."
        actions={
          mayWrite ? (
            <LinkButton href="/policies/new" variant="primary" iconStart={<Plus aria-hidden />}>
              New policy
            </LinkButton>
          ) : null
        }
      />
      <LinkTabs
        aria-label="Which policies"
        className="mb-4"
        items={[
          { href: "/policies", label: "In force", current: status === "published" },
          { href: "/policies?status=archived", label: "Archived", current: status === "archived" },
        ]}
      />
      <PolicyList key={status} status={status} first={first} mayWrite={mayWrite} />
    </Page>
  );
}
