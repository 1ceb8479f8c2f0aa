import type { Metadata } from "next";
import { TryIt } from "@/components/try-it/try-it";
import { Page, PageHeader } from "@/components/ui/page-header";
import { pageCaller } from "@/lib/server/identity/page-caller";

export const metadata: Metadata = { title: "Try it" };

export default async function TryItPage() {
  const { caller } = await pageCaller("decisions.explain");
  const { permissions } = caller;
  return (
    <Page>
      <PageHeader
        title="Try it"
        description="Send a request and see how it would be decided now. Nothing is recorded, opened or counted."
      />
      <TryIt may={{ agents: permissions.has("agents.read"), people: permissions.has("members.read") }} />
    </Page>
  );
}
