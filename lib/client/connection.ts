/** Whatever reaches for the server in the background or in the foreground: the API's calls, the inbox's stream. */
const lost = new Set<string>();
const listeners = new Set<() => void>();

/** Says whether a source has the server at present. */
export function reportConnection(source: string, live: boolean): void {
  const before = lost.size;
  if (live) lost.delete(source);
  else lost.add(source);
  if (before !== lost.size) for (const listener of listeners) listener();
}

export function subscribeToConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isConnected = (): boolean => lost.size === 0;

/** Whether this one source has lost the server. */
export const hasLost = (source: string): boolean => lost.has(source);
