import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findCircle, reachedFrom, readImportGraph } from "./import-graph";

const root = fileURLToPath(new URL("../..", import.meta.url));
const graph = readImportGraph(root, [
  "app",
  "components",
  "lib",
  "cli",
  "sdk/typescript",
  "prisma",
  "server.ts",
  "launcher.ts",
]);
const isTest = (file: string) => /\.test\.tsx?$|^lib\/(server\/testing|architecture)\//.test(file);
const files = [...graph.keys()].filter((file) => !isTest(file));
const inside = (...folders: string[]) =>
  files.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)));

const CORE = ["lib/policy", "lib/ledger", "lib/access"];
const BUILT_IN = new Set(builtinModules);

/** Breaches among everything that these files reach, each as the chain of imports that leads to it. */
function reached(from: string[], isForbidden: (file: string) => boolean): string[] {
  return from.flatMap((file) =>
    [...reachedFrom(graph, file)]
      .filter(([to]) => to !== file && isForbidden(to))
      .map(([, chain]) => chain.join(" → ")),
  );
}

/** Breaches among what these files import themselves. */
function imported(from: string[], isForbidden: (file: string, to: string) => boolean): string[] {
  return from.flatMap((file) =>
    (graph.get(file)?.files ?? []).filter((to) => isForbidden(file, to)).map((to) => `${file} → ${to}`),
  );
}

function packages(from: string[], isForbidden: (name: string) => boolean): string[] {
  return from.flatMap((file) =>
    (graph.get(file)?.packages ?? []).filter(isForbidden).map((name) => `${file} → ${name}`),
  );
}

describe("the architecture", () => {
  test("is read as it stands: hundreds of files, with their imports", () => {
    expect(files.length).toBeGreaterThan(200);
    expect(graph.get("server.ts")?.files).toContain("lib/server/machine-api/index.ts");
  });

  test("has no import circle", () => {
    expect(findCircle(graph)?.join(" → ")).toBeUndefined();
  });

  test.each(CORE)("%s reaches nothing of ours but itself", (folder) => {
    expect(reached(inside(folder), (to) => !to.startsWith(`${folder}/`))).toEqual([]);
  });

  test("the core knows no runtime: neither node nor React nor a database", () => {
    const isRuntime = (name: string) =>
      name.startsWith("node:") ||
      BUILT_IN.has(name) ||
      /^(react|next|pg|prisma|@prisma|server-only)(\/|$)/.test(name);
    expect(packages(inside(...CORE), isRuntime)).toEqual([]);
  });

  test("contracts rest on the core alone", () => {
    const below = [...CORE, "lib/contracts"];
    expect(
      reached(inside("lib/contracts"), (to) => !below.some((folder) => to.startsWith(`${folder}/`))),
    ).toEqual([]);
  });

  test("what runs in the browser never reaches the server", () => {
    expect(
      reached(inside("components", "lib/client"), (to) => /^(lib\/server|app|prisma)\//.test(to)),
    ).toEqual([]);
  });

  test("components/ui knows no domain, but the reader's language", () => {
    const own = /^(components\/ui|lib\/i18n)\//;
    expect(graph.get("components/ui/breadcrumbs.tsx")?.files).toContain("lib/i18n/client-translations.ts");
    expect(reached(inside("components/ui"), (to) => !own.test(to))).toEqual([]);
  });

  test("the server never reaches the interface", () => {
    expect(reached(inside("lib/server"), (to) => /^(app|components|lib\/client)\//.test(to))).toEqual([]);
  });

  test("a domain is reached through its face only", () => {
    const shared = /^lib\/server\/(db|http|testing)\//;
    // These two load only inside Next, and server.ts must not: so identity has a face of its own for pages.
    const identityInNext = /^lib\/server\/identity\/(page-caller|next-auth)\.ts$/;
    const domainOf = (file: string) => /^lib\/server\/([^/]+)\//.exec(file)?.[1];
    const isPastTheFace = (from: string, to: string) =>
      domainOf(to) !== undefined &&
      domainOf(from) !== domainOf(to) &&
      !shared.test(to) &&
      !(identityInNext.test(to) && from.startsWith("app/")) &&
      !to.endsWith("/index.ts");
    const outside = inside("lib/server", "app").filter((file) => !file.startsWith("lib/server/launcher/"));
    expect(imported(outside, isPastTheFace)).toEqual([]);
  });

  test("app/ names no database and reads no environment", () => {
    expect(imported(inside("app"), (_from, to) => to.startsWith("lib/server/db/"))).toEqual([]);
    expect(packages(inside("app"), (name) => /^(pg|@prisma)/.test(name))).toEqual([]);
  });

  test("Prisma and pg are named in stores and in lib/server/db only", () => {
    const others = inside("lib/server").filter(
      (file) => !file.startsWith("lib/server/db/") && !/store\.ts$/.test(file),
    );
    expect(packages(others, (name) => /^(pg|@prisma\/client)(\/|$)/.test(name))).toEqual([]);
    expect(imported(others, (_from, to) => /^lib\/server\/db\/(pool|generated)/.test(to))).toEqual([]);
  });
});
