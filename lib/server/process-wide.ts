import "server-only";

const registry = Symbol.for("kynara.process-wide");
type Registry = Map<string, unknown>;

/**
 * The one instance of something in this process. Next evaluates modules more than once (route bundles, the custom
 * server, each edit in development), so pools, caches and writers cannot live in module scope.
 */
export function processWide<T>(name: string, make: () => T): T {
  const holder = globalThis as { [registry]?: Registry };
  holder[registry] ??= new Map();
  const instances = holder[registry];
  if (!instances.has(name)) instances.set(name, make());
  return instances.get(name) as T;
}
