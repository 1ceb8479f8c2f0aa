import type { Metadata } from "next";
import { IssuerList } from "@/components/token-issuers/issuer-list";
import { TrustIssuer } from "@/components/token-issuers/trust-issuer";
import { Callout } from "@/components/ui/callout";
import { CopyableId } from "@/components/ui/copyable-id";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { listTokenBindings, listTokenIssuers } from "@/lib/server/token-issuers";
import { tokenAudience } from "../token-audience";

const SHOWN = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agents.issuers");
  return { title: t("title") };
}

export default async function TokenIssuersPage() {
  const { caller } = await pageCaller("keys.read");
  const t = await getTranslations("agents");
  const [issuers, bindings, state] = await Promise.all([
    listTokenIssuers(caller, { limit: SHOWN }),
    listTokenBindings(caller, { limit: SHOWN }),
    currentState(caller.organizationId),
  ]);
  const canWrite = caller.permissions.has("keys.write");
  const audience = tokenAudience(caller);
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/agents" }, { label: t("issuers.title") }]}
        title={t("issuers.title")}
        description={t("issuers.description")}
        actions={canWrite ? <TrustIssuer audience={audience} /> : null}
      />
      <div className="flex flex-col gap-4">
        <Callout title={t("issuers.audience.heading")}>
          <p>{t("issuers.audience.text")}</p>
          <CopyableId id={audience} copyLabel={t("issuers.audience.copy")} />
        </Callout>
        <IssuerList
          issuers={issuers.items}
          bindings={bindings.items}
          agentNames={Object.fromEntries([...state.agents.values()].map(({ id, name }) => [id, name]))}
          canWrite={canWrite}
        />
      </div>
    </Page>
  );
}
