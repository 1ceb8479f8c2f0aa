"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { ConfirmDialog } from "./confirm-dialog";

interface LeaveWords {
  title: string;
  /** What would be lost. */
  description: string;
}

interface LeaveGuard {
  /** To be rendered. */
  question: ReactNode;
  /** Does what would lose the input; asks first where there is any. */
  leaving: (leave: () => void) => void;
}

/** Asks before a link, Back, a reload, a closed tab or whatever goes through `leaving` would lose what was not saved. */
export function useLeaveGuard(active: boolean, words: LeaveWords): LeaveGuard {
  const t = useTranslations("ui.leave");
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const confirmed = useRef(false);

  useEffect(() => {
    if (!active) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return;
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const url = new URL(link.href);
      if (url.origin !== location.origin || url.href === location.href) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => router.push(url.pathname + url.search + url.hash));
    }
    // Where the browser has no Navigation API, Back cannot be held up.
    const history = "navigation" in window ? window.navigation : null;
    function onNavigate(event: NavigateEvent) {
      const { key, url, sameDocument } = event.destination;
      if (event.navigationType !== "traverse" || !event.cancelable || confirmed.current) return;
      // To another document: `beforeunload` asks. To another state of this page: nothing is lost.
      if (!sameDocument || new URL(url).pathname === location.pathname) return;
      event.preventDefault();
      setLeave(() => () => {
        confirmed.current = true;
        history?.traverseTo(key);
      });
    }
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    history?.addEventListener("navigate", onNavigate);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
      history?.removeEventListener("navigate", onNavigate);
    };
  }, [active, router]);

  const question = (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={(open) => !open && setLeave(null)}
      title={words.title}
      description={words.description}
      confirmLabel={t("confirm")}
      cancelLabel={t("cancel")}
      tone="danger"
      onConfirm={() => leave?.()}
    />
  );
  return { question, leaving: (wanted) => (active ? setLeave(() => wanted) : wanted()) };
}
