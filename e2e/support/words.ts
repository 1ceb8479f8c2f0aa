import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@formatjs/icu-messageformat-parser";
import { flattened } from "@/lib/i18n/flattened";
import type { Locale } from "@/lib/i18n/locales";
import { type Gaps, patternOf } from "./message-pattern";
import { root } from "./running-app";

/** The texts of the console in one language, by their keys: "try-it.form.explain". All throw an Error for an unknown one. */
export interface Words {
  /** As it stands in `messages/<locale>`: without its gaps filled. */
  (key: string): string;
  /** What reads like it and nothing else, its gaps filled as said, or with anything. */
  like(key: string, gaps?: Gaps): RegExp;
  /** What begins like it: controls are called after their label, and what stands beside it. */
  beginning(key: string): RegExp;
}

export function wordsIn(locale: Locale): Words {
  const areas = new Map<string, ReadonlyMap<string, string>>();
  const areaOf = (name: string) => {
    const known = areas.get(name);
    if (known) return known;
    const file = join(root, "messages", locale, `${name}.json`);
    const area = flattened(JSON.parse(readFileSync(file, "utf8")) as object);
    areas.set(name, area);
    return area;
  };
  const words = (key: string): string => {
    const [area = "", ...names] = key.split(".");
    const text = areaOf(area).get(names.join("."));
    if (text === undefined) throw new Error(`There is no text ${key}.`);
    return text;
  };
  const source = (key: string, gaps?: Gaps) => `(?:${patternOf(parse(words(key)), gaps)})`;
  return Object.assign(words, {
    like: (key: string, gaps?: Gaps) => new RegExp(`^${source(key, gaps)}$`, "s"),
    beginning: (key: string) => new RegExp(`^${source(key)}`, "s"),
  });
}
