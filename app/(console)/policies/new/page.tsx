import type { Metadata } from "next";
import { PolicyEditor } from "@/components/policies/policy-editor";
import { Page, PageHeader } from "@/components/ui/page-header";
import { DEFAULT_PRIORITY } from "@/lib/policy";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { editorFacts } from "../editor-facts";

export const metadata: Metadata = { title: "New policy" };

const EMPTY = { display_name: "", effect: "require_approval", priority: DEFAULT_PRIORITY, actions: [] };

export default async function NewPolicyPage() {
  const { caller } = await pageCaller("policies.write");
  return (
    <Page>
      <PageHeader
        title="New policy"
        breadcrumbs={[{ label: "Policies", href: "/policies" }, { label: "New policy" }]}
      />
      <PolicyEditor policy={null} initial={EMPTY} facts={await editorFacts(caller)} />
    </Page>
  );
}
