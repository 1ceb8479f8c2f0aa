const listeners = new Set<() => void>();

/** The API has answered 401: whoever sits here is not signed in any more. */
export function reportSignedOut(): void {
  for (const listener of listeners) listener();
}

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
