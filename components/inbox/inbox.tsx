"use client";

import { type MouseEvent, useCallback, useDeferredValue, useEffect, useRef } from "react";
import { useTranslations } from "#i18n";
import { LinkTabs } from "@/components/ui/link-tabs";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { Approval } from "@/lib/contracts/approvals";
import { useInbox } from "./inbox-context";
import { InboxToolbar } from "./inbox-toolbar";
import { type Tab, tabHref } from "./inbox-view";
import { RequestList } from "./request-list";
import { RequestPane } from "./request-pane";
import { useInboxView } from "./use-inbox-view";
import { useQueue } from "./use-queue";
import { useKnownWaitingCount } from "./use-waiting-count";

const DESK = "(min-width: 64rem)";

/** The queue: a list, and at a desk the chosen request beside it. */
export function Inbox({ defaultTab }: { defaultTab: Tab }) {
  const { viewer } = useInbox();
  const t = useTranslations("inbox");
  const { view, request, change } = useInboxView(defaultTab);
  const queue = useQueue(view);
  const waiting = useKnownWaitingCount();
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const entering = useRef<string | null>(null);
  // Drawn by the server for both; on a phone nobody sees the pane, so nothing of it may live on.
  const atDesk = useMediaQuery(DESK, true);
  const selectedId = request ?? queue.items[0]?.id ?? null;
  // The list answers a key at once; the request beside it follows in the next frames, and is skipped where the keys are faster.
  const shownId = useDeferredValue(selectedId);

  const select = useCallback((id: string) => void change({ request: id }), [change]);

  /** Goes into the request that was opened by Enter, once it stands there. */
  const enter = useCallback(() => {
    if (entering.current === null) return;
    const title = pane.current?.querySelector<HTMLElement>(`#${CSS.escape(`${entering.current}-title`)}`);
    if (!title) return;
    entering.current = null;
    title.focus();
  }, []);

  function move(step: 1 | -1) {
    entering.current = null;
    const at = queue.items.findIndex(({ id }) => id === selectedId);
    const next = queue.items[Math.min(queue.items.length - 1, Math.max(0, at + step))];
    if (!next) return;
    select(next.id);
    const link = list.current?.querySelector<HTMLElement>(`[data-request="${CSS.escape(next.id)}"]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest" });
  }

  /** The new ones come on top; what is open stays open. */
  function reveal() {
    if (request === null && selectedId !== null) select(selectedId);
    queue.reveal();
    list.current?.scrollTo({ top: 0 });
  }

  const open = useCallback(
    (approval: Approval, event: MouseEvent<HTMLAnchorElement>) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || !atDesk) return;
      event.preventDefault();
      select(approval.id);
      // Enter goes into the request; a press of the mouse leaves the reader in the list.
      if (event.detail > 0) return;
      entering.current = approval.id;
      requestAnimationFrame(enter);
    },
    [atDesk, select, enter],
  );
  useEffect(enter);

  useShortcuts([
    { keys: "j", label: t("keys.next"), group: t("keys.inbox"), run: () => move(1) },
    { keys: "k", label: t("keys.previous"), group: t("keys.inbox"), run: () => move(-1) },
  ]);

  const tabs: Tab[] = viewer.mayVote ? ["me", "open", "history"] : ["open", "history"];
  return (
    <div className="lg:grid lg:h-[calc(100dvh-3.25rem)] lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
      <section
        aria-label={t("list.region")}
        className="flex min-h-[calc(100dvh-7.25rem)] flex-col bg-surface lg:min-h-0 lg:border-line lg:border-r"
      >
        <div className="px-4 pt-4">
          <h1 className="pb-1 font-semibold text-2xl">{t("title")}</h1>
          <LinkTabs
            aria-label={t("tabs.label")}
            className="-mx-4 px-4"
            items={tabs.map((tab) => ({
              href: tabHref(tab),
              label: t(`tabs.${tab}`),
              current: tab === view.tab,
              count: tab === "me" && waiting > 0 ? waiting : undefined,
            }))}
          />
        </div>
        <div className="sticky top-13 z-10 border-line border-b bg-surface lg:static">
          <InboxToolbar
            view={view}
            items={queue.items}
            freshCount={queue.fresh.length}
            onReveal={reveal}
            onChange={(filter) => void change({ ...filter, request: null })}
          />
        </div>
        <div ref={list} className="scroll-thin min-h-0 flex-1 lg:overflow-y-auto">
          <RequestList view={view} queue={queue} selectedId={selectedId} onOpen={open} />
        </div>
      </section>
      <section
        ref={pane}
        aria-label={t("list.detail")}
        // What is no longer chosen cannot be decided.
        inert={shownId !== selectedId}
        className="hidden min-h-0 min-w-0 lg:flex lg:flex-col"
      >
        {shownId && atDesk ? (
          <RequestPane key={shownId} id={shownId} listed={queue.items.find(({ id }) => id === shownId)} />
        ) : null}
      </section>
    </div>
  );
}
