"use client";

import { createContext, useContext } from "react";
import type { Fault } from "@/lib/contracts/faults";
import { usePolicyFaultWords } from "./fault-words";

export interface FaultView {
  readonly faults: readonly Fault[];
  /** Whether the place has been edited, or everything was asked for: an empty form accuses nobody. */
  readonly isShown: (pointer: string) => boolean;
}

export const FaultContext = createContext<FaultView>({ faults: [], isShown: () => false });

/** The sentence about one place of the document; with `within`, about anything in it too. */
export function useFault(pointer: string, { within = false } = {}): string | undefined {
  const { faults, isShown } = useContext(FaultContext);
  const words = usePolicyFaultWords();
  if (!isShown(pointer)) return undefined;
  const found = faults.find(
    (fault) => fault.pointer === pointer || (within && fault.pointer.startsWith(`${pointer}/`)),
  );
  return found && words(found);
}
