"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/**
 * Asks before a link, Back, a reload or a closed tab would lose what was not published. Returns the dialog to render.
 *
 * @param of what would be lost: a policy in the editor, or an order of policies
 */
export function useLeaveGuard(active: boolean, of: "editor" | "reorder"): ReactNode {
  const t = useTranslations("policies");
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

  return (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={(open) => !open && setLeave(null)}
      title={t(`${of}.leave.title`)}
      description={t(`${of}.leave.description`)}
      confirmLabel={t(`${of}.leave.confirm`)}
      cancelLabel={t(`${of}.leave.cancel`)}
      tone="danger"
      onConfirm={() => leave?.()}
    />
  );
}
