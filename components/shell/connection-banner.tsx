"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { hasLost, isConnected, reportConnection, subscribeToConnection } from "@/lib/client/connection";

const ASK_EVERY_MS = 3000;
/** A cut that heals before anybody could notice is no news. */
const SAY_AFTER_MS = 1500;

function subscribeToNetwork(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Asks until the server answers again; what is on screen is then fetched anew. */
function useReconnect(connected: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (connected) return;
    const timer = setInterval(() => {
      if (!hasLost("api")) return;
      fetch("/api/livez", { cache: "no-store" }).then(
        (response) => {
          if (!response.ok) return;
          reportConnection("api", true);
          void client.invalidateQueries();
        },
        // Still cut off; the next tick asks again.
        () => undefined,
      );
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [connected, client]);
}

/** Says that the network or the server is gone, over the head of the page: nothing moves when it comes and goes. */
export function ConnectionBanner() {
  const t = useTranslations("shell");
  const online = useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  );
  const connected = useSyncExternalStore(subscribeToConnection, isConnected, () => true);
  const [said, setSaid] = useState(false);
  useReconnect(connected);

  useEffect(() => {
    if (connected) return setSaid(false);
    const timer = setTimeout(() => setSaid(true), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [connected]);

  if (online && !said) return null;
  const words = online ? "reconnecting" : "offline";
  return (
    <div className="sticky top-13 z-bar h-0 print:hidden">
      <Callout tone="caution" appearance="bar" live title={t(`${words}.title`)}>
        {t(`${words}.text`)}
      </Callout>
    </div>
  );
}
