import { equalBytes } from "./bytes";
import { foldRight, hashNode, type NodeRef } from "./frontier";
import type { Hasher } from "./hasher";

/** One hash of a proof: the complete subtrees, left to right, whose roots folded from the right give it. */
export type ProofStep = readonly NodeRef[];

/** What to read for a proof: at most two nodes a level, so O(log n) reads. One step gives one hash of the proof. */
export type ProofPlan = readonly ProofStep[];

/**
 * Nodes for the inclusion proof of RFC 6962, section 2.1.1.
 *
 * @param index of the leaf (`seq` − 1).
 * @param size of the tree in leaves.
 * @returns the plan; null unless 0 ≤ index < size ≤ 2^53−1.
 */
export function inclusionPlan(index: number, size: number): ProofPlan | null {
  if (!isSize(index) || !isSize(size) || index >= size) return null;
  const steps: ProofStep[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      steps.push(coverOf(middle, end));
      end = middle;
    } else {
      steps.push(coverOf(start, middle));
      start = middle;
    }
  }
  return steps.reverse();
}

/**
 * Nodes for the consistency proof of RFC 6962, section 2.1.2.
 *
 * @param from size of the earlier tree in leaves.
 * @param to size of the later tree in leaves.
 * @returns the plan (empty where the sizes are equal or `from` is 0); null unless 0 ≤ from ≤ to ≤ 2^53−1.
 */
export function consistencyPlan(from: number, to: number): ProofPlan | null {
  if (!isSize(from) || !isSize(to) || from > to) return null;
  if (from === 0 || from === to) return [];
  const steps: ProofStep[] = [];
  let start = 0;
  let end = to;
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      steps.push(coverOf(middle, end));
      end = middle;
    } else {
      steps.push(coverOf(start, middle));
      start = middle;
    }
  }
  // What remains is a subtree of the earlier tree; where it is the whole of it, the verifier has it already.
  if (start > 0) steps.push(coverOf(start, end));
  return steps.reverse();
}

/** Nodes whose roots folded from the right give the root of the first `size` leaves; none for an empty tree. */
export function rootPlan(size: number): ProofStep | null {
  return isSize(size) ? coverOf(0, size) : null;
}

/** The nodes of a plan, each once, for a store that reads them in one query. */
export function planNodes(plan: ProofPlan): NodeRef[] {
  const seen = new Map<string, NodeRef>();
  for (const node of plan.flat()) seen.set(`${node.level}/${node.index}`, node);
  return [...seen.values()];
}

/**
 * The proof's hashes, from nodes that were read.
 *
 * @param node gives the root of a complete subtree; null where it is not known.
 * @returns null when a node was missing.
 */
export function proofFromPlan(
  hasher: Hasher,
  plan: ProofPlan,
  node: (ref: NodeRef) => Uint8Array | null,
): Uint8Array[] | null {
  const proof: Uint8Array[] = [];
  for (const step of plan) {
    const hashes = step.map(node);
    const hash = hashes.every((one) => one !== null) ? foldRight(hasher, hashes) : null;
    if (hash === null) return null;
    proof.push(hash);
  }
  return proof;
}

/**
 * Whether `proof` shows that `leaf` stands at `index` in the tree of `size` leaves whose root is `root`.
 * RFC 9162, section 2.1.3.2, which is RFC 6962's proof with the verification spelled out.
 */
export function verifyInclusion(
  hasher: Hasher,
  claim: {
    readonly leaf: Uint8Array;
    readonly index: number;
    readonly size: number;
    readonly root: Uint8Array;
  },
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(claim.index) || !isSize(claim.size) || claim.index >= claim.size) return false;
  let place = claim.index;
  let last = claim.size - 1;
  let hash = claim.leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = hashNode(hasher, sibling, hash);
      // A node without a sibling to its right moves up unchanged.
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = half(last);
      }
    } else {
      hash = hashNode(hasher, hash, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equalBytes(hash, claim.root);
}

/**
 * Whether `proof` shows that the tree of `to` leaves begins with the tree of `from` leaves, both given by their
 * roots. RFC 9162, section 2.1.4.2. The empty tree begins every tree, and needs no proof.
 */
export function verifyConsistency(
  hasher: Hasher,
  claim: {
    readonly from: number;
    readonly fromRoot: Uint8Array;
    readonly to: number;
    readonly toRoot: Uint8Array;
  },
  proof: readonly Uint8Array[],
): boolean {
  const { from, to, fromRoot, toRoot } = claim;
  if (!isSize(from) || !isSize(to) || from > to) return false;
  if (from === to) return proof.length === 0 && equalBytes(fromRoot, toRoot);
  if (from === 0) return proof.length === 0 && equalBytes(fromRoot, hasher.sha256(new Uint8Array(0)));
  let place = from - 1;
  let last = to - 1;
  while (place % 2 === 1) {
    place = half(place);
    last = half(last);
  }
  // When `from` is a power of two the earlier root itself begins the proof and is left out of it.
  const path = place === 0 ? [fromRoot, ...proof] : proof;
  const [seed, ...rest] = path;
  if (seed === undefined) return false;
  let earlier = seed;
  let later = seed;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      earlier = hashNode(hasher, sibling, earlier);
      later = hashNode(hasher, sibling, later);
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = half(last);
      }
    } else {
      later = hashNode(hasher, later, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equalBytes(earlier, fromRoot) && equalBytes(later, toRoot);
}

/** Complete subtrees that cover the leaves from `start` up to `end`, where `start` is a multiple of their sum's top bit. */
function coverOf(start: number, end: number): NodeRef[] {
  const nodes: NodeRef[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    let width = 1;
    while (at + 2 * width <= end) {
      width *= 2;
      level++;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The largest power of two below `size` (RFC 6962's k). */
function splitOf(size: number): number {
  let k = 1;
  while (2 * k < size) k *= 2;
  return k;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
