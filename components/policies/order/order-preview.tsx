"use client";

import { useMemo } from "react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorWords } from "@/components/ui/error-words";
import { ApiError } from "@/lib/client/api-error";
import { type PairChange, pairsChanged } from "./order-effects";
import type { OrderRights } from "./order-rights";
import { OrderSamples } from "./order-samples";
import { PreviewSection } from "./preview-section";
import { RecentDecisions } from "./recent-decisions";
import type { Order } from "./use-order";
import type { useSaveOrder } from "./use-save-order";

interface OrderPreviewProps {
  order: Order;
  saving: ReturnType<typeof useSaveOrder>;
  rights: OrderRights;
}

/** What the order under way would change, before it is saved. */
export function OrderPreview({ order, saving, rights }: OrderPreviewProps) {
  const t = useTranslations("policies.reorder.preview");
  const { before, after, plan, changed } = order;
  const pairs = useMemo(() => pairsChanged(before, after), [before, after]);
  if (!changed) return <p className="text-ink-muted text-sm">{t("nothing")}</p>;
  if (plan.kind === "full") return <Callout tone="caution" title={t("full")} />;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Priorities order={order} />
      <PreviewSection title={t("decisions")}>
        <Pairs pairs={pairs} />
      </PreviewSection>
      {rights.maySimulate && pairs.length > 0 ? (
        <OrderSamples before={before} after={after} plan={plan} pairs={pairs} />
      ) : null}
      {rights.mayReadAudit && pairs.length > 0 ? <RecentDecisions pairs={pairs} /> : null}
      <SaveFailure saving={saving} />
      {/* Beside the list it stays in sight while what stands above it is read. */}
      <div className="flex flex-col xl:sticky xl:-bottom-4 xl:-mb-4 xl:bg-surface xl:py-3">
        <Button variant="primary" loading={saving.saving} onClick={() => void saving.save()}>
          {t("save")}
        </Button>
      </div>
    </div>
  );
}

function Priorities({ order }: { order: Order }) {
  const t = useTranslations("policies.reorder");
  const { after, plan } = order;
  if (plan.kind === "full") return null;
  const names = new Map(after.map(({ id, display_name: name }) => [id, name]));
  return (
    <PreviewSection title={t("preview.priorities")} hint={t("preview.prioritiesHint")}>
      <ul className="flex flex-col gap-1">
        {plan.changes.map(({ id, from, to }) => (
          <li key={id} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 break-words">{names.get(id)}</span>
            <span className="num shrink-0 font-medium text-accent-ink">{t("becomes", { from, to })}</span>
          </li>
        ))}
      </ul>
    </PreviewSection>
  );
}

const SHOWN = 8;

function Pairs({ pairs }: { pairs: readonly PairChange[] }) {
  const t = useTranslations("policies.reorder.preview");
  if (pairs.length === 0) return <p className="text-sm">{t("noDecision")}</p>;
  return (
    <>
      <p className="text-sm">{t("pairs", { count: pairs.length })}</p>
      <ul className="flex flex-col gap-2">
        {pairs.slice(0, SHOWN).map((pair) => (
          <li
            key={`${pair.first.id} ${pair.second.id}`}
            className="flex flex-col gap-1 border-caution-line border-l-2 pl-3"
          >
            <PairWords {...pair} />
          </li>
        ))}
      </ul>
      {pairs.length > SHOWN ? (
        <p className="text-ink-muted text-sm">{t("morePairs", { count: pairs.length - SHOWN })}</p>
      ) : null}
    </>
  );
}

function PairWords({ first, second, differs }: PairChange) {
  const t = useTranslations("policies.reorder.preview");
  return (
    <>
      <p className="break-words">
        {t.rich("pair", {
          first: () => <strong className="font-semibold">{first.display_name}</strong>,
          second: () => <strong className="font-semibold">{second.display_name}</strong>,
        })}
      </p>
      <p className="text-ink-muted text-sm">
        {differs === "effect"
          ? t.rich("effectFlips", {
              before: () => <EffectBadge size="sm" effect={second.effect} />,
              after: () => <EffectBadge size="sm" effect={first.effect} />,
            })
          : differs === "approval"
            ? t("approvalDiffers")
            : t("obligationsDiffer")}
      </p>
    </>
  );
}

function SaveFailure({ saving }: Pick<OrderPreviewProps, "saving">) {
  const t = useTranslations("policies.reorder.preview");
  const errorWords = useErrorWords();
  if (saving.failure === null) return null;
  const conflict = saving.failure instanceof ApiError && saving.failure.code === "conflict";
  return (
    <Callout
      tone="negative"
      live
      title={t("failed")}
      actions={
        conflict ? (
          <Button size="sm" onClick={() => void saving.takeNewest()}>
            {t("newest")}
          </Button>
        ) : null
      }
    >
      {errorWords(saving.failure)}
    </Callout>
  );
}
