import compile from "icu-minify/compile";
import { type Area, catalog } from "./catalog";
import type { Locale } from "./locales";

/** Messages parsed once on the server, so that no page carries a parser of ICU messages. */
export interface CompiledTree {
  [key: string]: ReturnType<typeof compile> | CompiledTree;
}

const compiled = new Map<Locale, Record<Area, CompiledTree>>();

type Source = string | { [key: string]: Source };

/** The compiler's objects have no prototype, and React sends a page plain ones only. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const compileTree = (source: { [key: string]: Source }): CompiledTree =>
  Object.fromEntries(
    Object.entries(source).map(([key, value]) => [
      key,
      typeof value === "string" ? plain(compile(value)) : compileTree(value),
    ]),
  );

/** The texts of a language as `use-intl/format-message/format-only` reads them (next.config.js puts it in place). */
export function compiledMessages(locale: Locale): Record<Area, CompiledTree> {
  const known = compiled.get(locale);
  if (known) return known;
  const entries = Object.entries<{ [key: string]: Source }>(catalog[locale]);
  const made = Object.fromEntries(entries.map(([area, source]) => [area, compileTree(source)])) as Record<
    Area,
    CompiledTree
  >;
  compiled.set(locale, made);
  return made;
}
