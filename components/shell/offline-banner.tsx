"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Stands above the page while the browser has no network. */
export function OfflineBanner() {
  const t = useTranslations("shell.offline");
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (online) return null;
  return (
    <Callout tone="caution" appearance="bar" live title={t("title")}>
      {t("text")}
    </Callout>
  );
}
