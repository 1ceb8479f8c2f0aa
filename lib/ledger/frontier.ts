import { HASH_BYTES, type Hasher, NODE_PREFIX } from "./hasher";

/**
 * The roots of the complete subtrees that a tree of `size` leaves is made of, largest (leftmost) first: one for
 * each 1 bit of `size`, so at most 53. It is all that is needed to append a leaf or to give the root.
 */
export type Frontier = readonly Uint8Array[];

/** A complete subtree: the leaves `index · 2^level` up to, not including, `(index + 1) · 2^level`. */
export interface NodeRef {
  /** 0 for a leaf. */
  readonly level: number;
  readonly index: number;
}

/** A complete subtree together with its root. */
export interface TreeNode extends NodeRef {
  readonly hash: Uint8Array;
}

/** Interior node of RFC 6962, section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(hasher: Hasher, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * HASH_BYTES);
  bytes[0] = NODE_PREFIX;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_BYTES);
  return hasher.sha256(bytes);
}

/**
 * Appends one leaf in place: one node hash on average, at most 53.
 *
 * @param frontier of a tree of `size` leaves; changed to that of `size + 1`.
 * @param completed called with every subtree of two or more leaves that this leaf completes, smallest first.
 */
export function pushLeaf(
  hasher: Hasher,
  frontier: Uint8Array[],
  size: number,
  leaf: Uint8Array,
  completed?: (node: TreeNode) => void,
): void {
  let hash = leaf;
  let level = 0;
  // Plain arithmetic: bit operations would cut `size` at 2^32.
  for (let index = size; index % 2 === 1; ) {
    hash = hashNode(hasher, frontier.pop() as Uint8Array, hash);
    index = (index - 1) / 2;
    level++;
    completed?.({ level, index, hash });
  }
  frontier.push(hash);
}

/** Root of the tree that a frontier stands for; for no leaves, SHA-256 of nothing (RFC 6962, section 2.1). */
export function rootFromFrontier(hasher: Hasher, frontier: Frontier): Uint8Array {
  return foldRight(hasher, frontier) ?? hasher.sha256(new Uint8Array(0));
}

/** Root over leaf hashes in order. */
export function rootFromLeaves(hasher: Hasher, leaves: readonly Uint8Array[]): Uint8Array {
  return rootFromFrontier(hasher, frontierFromLeaves(hasher, leaves));
}

/** Frontier over leaf hashes in order. */
export function frontierFromLeaves(hasher: Hasher, leaves: readonly Uint8Array[]): Uint8Array[] {
  const frontier: Uint8Array[] = [];
  leaves.forEach((leaf, index) => {
    pushLeaf(hasher, frontier, index, leaf);
  });
  return frontier;
}

/** Joins subtree roots from the right, as RFC 6962 splits a tree at the largest power of two; null for none. */
export function foldRight(hasher: Hasher, hashes: readonly Uint8Array[]): Uint8Array | null {
  let root: Uint8Array | null = null;
  for (let i = hashes.length - 1; i >= 0; i--) {
    const hash = hashes[i] as Uint8Array;
    root = root === null ? hash : hashNode(hasher, hash, root);
  }
  return root;
}

/** How many hashes the frontier of a tree of `size` leaves has: the 1 bits of `size`. */
export function frontierLength(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
