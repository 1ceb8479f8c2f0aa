"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { isToastWaiting, subscribeToWaitingToasts } from "./toast";
import { useDeferred } from "./use-deferred";

const loadRegion = () => import("./toast-region");

/**
 * Shows toasts; stands once in the page. Its code comes with the first press of a finger, a button or a key, before
 * anything can have come of that press; so a failed request can be told of without the network that it lacked.
 */
export function Toasts() {
  const waiting = useSyncExternalStore(subscribeToWaitingToasts, isToastWaiting, () => false);
  const touched = useFirstPress();
  const region = useDeferred(loadRegion, touched || waiting);
  return region ? <region.ToastRegion /> : null;
}

function useFirstPress(): boolean {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (pressed) return;
    const press = () => setPressed(true);
    document.addEventListener("pointerdown", press, true);
    document.addEventListener("keydown", press, true);
    return () => {
      document.removeEventListener("pointerdown", press, true);
      document.removeEventListener("keydown", press, true);
    };
  }, [pressed]);
  return pressed;
}
