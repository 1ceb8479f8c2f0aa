"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { useErrorWords } from "@/components/ui/error-words";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { policyOrderOperations } from "@/lib/client/operations";
import { policyQueries } from "@/lib/client/policy-queries";
import type { Order } from "./use-order";

const UNDO_MS = 12_000;

interface Change {
  id: string;
  version: number;
  priority: number;
}

/** Saves an order whole, and can take it back as long as nobody has published any of its policies since. */
export function useSaveOrder(order: Order, onSaved: () => void) {
  const t = useTranslations("policies.reorder");
  const errorWords = useErrorWords();
  const router = useRouter();
  const queries = useQueryClient();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function send(changes: readonly Change[], note: string) {
    const { items } = await call(policyOrderOperations.reorder, { body: { changes: [...changes], note } });
    await queries.invalidateQueries({ queryKey: policyQueries.all });
    router.refresh();
    return items;
  }

  async function undo(changes: readonly Change[]) {
    try {
      await send(changes, t("undoNote"));
      toast.success(t("undone"));
    } catch (error) {
      toast.error(t("undoFailed"), { description: errorWords(error) });
    }
  }

  async function save() {
    if (order.plan.kind === "full") return;
    const { changes } = order.plan;
    const versions = new Map(order.before.map(({ id, version }) => [id, version]));
    setSaving(true);
    setFailure(null);
    try {
      const items = await send(
        changes.map(({ id, to }) => ({ id, version: versions.get(id) ?? 0, priority: to })),
        "",
      );
      const former = new Map(changes.map(({ id, from }) => [id, from]));
      const back = items.map(({ id, version, priority }) => ({
        id,
        version,
        priority: former.get(id) ?? priority,
      }));
      onSaved();
      toast.success(t("saved"), {
        description: t("savedBody", { count: changes.length }),
        action: { label: t("undo"), onPress: () => void undo(back) },
        timeoutMs: UNDO_MS,
      });
    } catch (error) {
      setFailure(error);
    } finally {
      setSaving(false);
    }
  }

  /** After a conflict: the order in force now, without the moves that no longer fit it. */
  async function takeNewest() {
    setFailure(null);
    try {
      order.begin(await queries.fetchQuery({ ...policyQueries.whole("published"), staleTime: 0 }));
    } catch (error) {
      setFailure(error);
    }
  }

  return { save, saving, failure, takeNewest };
}
