import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Page } from "@playwright/test";
import { flattened } from "@/lib/i18n/flattened";
import { patternOf, waysOf } from "./message-pattern";
import { root } from "./running-app";

/** With fewer letters beside its gaps a message would be recognized in what is none. */
const TELLING_LETTERS = 6;
/** "true", "patient record": attributes and their values look like that, whatever the reader's language. */
const LIKE_DATA = /^\p{Ll}+( \p{Ll}+)?$/u;
/** What the demo hospital calls things, as a message happens to do too. */
const NAMES = new Set(["PHI access: require approval for clinical data", "Production"]);

/**
 * The texts of the page, those for screen readers among them, that are English messages of ours. What people, policies and
 * agents are called is data and stays as it was typed.
 */
export async function leftoverEnglish(page: Page): Promise<string[]> {
  const patterns = english();
  return (await page.evaluate(textsOfThePage)).filter(
    (text) => !LIKE_DATA.test(text) && !NAMES.has(text) && patterns.some((one) => one.test(text)),
  );
}

/** Runs in the browser. */
function textsOfThePage(): string[] {
  const texts = new Set<string>([document.title]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    // A quotation is what a person said, in the language that person speaks.
    const skipped = node.parentElement?.closest("script, style, pre, code, q, [lang=en]");
    if (!skipped) texts.add(node.nodeValue ?? "");
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      texts.add(element.getAttribute(name) ?? "");
    }
  }
  return [...texts].map((text) => text.trim()).filter((text) => text !== "");
}

let known: readonly RegExp[] | undefined;

/** What English messages read like; those that read alike in Spanish are left out. */
function english(): readonly RegExp[] {
  if (known) return known;
  const spanish = new Set(messagesOf("es").flatMap(partsOf));
  const parts = messagesOf("en")
    .flatMap(partsOf)
    .filter((part) => !spanish.has(part));
  known = [...new Set(parts)].map((part) => new RegExp(`^(?:${part})$`, "s"));
  return known;
}

function messagesOf(locale: string): string[] {
  const folder = join(root, "messages", locale);
  const areas = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
  return areas.flatMap((area: object) => [...flattened(area).values()]);
}

/** A message as patterns of the text nodes that it becomes: what stands in a tag is one of its own. */
function partsOf(message: string): string[] {
  const tagged: (readonly MessageFormatElement[])[] = [];
  const runs: MessageFormatElement[][] = [[]];
  for (const element of parse(message)) {
    if (element.type === TYPE.tag) {
      tagged.push(element.children);
      runs.push([]);
    } else runs.at(-1)?.push(element);
  }
  return [...runs, ...tagged]
    .filter((elements) => {
      const isWhole = elements.every(({ type }) => type === TYPE.literal);
      return lettersIn(elements) >= (isWhole ? 2 : TELLING_LETTERS);
    })
    .map((elements) => patternOf(elements).trim());
}

function lettersIn(elements: readonly MessageFormatElement[]): number {
  return elements.reduce((letters, element) => {
    if (element.type === TYPE.literal) return letters + (element.value.match(/\p{L}/gu)?.length ?? 0);
    const ways = waysOf(element).map(lettersIn);
    return letters + (ways.length === 0 ? 0 : Math.min(...ways));
  }, 0);
}
