"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { VerifyFailure, VerifyMessage, VerifyOrder, VerifyOutcome } from "./verify-messages";

export type Verification =
  | { kind: "idle" }
  | { kind: "running"; entries: number; total: number | null; bytes: number }
  | ({ kind: "done" } & VerifyOutcome)
  | VerifyFailure;

/** Runs a verification in a worker of its own, so that the page stays quick, and ends it with the page. */
export function useVerification(onHolds: (outcome: VerifyOutcome) => void) {
  const [state, setState] = useState<Verification>({ kind: "idle" });
  const worker = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const start = (order: VerifyOrder) => {
    stop();
    setState({ kind: "running", entries: 0, total: null, bytes: 0 });
    const own = new Worker(new URL("./verify.worker.ts", import.meta.url), { type: "module" });
    worker.current = own;
    own.onmessage = ({ data }: MessageEvent<VerifyMessage>) => {
      if (worker.current !== own) return;
      setState(data.kind === "progress" ? { ...data, kind: "running" } : data);
      if (data.kind === "progress") return;
      stop();
      if (data.kind === "done" && data.verdict.kind === "holds") onHolds(data);
    };
    own.onerror = () => {
      setState({ kind: "failed", why: { kind: "no_worker" } });
      stop();
    };
    own.postMessage(order);
  };
  const cancel = () => {
    stop();
    setState({ kind: "idle" });
  };
  return { state, start, cancel };
}
