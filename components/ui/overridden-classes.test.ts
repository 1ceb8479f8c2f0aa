import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extendTailwindMerge } from "tailwind-merge";
import { expect, test } from "vitest";
import { withoutOverridden } from "./overridden-classes";

/** What we hold ourselves to, told of the names in our theme; a tool of the tests only. */
const merge = extendTailwindMerge({
  extend: {
    theme: { container: ["page"] },
    classGroups: {
      shadow: [{ shadow: ["control", "card", "popover", "dialog"] }],
      duration: [{ duration: ["fast", "base", "slow"] }],
      ease: [{ ease: ["enter"] }],
      z: [{ z: ["bar", "overlay", "popover", "toast"] }],
    },
  },
});

test("drops what a later class sets as well, and nothing else", () => {
  expect(withoutOverridden("px-2 py-1 p-3 pl-1")).toBe("p-3 pl-1");
  expect(withoutOverridden("p-3 px-2")).toBe("p-3 px-2");
  expect(withoutOverridden("hover:bg-hover bg-accent hover:bg-accent")).toBe("bg-accent hover:bg-accent");
  expect(withoutOverridden("shrink-0 text-sm leading-5 text-ink flex-1 text-base")).toBe(
    "text-ink flex-1 text-base",
  );
  expect(withoutOverridden("[&_svg]:size-4 h-7 [&_svg]:size-3.5 num num")).toBe(
    "h-7 [&_svg]:size-3.5 num num",
  );
});

test("knows every class of the source that tailwind-merge knows, and no other word", () => {
  const isDroppedWhenRepeated = (join: (classes: string) => string) => (name: string) =>
    join(`${name} ${name}`) === name;
  const words = [...wordsInSource()];
  const known = words.filter(isDroppedWhenRepeated(withoutOverridden));
  const knownToMerge = words.filter(isDroppedWhenRepeated(merge));
  expect(known.filter((name) => !knownToMerge.includes(name))).toEqual([]);
  expect(knownToMerge.filter((name) => !known.includes(name))).toEqual([]);
  // Else nothing would have been compared.
  expect(known.length).toBeGreaterThan(500);
});

test("decides as tailwind-merge does for every two classes of the source", () => {
  const differing: string[] = [];
  let conflicts = 0;
  for (const names of byCondition(wordsInSource()).values()) {
    for (const first of names) {
      for (const second of names) {
        const both = `${first} ${second}`;
        const expected = merge(both);
        if (expected !== both) conflicts++;
        if (withoutOverridden(both) !== expected) differing.push(`${both} → ${expected}`);
      }
    }
  }
  expect(differing).toEqual([]);
  expect(conflicts).toBeGreaterThan(1000);
}, 60_000);

/** Every word of every text in what may hold classes; what is no class is left alone by both. */
function wordsInSource(): Set<string> {
  const words = new Set<string>();
  for (const file of [...sources("components"), ...sources("app")]) {
    for (const [, text = ""] of readFileSync(file, "utf8").matchAll(/["`]([^"`\n]*)["`]/g)) {
      for (const word of text.split(/\s+/)) if (/^[-!\w[\]()&>*.:/%,#=@+~]+$/.test(word)) words.add(word);
    }
  }
  return words;
}

function sources(folder: string): string[] {
  return (
    readdirSync(join(import.meta.dirname, "../..", folder), { recursive: true, encoding: "utf8" })
      // What takes classes apart names parts of them, which are none.
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|overridden-classes/.test(file))
      .map((file) => join(import.meta.dirname, "../..", folder, file))
  );
}

/**
 * Classes under different conditions never meet. Of those that differ in a number alone, two stand for all; what is no class
 * was seen to be none already.
 */
function byCondition(words: Set<string>): Map<string, string[]> {
  const alike = new Map<string, number>();
  const groups = new Map<string, string[]>();
  for (const name of words) {
    if (merge(`${name} ${name}`) !== name) continue;
    const shape = name.replace(/\d+(?:\.\d+)?/g, "0");
    const seen = (alike.get(shape) ?? 0) + 1;
    alike.set(shape, seen);
    if (seen > 2) continue;
    const condition = name.slice(0, name.lastIndexOf(":") + 1);
    groups.set(condition, [...(groups.get(condition) ?? []), name]);
  }
  return groups;
}
