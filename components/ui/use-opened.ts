"use client";

import { useEffect } from "react";
import { useTranslations } from "#i18n";
import { toast } from "./toast";
import { loadAhead, useDeferred } from "./use-deferred";

const AT_REST_MS = 2000;

interface OpenedOptions {
  /** Fetched once the page is at rest, so that it opens where the network has gone since. */
  ahead?: boolean;
}

/**
 * Code of something that opens by a key or by a press elsewhere, null until it has come. That it could not be fetched is
 * said, and it is tried again for as long as it is to be open.
 *
 * @param load a function outside of the component, of the form `() => import("./part")`
 */
export function useOpened<Loaded extends object>(
  load: () => Promise<Loaded>,
  open: boolean,
  { ahead = false }: OpenedOptions = {},
): Loaded | null {
  const t = useTranslations("errors");
  useEffect(() => (ahead ? whenAtRest(() => loadAhead(load)) : undefined), [ahead, load]);
  return useDeferred(load, open, () => toast.error(t("codes.unreachable")));
}

/** Runs when a page that has just been drawn has had its time, and has nothing else to do. */
function whenAtRest(run: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Not every browser tells when it is idle.
    if ("requestIdleCallback" in window) idle = window.requestIdleCallback(run);
    else run();
  }, AT_REST_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) window.cancelIdleCallback(idle);
  };
}
