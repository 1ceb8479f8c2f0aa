import { useLocale, useTranslations } from "#i18n";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";
import { localeOfTag } from "@/lib/i18n/locales";
import { labelOf, rolesText, valueText } from "./request-words";

/** Said elsewhere on the page, or identifiers for machines. */
const TOLD = new Set(["purpose", "purpose_of_use", "emergency", "record_type"]);

/** What else the agent said, and by which rule somebody has to decide it. */
export function RequestFacts({ approval }: { approval: Approval }) {
  const t = useTranslations("inbox.facts");
  const words = useTranslations("inbox.words");
  const locale = useLocale();
  const context = Object.entries(approval.context).filter(([name]) => !TOLD.has(name));
  const claims = Object.entries(approval.resource.attrs).filter(
    ([name, value]) => !TOLD.has(name) && valueText(value, words) !== approval.resource.id,
  );
  return (
    <Card aria-label={t("region")} className="px-4 py-2">
      <DataList>
        {context.map(([name, value]) => (
          <DataItem key={name} label={labelOf(name, words)}>
            {valueText(value, words)}
          </DataItem>
        ))}
        {claims.map(([name, value]) => (
          <DataItem key={name} label={t("claim", { name: labelOf(name, words) })}>
            {valueText(value, words)}
          </DataItem>
        ))}
        <DataItem label={t("rule")}>
          <p>{approval.policy.sentences[localeOfTag(locale)]}</p>
          <p className="text-ink-faint text-sm">{approval.policy.display_name}</p>
        </DataItem>
        <DataItem label={t("asked")}>
          <Time at={approval.created_at} />
        </DataItem>
        <DataItem label={t("whoDecides")}>{rolesText(approval.approver_roles, words, locale)}</DataItem>
        <DataItem label={t("decision")}>
          <CopyableId id={approval.decision_id} noun={t("decisionId")} shorten />
        </DataItem>
      </DataList>
    </Card>
  );
}
