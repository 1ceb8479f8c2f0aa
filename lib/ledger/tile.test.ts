import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatBytes, utf8 } from "./bytes";
import { portableHasher as hasher } from "./portable-crypto";
import { inclusionPlan, planNodes } from "./proof";
import { nodeOfLeaves } from "./testing/tree";
import { nodeFromTile, TILE_WIDTH, type TileRef, tileOf, tilesCompleted, tileWidth } from "./tile";

const SIZE = 1100;
const leaves = Array.from({ length: SIZE }, (_, i) => hasher.sha256(utf8(`leaf ${i}`)));
const read = nodeOfLeaves(hasher, leaves);

/** A tile as a store would keep it, at its width in the whole tree. */
function tileBytes(tile: TileRef): Uint8Array {
  const hashes = Array.from({ length: tileWidth(tile, SIZE) }, (_, i) =>
    read({ level: 8 * tile.level, index: tile.index * TILE_WIDTH + i }),
  );
  return concatBytes(...hashes.filter((hash) => hash !== null));
}

describe("tiles", () => {
  it("hold every complete subtree of the tree, each in one tile", () => {
    for (let level = 0; 2 ** level <= SIZE; level++) {
      for (let index = 0; (index + 1) * 2 ** level <= SIZE; index++) {
        const slice = tileOf({ level, index });
        expect(slice.offset + slice.count).toBeLessThanOrEqual(TILE_WIDTH);
        expect(nodeFromTile(hasher, tileBytes(slice.tile), slice)).toEqual(read({ level, index }));
      }
    }
  });

  it("hold what proofs need at any size, within their width", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, where) => {
          const plan = inclusionPlan(Math.min(size - 1, Math.floor(where * size)), size) ?? [];
          for (const node of planNodes(plan)) {
            const { tile, offset, count } = tileOf(node);
            expect(offset + count).toBeLessThanOrEqual(tileWidth(tile, size));
          }
        },
      ),
      { numRuns: 500, seed: 256 },
    );
  });

  it("are completed once each, however the tree grows", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70_000), { maxLength: 6 }), (steps) => {
        const sizes = [0, ...steps].sort((a, b) => a - b);
        const found = sizes.slice(1).flatMap((to, i) => tilesCompleted(sizes[i] ?? 0, to));
        const names = found.map(({ level, index }) => `${level}/${index}`);
        expect(new Set(names).size).toBe(names.length);
        const end = sizes.at(-1) ?? 0;
        expect(names.length).toBe(Math.floor(end / 256) + Math.floor(end / 65_536));
        expect(found.every((tile) => tileWidth(tile, end) === TILE_WIDTH)).toBe(true);
      }),
      { seed: 256 },
    );
  });

  it("give nothing beyond their end", () => {
    const half = tileBytes({ level: 0, index: 0 }).slice(0, 100 * 32);
    expect(nodeFromTile(hasher, half, tileOf({ level: 6, index: 0 }))).toEqual(read({ level: 6, index: 0 }));
    expect(nodeFromTile(hasher, half, tileOf({ level: 7, index: 0 }))).toBeNull();
    expect(tileWidth({ level: 0, index: 5 }, SIZE)).toBe(0);
  });
});
