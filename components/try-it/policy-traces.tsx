import { useLocale, useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { PolicyTrace } from "@/lib/policy";
import { ConditionTree } from "./condition-tree";
import { policyVerdict } from "./policy-verdict";

interface PolicyTracesProps {
  policies: readonly PolicyTrace[];
  /** Gates or roles refused before policies were asked. */
  notAsked: boolean;
}

/** The policies that were looked at, in order, down to the one that decided. */
export function PolicyTraces({ policies, notAsked }: PolicyTracesProps) {
  const t = useTranslations("try-it.policies");
  const verdict = useTranslations("try-it.verdict");
  const locale = useLocale();
  return (
    <Card>
      <CardHeader title={t("title")} description={t(notAsked ? "notAsked" : "inOrder")} />
      {policies.length === 0 ? (
        <p className="px-4 py-5 text-ink-muted">{t("none")}</p>
      ) : (
        <ol className="divide-y divide-line">
          {policies.map((policy) => (
            <li key={policy.policy_id} className="flex flex-col gap-2 px-4 py-3">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <EffectBadge effect={policy.effect} size="sm" label={t(`effects.${policy.effect}`)} />
                <TextLink href={`/policies/${policy.policy_id}`}>{policy.display_name}</TextLink>
                {policy.matched ? (
                  <Badge tone="accent">{t(notAsked ? "wouldDecide" : "decided")}</Badge>
                ) : null}
              </div>
              <p className="text-ink-muted text-sm">{policyVerdict(policy, verdict, locale)}</p>
              {policy.condition === null ? null : <ConditionTree node={policy.condition} />}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
