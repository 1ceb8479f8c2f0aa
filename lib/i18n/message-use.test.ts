import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalog } from "./catalog";
import { flattened } from "./flattened";

const root = fileURLToPath(new URL("../..", import.meta.url));
const keys = [...flattened(catalog.en).keys()];

/** `const t = useTranslations("inbox.deny")`, `t: Translator<"inbox.deny">` and their like: a name and what it translates. */
const BINDING =
  /(\w+)\s*(?:=\s*(?:await\s+)?(?:useTranslations|getTranslations|testTranslator)\(\s*"([\w.-]+)"|\??:\s*Translator<\s*"([\w.-]+)"\s*>)/g;

/** Read by app/global-error.tsx from the file itself: it stands in for the layout that would provide them. */
const READ_DIRECTLY = /^error-screen\.(documentTitle|copy\.)/;

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${root}${folder}/${name}`, "utf8") })),
);

interface Use {
  namespace: string;
  name: string;
}

const bindings = (text: string): Use[] =>
  [...text.matchAll(BINDING)].map((match) => ({
    name: match[1] ?? "",
    namespace: match[2] ?? match[3] ?? "",
  }));

/** "what.${place}" as a pattern; a variable stands for one or more parts of a key. */
function patternOf(template: string): RegExp {
  const parts = template
    .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\w.-]+")}$`);
}

const calls = (text: string, name: string) => [
  ...text.matchAll(
    new RegExp(`\\b${name}(?:\\.(?:rich|markup|has))?\\(\\s*(?:"([^"]*)"|(\`)|([\\w[(!]))`, "g"),
  ),
];

/** Keys beneath the namespaces that a file takes up, as far as its literals and templates name them. */
function usedIn(text: string): string[] {
  const uses = bindings(text);
  if (uses.length === 0) return [];
  const literals = new Set([...text.matchAll(/"([\w.-]+)"/g)].map((match) => match[1] ?? ""));
  const templates = [...text.matchAll(/`([^`]*\$\{[^`]*)`/g)]
    .map((match) => match[1] ?? "")
    .filter((template) => /^[\w.\-${}()?:"'[\] =!&|]+$/.test(template))
    .map(patternOf);
  return keys.filter((key) =>
    uses.some(({ namespace, name }) => {
      if (!key.startsWith(`${namespace}.`)) return false;
      const rest = key.slice(namespace.length + 1);
      if (literals.has(rest) || templates.some((template) => template.test(rest))) return true;
      // `t(effect)`: the type says which keys; here it counts for those directly beneath the namespace.
      return !rest.includes(".") && calls(text, name).some((call) => call[3] !== undefined);
    }),
  );
}

describe("the keys of the messages", () => {
  it("are all used: a text that nothing shows is deleted", () => {
    const used = new Set(sources.flatMap(({ text }) => usedIn(text)));
    expect(keys.filter((key) => !used.has(key) && !READ_DIRECTLY.test(key))).toEqual([]);
  });

  // The type checker refuses an unknown key too; this also reads what it cannot: a cast.
  it("exist wherever they are named", () => {
    const missing = sources.flatMap(({ file, text }) => {
      const uses = bindings(text);
      return [...new Set(uses.map(({ name }) => name))].flatMap((name) => {
        const namespaces = uses.filter((use) => use.name === name).map(({ namespace }) => namespace);
        return calls(text, name).flatMap((call) => {
          const key = call[1];
          const exists =
            key === undefined || namespaces.some((namespace) => keys.includes(`${namespace}.${key}`));
          return exists ? [] : [`${file}: ${name}("${key}")`];
        });
      });
    });
    expect(missing).toEqual([]);
  });
});
