import { readFileSync } from "node:fs";
import { join } from "node:path";
import { flattened } from "@/lib/i18n/flattened";
import type { Locale } from "@/lib/i18n/locales";
import { root } from "./running-app";

/** A text of the console by its key, "try-it.form.explain", as it stands in `messages/<locale>`: without its gaps filled. */
export type Words = (key: string) => string;

/** @throws Error for a key that there is not. */
export function wordsIn(locale: Locale): Words {
  return (key) => {
    const [area = "", ...names] = key.split(".");
    const file = join(root, "messages", locale, `${area}.json`);
    const text = flattened(JSON.parse(readFileSync(file, "utf8")) as object).get(names.join("."));
    if (text === undefined) throw new Error(`There is no text ${key}.`);
    return text;
  };
}
