import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "./bytes";
import { frontierLength, hashNode, type NodeRef, rootFromLeaves } from "./frontier";
import { portableHasher as hasher } from "./portable-crypto";
import {
  consistencyPlan,
  inclusionPlan,
  planNodes,
  proofFromPlan,
  rootPlan,
  verifyConsistency,
  verifyInclusion,
} from "./proof";
import { nodeOfLeaves } from "./testing/tree";

const SIZES = 70;
const leaves = Array.from({ length: SIZES }, (_, i) => hasher.sha256(utf8(`leaf ${i}`)));
const read = nodeOfLeaves(hasher, leaves);
const rootOf = (size: number) => rootFromLeaves(hasher, leaves.slice(0, size));
const roots = Array.from({ length: SIZES + 1 }, (_, size) => rootOf(size));

/** RFC 6962, section 2.1, word for word: the oracle of everything that is computed another way here. */
function rootByDefinition(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return hasher.sha256(new Uint8Array());
  if (hashes.length === 1) return only;
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  return hashNode(hasher, rootByDefinition(hashes.slice(0, k)), rootByDefinition(hashes.slice(k)));
}

/** RFC 6962, section 2.1.1, PATH(m, D[n]). */
function pathByDefinition(m: number, hashes: readonly Uint8Array[]): Uint8Array[] {
  if (hashes.length <= 1) return [];
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  return m < k
    ? [...pathByDefinition(m, hashes.slice(0, k)), rootByDefinition(hashes.slice(k))]
    : [...pathByDefinition(m - k, hashes.slice(k)), rootByDefinition(hashes.slice(0, k))];
}

/** RFC 6962, section 2.1.2, SUBPROOF(m, D[n], b). */
function subproofByDefinition(m: number, hashes: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === hashes.length) return whole ? [] : [rootByDefinition(hashes)];
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  return m <= k
    ? [...subproofByDefinition(m, hashes.slice(0, k), whole), rootByDefinition(hashes.slice(k))]
    : [...subproofByDefinition(m - k, hashes.slice(k), false), rootByDefinition(hashes.slice(0, k))];
}

function planned(plan: ReturnType<typeof inclusionPlan>): Uint8Array[] {
  const proof = plan && proofFromPlan(hasher, plan, read);
  if (!proof) throw new Error("There is no proof.");
  return proof;
}

function leafAt(index: number): Uint8Array {
  const leaf = leaves[index];
  if (leaf === undefined) throw new Error(`There is no leaf ${index}.`);
  return leaf;
}

function flipped(hash: Uint8Array): Uint8Array {
  const other = hash.slice();
  other[0] = (other[0] ?? 0) ^ 1;
  return other;
}

describe("the tree", () => {
  it("has RFC 6962's root at every size", () => {
    for (let size = 0; size <= SIZES; size++) {
      expect(roots[size]).toEqual(rootByDefinition(leaves.slice(0, size)));
      const plan = rootPlan(size) ?? [];
      expect(plan).toHaveLength(frontierLength(size));
      if (size > 0) expect(proofFromPlan(hasher, [plan], read)).toEqual([roots[size]]);
    }
  });
});

describe("inclusion proofs", () => {
  it("are RFC 6962's and verify, for every leaf of every size", () => {
    for (let size = 1; size <= SIZES; size++) {
      for (let index = 0; index < size; index++) {
        const proof = planned(inclusionPlan(index, size));
        expect(proof).toEqual(pathByDefinition(index, leaves.slice(0, size)));
        expect(verifyInclusion(hasher, { leaf: leafAt(index), index, size, root: rootOf(size) }, proof)).toBe(
          true,
        );
      }
    }
  });

  it("prove nothing else: not another leaf, place, size or root, and not with a changed proof", () => {
    const cases = fc.integer({ min: 2, max: SIZES }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        index: fc.nat(size - 1),
        other: fc.nat(size - 1),
        at: fc.nat(20),
      }),
    );
    fc.assert(
      fc.property(cases, ({ size, index, other, at }) => {
        const proof = planned(inclusionPlan(index, size));
        const claim = { leaf: leafAt(index), index, size, root: rootOf(size) };
        const holds = (change: Partial<typeof claim>, changed = proof) =>
          verifyInclusion(hasher, { ...claim, ...change }, changed);
        if (other !== index) {
          expect(holds({ leaf: leafAt(other) })).toBe(false);
          expect(holds({ index: other })).toBe(false);
        }
        expect(holds({ root: rootOf(size - 1) })).toBe(false);
        expect(holds({}, proof.slice(1))).toBe(false);
        expect(holds({}, [...proof, leafAt(0)])).toBe(false);
        expect(
          holds(
            {},
            proof.map((hash, i) => (i === at % proof.length ? flipped(hash) : hash)),
          ),
        ).toBe(false);
      }),
      { numRuns: 1000, seed: 6962 },
    );
  });

  it("are refused outside the tree", () => {
    for (const [index, size] of [
      [0, 0],
      [3, 3],
      [-1, 3],
      [0.5, 3],
      [0, 2 ** 53],
    ] as const) {
      expect(inclusionPlan(index, size)).toBeNull();
      expect(verifyInclusion(hasher, { leaf: leafAt(0), index, size, root: leafAt(0) }, [])).toBe(false);
    }
  });
});

