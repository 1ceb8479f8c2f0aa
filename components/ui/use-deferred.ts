"use client";

import { useEffect, useRef, useState } from "react";

const AGAIN_MS = 3000;

/**
 * Code that a page needs only once somebody acts, null until it has come. A load that fails is tried again for as long
 * as it is wanted, so a cut connection never takes the page down with it.
 *
 * @param load a function outside of the component, of the form `() => import("./part")`
 * @param onFailure told when the first attempt has failed
 */
export function useDeferred<Loaded extends object>(
  load: () => Promise<Loaded>,
  wanted: boolean,
  onFailure?: () => void,
): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const failed = useRef(onFailure);
  failed.current = onFailure;
  useEffect(() => {
    if (!wanted || loaded !== null) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = (isFirst: boolean) =>
      load().then(
        (come) => {
          if (!stopped) setLoaded(come);
        },
        () => {
          if (stopped) return;
          if (isFirst) failed.current?.();
          timer = setTimeout(() => void attempt(false), AGAIN_MS);
        },
      );
    void attempt(true);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [load, loaded, wanted]);
  return loaded;
}

/** Starts a load that somebody is about to want; whether it fails is known, and told, when they do. */
export function loadAhead(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}
