import "server-only";
import {
  consistencyPlan,
  inclusionPlan,
  type NodeRef,
  nodeFromTile,
  type ProofPlan,
  planNodes,
  proofFromPlan,
  TILE_LEVELS,
  TILE_WIDTH,
  tileOf,
} from "@/lib/ledger";
import { nodeHasher } from "../db/ledger/node-hasher";
import { type HashRange, readHashes } from "./store";

/** RFC 6962 inclusion proof of an entry, in O(log n) reads; null where hashes that it needs are missing. */
export function proveInclusion(organizationId: string, seq: number, size: number) {
  return prove(organizationId, inclusionPlan(seq - 1, size));
}

/** RFC 6962 consistency proof between two sizes, in O(log n) reads; null where hashes that it needs are missing. */
export function proveConsistency(organizationId: string, from: number, to: number) {
  return prove(organizationId, consistencyPlan(from, to));
}

async function prove(organizationId: string, plan: ProofPlan | null): Promise<Uint8Array[] | null> {
  if (plan === null) return null;
  const refs = planNodes(plan);
  const ranges = refs.map(rangeOf);
  const hashes = ranges.length > 0 ? await readHashes(organizationId, ranges) : [];
  const nodes = new Map<string, Uint8Array | null>();
  refs.forEach((ref, i) => {
    const run = hashes[i] ?? new Uint8Array(0);
    nodes.set(keyOf(ref), nodeFromTile(nodeHasher, run, { offset: 0, count: ranges[i]?.count ?? 0 }));
  });
  return proofFromPlan(nodeHasher, plan, (ref) => nodes.get(keyOf(ref)) ?? null);
}

const keyOf = (ref: NodeRef) => `${ref.level}/${ref.index}`;

/** Where the hashes stand from which a node is made: at most 128 of them, in a row. */
function rangeOf(ref: NodeRef): HashRange {
  const { tile, offset, count } = tileOf(ref);
  return { level: tile.level * TILE_LEVELS, first: tile.index * TILE_WIDTH + offset, count };
}