describe("consistency proofs", () => {
  it("are RFC 6962's and verify, for every pair of sizes", () => {
    for (let to = 1; to <= SIZES; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = planned(consistencyPlan(from, to));
        expect(proof).toEqual(subproofByDefinition(from, leaves.slice(0, to), true));
        const claim = { from, fromRoot: rootOf(from), to, toRoot: rootOf(to) };
        expect(verifyConsistency(hasher, claim, proof)).toBe(true);
      }
    }
  });

  it("need nothing to begin with the empty tree, and nothing else than its root", () => {
    expect(consistencyPlan(0, 5)).toEqual([]);
    expect(verifyConsistency(hasher, { from: 0, fromRoot: rootOf(0), to: 5, toRoot: rootOf(5) }, [])).toBe(
      true,
    );
    expect(verifyConsistency(hasher, { from: 0, fromRoot: rootOf(1), to: 5, toRoot: rootOf(5) }, [])).toBe(
      false,
    );
  });

  it("prove nothing else: not another history, size or root, and not with a changed proof", () => {
    const cases = fc.integer({ min: 2, max: SIZES }).chain((to) =>
      fc.record({
        to: fc.constant(to),
        from: fc.integer({ min: 1, max: to - 1 }),
        changed: fc.nat(to - 1),
        at: fc.nat(20),
      }),
    );
    fc.assert(
      fc.property(cases, ({ from, to, changed, at }) => {
        const proof = planned(consistencyPlan(from, to));
        const claim = { from, fromRoot: rootOf(from), to, toRoot: rootOf(to) };
        const holds = (change: Partial<typeof claim>, other = proof) =>
          verifyConsistency(hasher, { ...claim, ...change }, other);
        const forged = leaves.slice(0, from).map((leaf, i) => (i === changed % from ? flipped(leaf) : leaf));
        expect(holds({ fromRoot: rootFromLeaves(hasher, forged) })).toBe(false);
        expect(holds({ toRoot: rootOf(to - 1) })).toBe(false);
        expect(holds({ from: to, to: from })).toBe(false);
        expect(holds({}, proof.slice(1))).toBe(false);
        expect(holds({}, [...proof, leafAt(0)])).toBe(false);
        expect(
          holds(
            {},
            proof.map((hash, i) => (i === at % proof.length ? flipped(hash) : hash)),
          ),
        ).toBe(false);
      }),
      { numRuns: 1000, seed: 6962 },
    );
  });
});

describe("plans", () => {
  it("read O(log n) complete subtrees at any size up to 2^53−1", () => {
    const sizes = fc
      .tuple(fc.maxSafeNat(), fc.maxSafeNat())
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
    fc.assert(
      fc.property(
        sizes.filter(([, to]) => to <= Number.MAX_SAFE_INTEGER),
        ([from, to]) => {
          for (const plan of [inclusionPlan(from, to), consistencyPlan(from, to)]) {
            const nodes = planNodes(plan ?? []);
            expect(nodes.length).toBeLessThanOrEqual(2 * 53);
            expect(nodes.every((node) => lastLeaf(node) <= BigInt(to))).toBe(true);
          }
        },
      ),
      { numRuns: 300, seed: 6962 },
    );
  });

  it("give no proof when a node is missing", () => {
    expect(proofFromPlan(hasher, inclusionPlan(3, 11) ?? [], () => null)).toBeNull();
  });
});

function lastLeaf({ level, index }: NodeRef): bigint {
  return (BigInt(index) + 1n) * 2n ** BigInt(level);
}
