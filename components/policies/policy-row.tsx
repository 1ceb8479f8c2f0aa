import Link from "next/link";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { PolicyView } from "@/lib/contracts/policies";
import { fieldTexts } from "./document/policy-members";
import { storedSentence } from "./stored-sentence";
import { usePolicyLanguage } from "./use-policy-language";

const ACTIONS_SHOWN = 2;

/** One policy: when it is looked at, what it does, and its sentence. */
export function PolicyRow({ policy }: { policy: PolicyView }) {
  const t = useTranslations("policies.row");
  const language = usePolicyLanguage();
  return (
    <li className="relative grid min-w-0 grid-cols-[2.75rem_minmax(0,1fr)] items-start gap-x-3 px-4 py-2.5 transition-colors duration-fast hover:bg-hover sm:grid-cols-[2.75rem_9.75rem_minmax(0,1fr)] lg:grid-cols-[2.75rem_9.75rem_minmax(0,1fr)_14rem]">
      <span
        title={t("priorityHint")}
        className="num flex h-6 items-center justify-center rounded-md border border-line bg-sunken font-medium text-ink-muted text-sm"
      >
        <span className="sr-only">{t("priority")} </span>
        {policy.priority}
      </span>
      <span className="flex h-6 items-center">
        <EffectBadge effect={policy.effect} label={t(`effects.${policy.effect}`)} />
      </span>
      <div className="col-span-2 flex min-w-0 flex-col gap-0.5 pt-1.5 sm:col-span-1 sm:pt-0">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/policies/${policy.id}`}
            className="min-w-0 break-words rounded-xs font-semibold text-base text-ink leading-6 after:absolute after:inset-0 hover:underline"
          >
            {policy.display_name}
          </Link>
          {policy.enabled || policy.status === "archived" ? null : (
            <Badge appearance="outline">{t("disabled")}</Badge>
          )}
        </div>
        <p className="max-w-prose break-words text-ink-muted">{storedSentence(policy, language)}</p>
      </div>
      <div className="col-span-2 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 pt-1.5 text-ink-faint text-xs sm:col-span-1 sm:col-start-3 lg:col-start-4 lg:flex-col lg:items-end lg:pt-1">
        <Actions names={fieldTexts(policy.document.actions)} />
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <span className="num">{t("version", { version: policy.version })}</span>
          <span aria-hidden>·</span>
          <Time at={policy.updated_at} />
        </span>
      </div>
    </li>
  );
}

/** The names by which agents ask, for those who know them better than the sentence. */
function Actions({ names }: { names: readonly string[] }) {
  const t = useTranslations("policies.row");
  return (
    <span className="flex min-w-0 max-w-full flex-wrap items-center gap-1 lg:justify-end">
      {names.slice(0, ACTIONS_SHOWN).map((name) => (
        <code
          key={name}
          className="max-w-full truncate rounded-sm border border-line bg-sunken px-1 py-px text-ink-muted"
        >
          {name}
        </code>
      ))}
      {names.length > ACTIONS_SHOWN ? (
        <span>{t("moreActions", { count: names.length - ACTIONS_SHOWN })}</span>
      ) : null}
    </span>
  );
}
