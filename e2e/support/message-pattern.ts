import { type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";

/** What fills a message's gaps, as patterns; anything where nothing is said. */
export type Gaps = Readonly<Record<string, string>>;

/** The source of a regular expression that fits what a message reads when its gaps are filled. */
export function patternOf(elements: readonly MessageFormatElement[], gaps: Gaps = {}): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return escaped(element.value);
      const ways = waysOf(element).map((way) => patternOf(way, gaps));
      if (ways.length > 0) return `(?:${ways.join("|")})`;
      return (element.type === TYPE.argument ? gaps[element.value] : undefined) ?? ".+";
    })
    .join("");
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** What a plural or a choice reads in each case, a tag within it in one piece. */
export function waysOf(element: MessageFormatElement): readonly (readonly MessageFormatElement[])[] {
  if (element.type === TYPE.tag) return [element.children];
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
  return Object.values(element.options).map(({ value }) => value);
}
