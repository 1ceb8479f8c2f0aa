import { PolicyTabs } from "@/components/policies/policy-tabs";
import { VersionHistory } from "@/components/policies/version-history";
import { CopyableId } from "@/components/ui/copyable-id";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";
import type { Caller } from "@/lib/server/caller";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { listMembers } from "@/lib/server/members";
import { listPolicyVersions } from "@/lib/server/policies";
import { getPagePolicy, getPageVersion } from "../find-page-policy";

interface VersionsPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string }>;
}

/** Without a policy, or without that version, it is that of the not-found page. */
export async function generateMetadata(props: VersionsPageProps) {
  await selectedVersion(props);
  const t = await getTranslations("policies.versions");
  return { title: t("title") };
}

async function selectedVersion({ params, searchParams }: VersionsPageProps) {
  const { caller } = await pageCaller("policies.read");
  const policy = await getPagePolicy(caller, (await params).id);
  return {
    caller,
    policy,
    selected: await getPageVersion(caller, policy, (await searchParams).version ?? null),
  };
}

export default async function PolicyVersionsPage(props: VersionsPageProps) {
  const { caller, policy, selected } = await selectedVersion(props);
  const t = await getTranslations("policies.list");
  const [first, previous, authors] = await Promise.all([
    listPolicyVersions(caller, policy.id, { limit: 50 }),
    selected.version > 1 ? getPageVersion(caller, policy, String(selected.version - 1)) : null,
    authorNames(caller),
  ]);
  return (
    <Page>
      <PageHeader
        title={policy.display_name}
        breadcrumbs={[{ label: t("title"), href: "/policies" }, { label: policy.display_name }]}
        meta={<CopyableId id={policy.id} noun={t("policyId")} shorten />}
      />
      <PolicyTabs id={policy.id} current="versions" versions={policy.version} />
      <VersionHistory
        key={policy.version}
        policy={policy}
        first={first}
        selected={selected}
        previous={previous}
        authors={authors}
        mayWrite={caller.permissions.has("policies.write")}
      />
    </Page>
  );
}

async function authorNames(caller: Caller): Promise<Record<string, string>> {
  if (!caller.permissions.has("members.read")) return {};
  const members = await listMembers(caller, { status: "active", limit: 200 });
  return Object.fromEntries(members.items.map((member) => [member.user_id, member.name]));
}
