"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { errorOf } from "@/lib/client/api-error";
import { fileNameOf, saveFile } from "@/lib/client/download-file";

export type ExportState =
  | { kind: "idle" }
  | { kind: "running"; entries: number; bytes: number }
  | { kind: "saved"; entries: number; bytes: number }
  | { kind: "broke_off"; error: unknown };

const PROGRESS_EVERY_MS = 100;
const LINE_FEED = 10;

/**
 * Downloads an export in the page, so that it can tell how far it is, and hands it to the browser once it is whole: a
 * download that breaks off leaves no half of a file behind.
 */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setState({ kind: "idle" });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (href: string) => {
    const own = new AbortController();
    running.current = own;
    setState({ kind: "running", entries: 0, bytes: 0 });
    try {
      const told = (entries: number, bytes: number) => setState({ kind: "running", entries, bytes });
      const { blob, name, entries } = await download(href, own.signal, told);
      saveFile(blob, name);
      setState({ kind: "saved", entries, bytes: blob.size });
    } catch (error) {
      if (!own.signal.aborted) setState({ kind: "broke_off", error });
    }
  };
  return { state, start, stop };
}

async function download(href: string, signal: AbortSignal, told: (entries: number, bytes: number) => void) {
  const response = await fetch(href, { credentials: "same-origin", signal });
  if (!response.ok || !response.body) throw await errorOf(response);
  let lines = 0;
  let bytes = 0;
  let last = 0;
  // The first line is the file's head.
  const entries = () => Math.max(0, lines - 1);
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
      controller.enqueue(chunk);
      const now = performance.now();
      if (now - last < PROGRESS_EVERY_MS) return;
      last = now;
      told(entries(), bytes);
    },
  });
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  // A blob may lie on the disk; the text of a million entries would not fit well into the page's memory.
  const blob = await new Response(response.body.pipeThrough(counted), {
    headers: { "content-type": type },
  }).blob();
  const name = fileNameOf(response) ?? "export";
  // JSON Lines ends with a line of its own.
  return { blob, name, entries: name.endsWith(".jsonl") ? entries() - 1 : entries() };
}
