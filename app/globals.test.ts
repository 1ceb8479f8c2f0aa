import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  const tokens = new Map<string, string>();
  for (const match of block.matchAll(/--c-([a-z-]+): (#[0-9a-f]{6});/g))
    tokens.set(match[1] ?? "", match[2] ?? "");
  return tokens;
}

/** Relative luminance, WCAG 2.2 definition. */
function luminance(hex: string): number {
  const channel = (offset: number) => {
    const value = Number.parseInt(hex.slice(offset, offset + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ["canvas", "surface", "raised", "sunken", "hover"];
const TEXTS = ["ink", "ink-muted", "ink-faint"];
const TONES = ["accent", "positive", "negative", "caution", "urgent", "info"];

describe.each([".light", ".dark"])("colour tokens of %s", (selector) => {
  const tokens = tokensOf(selector);
  const value = (name: string) => tokens.get(name) ?? `missing token ${name}`;

  it.each(TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    "%s on %s reads at 4.5:1 or more",
    (text, surface) => {
      expect(contrast(value(text), value(surface))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(TONES)("%s reads as text on every surface, on its own soft fill and when filled", (name) => {
    for (const surface of [...SURFACES, `${name}-soft`]) {
      expect(
        contrast(value(`${name}-ink`), value(surface)),
        `${name}-ink on ${surface}`,
      ).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(value(`${name}-on`), value(name)), `${name}-on`).toBeGreaterThanOrEqual(4.5);
    expect(
      contrast(value(`${name}-on`), value(`${name}-hover`)),
      `${name}-on on hover`,
    ).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value("ink"), value(`${name}-soft`)), `ink on ${name}-soft`).toBeGreaterThanOrEqual(4.5);
    expect(
      contrast(value("ink-muted"), value(`${name}-soft`)),
      `ink-muted on ${name}-soft`,
    ).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["field", "focus"])("%s can be seen against every surface at 3:1 (WCAG 1.4.11)", (name) => {
    for (const surface of SURFACES) {
      expect(contrast(value(name), value(surface)), surface).toBeGreaterThanOrEqual(3);
    }
  });
});
