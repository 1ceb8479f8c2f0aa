import type { ReactNode } from "react";

export type ToastKind = "success" | "error" | "info";

export interface ToastOptions {
  description?: ReactNode;
  /** One thing to do about it, such as Undo or Open. */
  action?: { label: string; onPress: () => void };
  /** Takes back what the toast tells of, where it can be taken back; when it throws, the toast's reader is told. */
  undo?: () => Promise<unknown> | unknown;
  /** Milliseconds; 0 keeps it until it is dismissed. Errors stay unless this says otherwise. */
  timeoutMs?: number;
}

export interface ToastEntry {
  id: string;
  kind: ToastKind;
  title: ReactNode;
  options: ToastOptions;
}

/** The corner of the page that shows toasts; it comes after the page itself. */
interface ToastPlace {
  show: (entry: ToastEntry) => void;
  close: (id: string) => void;
}

let place: ToastPlace | null = null;
let waiting: readonly ToastEntry[] = [];
let count = 0;
const listeners = new Set<() => void>();

function setWaiting(next: readonly ToastEntry[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function add(kind: ToastKind, title: ReactNode, options: ToastOptions = {}): string {
  count += 1;
  const entry = { id: `toast-${count}`, kind, title, options };
  if (place) place.show(entry);
  else setWaiting([...waiting, entry]);
  return entry.id;
}

/** Tells about something that has happened; callable from anywhere in the browser. Returns the toast's id. */
export const toast = {
  success: (title: ReactNode, options?: ToastOptions) => add("success", title, options),
  error: (title: ReactNode, options?: ToastOptions) => add("error", title, options),
  info: (title: ReactNode, options?: ToastOptions) => add("info", title, options),
  dismiss: (id: string) => {
    if (place) place.close(id);
    else setWaiting(waiting.filter((entry) => entry.id !== id));
  },
};

/** Whether a toast waits for a place that shows it. */
export const isToastWaiting = (): boolean => waiting.length > 0;

export function subscribeToWaitingToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From now on toasts are shown there, those that waited first. Returns what ends it. */
export function showToastsIn(next: ToastPlace): () => void {
  place = next;
  for (const entry of waiting) next.show(entry);
  setWaiting([]);
  return () => {
    if (place === next) place = null;
  };
}
