import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What one file imports: files of ours by their path from the root, packages by the name they are imported under. */
export type ImportGraph = ReadonlyMap<
  string,
  { readonly files: readonly string[]; readonly packages: readonly string[] }
>;

const SOURCE = /\.tsx?$/;
const LEFT_OUT = /(^|\/)(node_modules|dist|\.next|generated|__pycache__)(\/|$)/;
// Biome formats every file, so an import always looks like one of these. Types count: a layer is a layer for them too.
const IMPORT =
  /^\s*(?:import|export)\b(?:[^;"']*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Reads the imports of every TypeScript file below these folders, and of these files. */
export function readImportGraph(root: string, places: readonly string[]): ImportGraph {
  const graph = new Map<string, { files: string[]; packages: string[] }>();
  for (const file of places.flatMap((place) => sourceFiles(root, place))) {
    const files: string[] = [];
    const packages: string[] = [];
    for (const match of readFileSync(path.join(root, file), "utf8").matchAll(IMPORT)) {
      const name = match[1] ?? match[2] ?? "";
      const own = resolveOwn(root, file, name);
      if (own !== null) files.push(own);
      else if (!/^(\.|@\/|#)/.test(name)) packages.push(name);
    }
    graph.set(file, { files, packages });
  }
  return graph;
}

function sourceFiles(root: string, place: string): string[] {
  if (!existsSync(path.join(root, place)) || LEFT_OUT.test(place)) return [];
  if (statSync(path.join(root, place)).isFile()) return SOURCE.test(place) ? [place] : [];
  return readdirSync(path.join(root, place)).flatMap((name) =>
    sourceFiles(root, path.posix.join(place, name)),
  );
}

/** What a name of package.json's `imports` stands for in the browser; on the server it is a file beside that one. */
function aliased(root: string, name: string): string {
  const { imports } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return `@/${path.posix.normalize(String(imports[name]?.default ?? name))}`;
}

function resolveOwn(root: string, from: string, given: string): string | null {
  const name = given.startsWith("#") ? aliased(root, given) : given;
  const base = name.startsWith("@/")
    ? name.slice(2)
    : name.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), name)
      : null;
  if (base === null) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return candidates.find((file) => SOURCE.test(file) && existsSync(path.join(root, file))) ?? null;
}

/** Every file of ours that is reached from `file`, with one chain of imports that leads there. */
export function reachedFrom(graph: ImportGraph, file: string): Map<string, string[]> {
  const chains = new Map<string, string[]>([[file, [file]]]);
  const queue = [file];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const chain = chains.get(next) ?? [];
    for (const to of graph.get(next)?.files ?? []) {
      if (chains.has(to)) continue;
      chains.set(to, [...chain, to]);
      queue.push(to);
    }
  }
  return chains;
}

/** One circle of imports, or null. */
export function findCircle(graph: ImportGraph): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    const seen = path.indexOf(file);
    if (seen !== -1) return [...path.slice(seen), file];
    if (done.has(file)) return null;
    for (const to of graph.get(file)?.files ?? []) {
      const circle = visit(to, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}
