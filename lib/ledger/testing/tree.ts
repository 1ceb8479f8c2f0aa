import { foldRight, frontierFromLeaves, type NodeRef } from "../frontier";
import type { Hasher } from "../hasher";

/** A reader of complete subtrees over leaves in memory; null beyond the last leaf. */
export function nodeOfLeaves(
  hasher: Hasher,
  leaves: readonly Uint8Array[],
): (node: NodeRef) => Uint8Array | null {
  const known = new Map<string, Uint8Array>();
  return ({ level, index }) => {
    const width = 2 ** level;
    const name = `${level}/${index}`;
    if ((index + 1) * width > leaves.length) return null;
    const hash =
      known.get(name) ??
      foldRight(hasher, frontierFromLeaves(hasher, leaves.slice(index * width, (index + 1) * width)));
    if (hash !== null) known.set(name, hash);
    return hash;
  };
}
