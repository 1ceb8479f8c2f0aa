"use client";

import { useEffect, useRef, useState } from "react";
import { approvalOperations } from "@/lib/client/operations";
import type { ApprovalEvent } from "@/lib/contracts/approvals";

/** `lost` only after a moment: a reconnect that nobody could notice is no news. */
export type StreamStatus = "connecting" | "live" | "lost";

const LOST_AFTER_MS = 3000;
const MAX_BACKOFF_MS = 30_000;

interface Listener {
  onChange: (id: string) => void;
  /** Some changes may have been missed. */
  onResync: () => void;
}

/** Listens to the server's word of which approvals changed; comes back by itself after every kind of cut. */
export function useApprovalStream(listener: Listener): StreamStatus {
  const [status, setStatus] = useState<StreamStatus>("connecting");
  const latest = useRef(listener);
  latest.current = listener;

  useEffect(() => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let lost: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;

    function open() {
      source = new EventSource(approvalOperations.stream.path);
      source.onopen = () => {
        clearTimeout(lost);
        lost = undefined;
        failures = 0;
        setStatus("live");
        // The first time too: something may have changed since the server drew the page.
        latest.current.onResync();
      };
      source.addEventListener("approval", (message: MessageEvent<string>) => {
        const { id }: ApprovalEvent = JSON.parse(message.data);
        latest.current.onChange(id);
      });
      source.addEventListener("resync", () => latest.current.onResync());
      source.onerror = () => {
        lost ??= setTimeout(() => setStatus("lost"), LOST_AFTER_MS);
        // The browser reconnects after a cut by itself, but gives up after an answer that is no stream.
        if (source?.readyState !== EventSource.CLOSED) return;
        failures += 1;
        retry = setTimeout(open, Math.min(MAX_BACKOFF_MS, 1000 * 2 ** failures));
      };
    }

    function onVisible() {
      if (document.visibilityState === "visible") latest.current.onResync();
    }

    open();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      clearTimeout(retry);
      clearTimeout(lost);
      source?.close();
    };
  }, []);

  return status;
}
