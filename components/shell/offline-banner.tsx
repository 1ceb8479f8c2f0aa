"use client";

import { useSyncExternalStore } from "react";
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
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (online) return null;
  return (
    <Callout tone="caution" appearance="bar" live title="You are offline">
      What you see may be out of date, and nothing you decide is sent until the connection is back.
    </Callout>
  );
}
