import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { capitalized, rolesInText } from "@/components/inbox/request-words";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Tag } from "@/components/ui/tag";
import type { PolicyView } from "@/lib/contracts/policies";
import type { Translator } from "@/lib/i18n/translator";
import {
  approvalTerms,
  describeCondition,
  type JsonObject,
  type PolicyLanguage,
  parseCondition,
  parsePolicy,
} from "@/lib/policy";
import { formatJson } from "./document/format-json";
import { fieldTexts } from "./document/policy-members";
import { PolicySentence } from "./policy-sentence";
import { storedSentence } from "./stored-sentence";
import { usePolicyLanguage } from "./use-policy-language";

/** A policy for those who may read and not change it: no control that could be taken for an editor. */
export function PolicyReading({ policy }: { policy: PolicyView }) {
  const t = useTranslations("policies.describe");
  const row = useTranslations("policies.row");
  const language = usePolicyLanguage();
  const document = policy.document as JsonObject;
  const types = fieldTexts(document.resource_types);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PolicySentence sentence={storedSentence(policy, language)} missing={0} />
      <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_28rem]">
        <Card aria-label={t("rule")}>
          <CardHeader title={t("rule")} />
          <CardBody>
            <DataList>
              <DataItem label={t("effect")}>
                <EffectBadge effect={policy.effect} label={row(`effects.${policy.effect}`)} />
              </DataItem>
              <DataItem label={row("priority")}>{policy.priority}</DataItem>
              <DataItem label={t("actions")}>
                <Tags texts={fieldTexts(document.actions)} />
              </DataItem>
              <DataItem label={t("types")}>
                {types.length > 0 ? <Tags texts={types} /> : t("everyType")}
              </DataItem>
              <DataItem label={t("condition")}>
                {conditionWords(document, language) ?? t("noCondition")}
              </DataItem>
              <DataItem label={t("unknown")}>
                {document.unknown === "match" ? t("applies") : t("passedOver")}
              </DataItem>
              {policy.effect === "require_approval" ? <ApprovalItems document={document} /> : null}
              <DataItem label={t("state")}>
                {t(
                  `states.${policy.status === "archived" ? "archived" : policy.enabled ? "inForce" : "disabled"}`,
                )}
              </DataItem>
            </DataList>
          </CardBody>
        </Card>
        <CodeBlock title={t("json")} label={t("jsonLabel")} code={formatJson(document)} />
      </div>
    </div>
  );
}

function ApprovalItems({ document }: { document: JsonObject }) {
  const t = useTranslations("policies.describe");
  const words = useTranslations("inbox.words");
  const language = usePolicyLanguage();
  const parsed = parsePolicy(document);
  if (parsed.kind === "invalid") return null;
  const terms = approvalTerms(parsed.value.approval);
  return (
    <>
      <DataItem label={t("approvers")}>
        {capitalized(
          terms.stages
            .map(({ approver_roles: roles, quorum }) => {
              const who = roles.length > 0 ? rolesInText(roles, words, language) : t("anybody");
              return t("stage", { quorum, who });
            })
            .reduce((before, after) => t("then", { before, after })),
        )}
      </DataItem>
      <DataItem label={t("expires")}>{durationWords(terms.expires_in_seconds, t)}</DataItem>
      <DataItem label={t("separation")}>{terms.separation_of_duties ? t("yes") : t("no")}</DataItem>
      <DataItem label={t("reason")}>
        {terms.require_reason === "always" ? t("reasonAlways") : t("reasonDeny")}
      </DataItem>
      {terms.step_up === "passkey" ? <DataItem label={t("presence")}>{t("passkey")}</DataItem> : null}
      {terms.relationship === null ? null : (
        <DataItem label={t("relationship")}>{describeCondition(terms.relationship, language)}</DataItem>
      )}
    </>
  );
}

function durationWords(seconds: number, t: Translator<"policies.describe">): string {
  if (seconds % 3600 === 0) return t("hours", { count: seconds / 3600 });
  return seconds % 60 === 0 ? t("minutes", { count: seconds / 60 }) : t("seconds", { count: seconds });
}

function Tags({ texts }: { texts: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {texts.map((text) => (
        <Tag key={text} mono>
          {text}
        </Tag>
      ))}
    </span>
  );
}

function conditionWords(document: JsonObject, language: PolicyLanguage): string | null {
  const parsed = parseCondition(document.condition ?? true);
  if (parsed.kind === "invalid" || parsed.value === true) return null;
  return describeCondition(parsed.value, language);
}
