import { foldRight, frontierFromLeaves, type NodeRef } from "./frontier";
import { HASH_BYTES, type Hasher } from "./hasher";

/** Hashes in a full tile, as in C2SP tlog-tiles: 256 nodes of one level, 8 levels to a tile. */
export const TILE_WIDTH = 256;
export const TILE_LEVELS = 8;

/**
 * A tile holds the roots of the subtrees of 2^(8·level) leaves number `256·index` to `256·index + 255`: at level 0
 * the entries' own hashes, at level 1 the roots of 256 entries each, and so on.
 */
export interface TileRef {
  readonly level: number;
  readonly index: number;
}

/** Where a node is found: `count` hashes of a tile from `offset` on, whose tree has the node as its root. */
export interface TileSlice {
  readonly tile: TileRef;
  readonly offset: number;
  readonly count: number;
}

/** Where to read a complete subtree's root: one tile, whatever the size of the tree. */
export function tileOf(node: NodeRef): TileSlice {
  const level = Math.floor(node.level / TILE_LEVELS);
  const count = 2 ** (node.level % TILE_LEVELS);
  const first = node.index * count;
  const index = Math.floor(first / TILE_WIDTH);
  return { tile: { level, index }, offset: first - index * TILE_WIDTH, count };
}

/** How many hashes a tile has in a tree of `size` leaves: 0 (not begun) to 256 (full, never to change again). */
export function tileWidth(tile: TileRef, size: number): number {
  const nodes = Math.floor(size / 2 ** (TILE_LEVELS * tile.level));
  return Math.max(0, Math.min(TILE_WIDTH, nodes - tile.index * TILE_WIDTH));
}

/** The tiles that become full while a tree grows from `from` to `to` leaves, lowest level first. */
export function tilesCompleted(from: number, to: number): TileRef[] {
  const tiles: TileRef[] = [];
  for (let level = 0; ; level++) {
    const leaves = 2 ** (TILE_LEVELS * (level + 1));
    if (leaves > to) return tiles;
    for (let index = Math.floor(from / leaves); index < Math.floor(to / leaves); index++) {
      tiles.push({ level, index });
    }
  }
}

/**
 * The root of a slice's hashes.
 *
 * @param tile the tile's hashes one after the other, 32 bytes each; it may be longer or shorter than a full tile.
 * @returns null when the tile does not reach far enough.
 */
export function nodeFromTile(
  hasher: Hasher,
  tile: Uint8Array,
  slice: Pick<TileSlice, "offset" | "count">,
): Uint8Array | null {
  const { offset, count } = slice;
  if (tile.length < (offset + count) * HASH_BYTES) return null;
  const hashes = Array.from({ length: count }, (_, i) =>
    tile.slice((offset + i) * HASH_BYTES, (offset + i + 1) * HASH_BYTES),
  );
  return foldRight(hasher, frontierFromLeaves(hasher, hashes));
}
