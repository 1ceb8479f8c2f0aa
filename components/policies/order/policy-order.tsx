"use client";

import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { PolicyView } from "@/lib/contracts/policies";
import { OrderList } from "./order-list";
import { OrderPreview } from "./order-preview";
import type { OrderRights } from "./order-rights";
import { useOrder } from "./use-order";
import { useSaveOrder } from "./use-save-order";

interface PolicyOrderProps {
  /** All that are in force. */
  policies: readonly PolicyView[];
  rights: OrderRights;
  onClose: () => void;
}

/** Puts rules into another order. What that changes stands beside it before anything is saved. */
export function PolicyOrder({ policies, rights, onClose }: PolicyOrderProps) {
  const t = useTranslations("policies.reorder");
  const order = useOrder(policies);
  const saving = useSaveOrder(order, onClose);
  const [looking, setLooking] = useState(false);
  const { question } = useLeaveGuard(order.changed, {
    title: t("leave.title"),
    description: t("leave.description"),
  });
  const count = order.plan.kind === "full" ? 0 : order.plan.changes.length;
  const preview = <OrderPreview order={order} saving={saving} rights={rights} />;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted">{t("hint")}</p>
      <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <OrderList order={order} />
        <Card aria-label={t("preview.title")} className="sticky top-18 max-xl:hidden">
          <CardHeader title={t("preview.title")} />
          <CardBody className="scroll-thin max-h-[calc(100dvh-24rem)] min-h-40 overflow-y-auto">
            {preview}
          </CardBody>
        </Card>
      </div>
      <div className="sticky bottom-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] z-bar -mx-4 flex flex-wrap items-center gap-2 border-line border-t bg-surface px-4 py-2.5 sm:mx-0 sm:rounded-lg sm:border sm:shadow-popover">
        <p role="status" className="min-w-0 flex-1 text-ink-muted text-sm">
          {order.changed ? t("bar.changes", { count }) : t("bar.none")}
        </p>
        <Button onClick={onClose}>{t("bar.discard")}</Button>
        <Button
          variant="primary"
          disabled={!order.changed}
          className="xl:hidden"
          onClick={() => setLooking(true)}
        >
          {t("bar.see")}
        </Button>
      </div>
      <Dialog open={looking} onOpenChange={setLooking} title={t("preview.title")}>
        {preview}
      </Dialog>
      {question}
    </div>
  );
}
