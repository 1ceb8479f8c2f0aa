import { errorOf } from "@/lib/client/api-error";
import { portableHasher, verifyEd25519Portable, verifyExport } from "@/lib/ledger";
import { HeadReader } from "./export-head";
import type { VerifyFailure, VerifyMessage, VerifyOrder } from "./verify-messages";

/** Often enough to look alive, seldom enough to cost nothing. */
const PROGRESS_EVERY_MS = 80;

/** A worker's global scope, of which the page's type library knows nothing. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<VerifyOrder>) => void) | null;
  postMessage(message: VerifyMessage): void;
};

scope.onmessage = ({ data }) => {
  verify(data).catch(() => scope.postMessage({ kind: "failed", why: { kind: "broke_off" } }));
};

/** Hashes everything itself; of the server it takes nothing but the bytes. */
async function verify(order: VerifyOrder): Promise<void> {
  const started = performance.now();
  const body = await open(order.source);
  if ("why" in body) return scope.postMessage(body);
  const reader = new HeadReader();
  const state = { bytes: 0, told: 0 };
  const options = {
    hasher: portableHasher,
    verifySignature: verifyEd25519Portable,
    trustedKeys: order.trustedKeys,
    earlierCheckpoints: order.earlierCheckpoints,
    ...(order.source.kind === "file" && { orgHints: order.source.file.name.split(/[^A-Za-z0-9_]+/) }),
  };
  const verdict = await verifyExport(watched(body, reader, state), options, (entries) => {
    const now = performance.now();
    if (now - state.told < PROGRESS_EVERY_MS) return;
    state.told = now;
    scope.postMessage({ kind: "progress", entries, total: reader.head.entries, bytes: state.bytes });
  });
  const { checkpoint, keys } = reader.head;
  const milliseconds = Math.round(performance.now() - started);
  scope.postMessage({ kind: "done", verdict, checkpoint, keys, bytes: state.bytes, milliseconds });
}

/** The bytes, or why there are none. */
async function open(source: VerifyOrder["source"]): Promise<ReadableStream<Uint8Array> | VerifyFailure> {
  if (source.kind === "file") return source.file.stream();
  const response = await fetch(source.url, { credentials: "same-origin" });
  if (response.ok && response.body) return response.body;
  const { problem } = await errorOf(response);
  return { kind: "failed", why: { kind: "refused", problem } };
}

async function* watched(body: ReadableStream<Uint8Array>, head: HeadReader, state: { bytes: number }) {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      state.bytes += value.byteLength;
      head.see(value);
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
