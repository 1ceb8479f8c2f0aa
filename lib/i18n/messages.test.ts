import {
  isArgumentElement,
  isPoundElement,
  type MessageFormatElement,
  parse,
  TYPE,
} from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { catalog } from "./catalog";
import { compiledMessages } from "./compiled-messages";
import { flattened } from "./flattened";
import { LOCALES } from "./locales";

const en = flattened(catalog.en);
const es = flattened(catalog.es);

/** Names, and words that both languages write alike. Every other text that reads the same was forgotten. */
const ALIKE = new Set(["Auditor", "JSON", "No", "Roles", "auditor", "no"]);

/** "{count: plural}", "<link>": what a message asks of the code that shows it. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || isPoundElement(element)) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)];
    const own = `{${element.value}: ${isArgumentElement(element) ? "text" : TYPE[element.type]}}`;
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [own];
    return [own, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
  });
}

const asked = (message: string) => [...new Set(argumentsOf(parse(message)))].sort();

describe("the messages", () => {
  it("stand in English and in Spanish under the same keys", () => {
    expect(en.size).toBeGreaterThan(50);
    expect([...en.keys()].filter((key) => !es.has(key))).toEqual([]);
    expect([...es.keys()].filter((key) => !en.has(key))).toEqual([]);
  });

  it("are none of them empty, nor edged by blanks", () => {
    const bad = [...en, ...es].filter(([, text]) => text.trim() === "" || text !== text.trim());
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it("ask for the same arguments in both languages", () => {
    const differing = [...en].flatMap(([key, text]) => {
      const [here, there] = [asked(text), asked(es.get(key) ?? "")];
      return JSON.stringify(here) === JSON.stringify(there) ? [] : [{ key, en: here, es: there }];
    });
    expect(differing).toEqual([]);
  });

  it("can be compiled, each into what React can send a page: strings, numbers, lists and plain objects", () => {
    const isPlain = (value: unknown): boolean => {
      if (typeof value !== "object" || value === null)
        return typeof value === "string" || typeof value === "number";
      const known = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
      return known && Object.values(value).every(isPlain);
    };
    for (const locale of LOCALES) {
      const areas = Object.entries(compiledMessages(locale));
      expect(areas.filter(([, messages]) => !isPlain(messages)).map(([area]) => area)).toEqual([]);
    }
  });

  it("are translated: Spanish differs from English but for names", () => {
    const words = (text: string) => text.replace(/\{[^}]*\}|<[^>]*>/g, "");
    const same = [...en].filter(([key, text]) => es.get(key) === text && /\p{L}{2}/u.test(words(text)));
    expect(same.filter(([, text]) => !ALIKE.has(text))).toEqual([]);
    expect([...ALIKE].filter((text) => !same.some(([, other]) => other === text))).toEqual([]);
  });
});
