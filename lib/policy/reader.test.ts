import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { compilePath, readActionName } from "./reader";
import { formatReference, parseReference, readReference } from "./reference";

const SEED = 20_261_123;
const NAMES = [
  "subject",
  "resource",
  "action",
  "context",
  "attrs",
  "name",
  "type",
  "roles",
  "constructor",
  "x",
] as const;
const POLLUTED = ["resource", "attrs", "name", "kind", "action"] as const;

afterEach(() => {
  for (const name of POLLUTED) Reflect.deleteProperty(Object.prototype, name);
});

function pollute(name: (typeof POLLUTED)[number], value: unknown): void {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: false });
}

describe("reading a path", () => {
  it("compiled reads what the plain walk reads, whatever the context is", () => {
    const path = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 });
    const tree = fc.anything({
      key: fc.constantFrom(...NAMES),
      maxDepth: 3,
      maxKeys: 4,
      withNullPrototype: true,
      values: [fc.constantFrom("text", 1, null, undefined, true)],
    });
    fc.assert(
      fc.property(path, tree, (segments, ctx) => {
        expect(compilePath(segments)(ctx)).toBe(readReference(ctx, segments));
        expect(readActionName(ctx)).toBe(readReference(ctx, ["action", "name"]));
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "never reaches the inherited %s",
    (name) => {
      const ctx = { resource: { attrs: {} }, context: {} };
      expect(compilePath(["resource", "attrs", name])(ctx)).toBeUndefined();
      expect(compilePath(["context", name])(ctx)).toBeUndefined();
      expect(compilePath([name])(ctx)).toBeUndefined();
    },
  );

  it("reaches an own member of such a name", () => {
    const ctx: unknown = JSON.parse('{"context":{"__proto__":"own","constructor":"too"}}');
    expect(compilePath(["context", "__proto__"])(ctx)).toBe("own");
    expect(compilePath(["context", "constructor"])(ctx)).toBe("too");
  });

  it("reads nothing that was put on Object.prototype", () => {
    pollute("resource", { attrs: { kind: "stolen" } });
    pollute("attrs", { kind: "stolen" });
    pollute("kind", "stolen");
    pollute("action", { name: "stolen" });
    pollute("name", "stolen");
    const read = compilePath(["resource", "attrs", "kind"]);
    expect([read({}), read({ resource: {} }), read({ resource: { attrs: {} } })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([readActionName({}), readActionName({ action: {} })]).toEqual([undefined, undefined]);
    expect(read({ resource: { attrs: { kind: "own" } } })).toBe("own");
    expect(readActionName({ action: { name: "own" } })).toBe("own");
  });

  it("reads no inherited member of an object with another prototype", () => {
    const inherited: unknown = Object.create({ resource: { attrs: { kind: "inherited" } } });
    expect(compilePath(["resource", "attrs", "kind"])(inherited)).toBeUndefined();
  });

  it("reads own members of an object without a prototype", () => {
    const bare: unknown = Object.assign(Object.create(null), { action: { name: "ehr.read" } });
    expect(readActionName(bare)).toBe("ehr.read");
  });

  it("reads neither index nor length of a list or a text", () => {
    const ctx = { subject: { roles: ["a"], id: "text" } };
    expect(compilePath(["subject", "roles", "0"])(ctx)).toBeUndefined();
    expect(compilePath(["subject", "roles", "length"])(ctx)).toBeUndefined();
    expect(compilePath(["subject", "id", "length"])(ctx)).toBeUndefined();
  });
});

describe("the spelling of a reference", () => {
  it.each<[string, readonly string[]]>([
    ["ctx.subject.id", ["subject", "id"]],
    ['ctx.resource.attrs["a.b"]', ["resource", "attrs", "a.b"]],
    ['ctx.resource["attrs"].x', ["resource", "attrs", "x"]],
    ['ctx.context["say \\"hi\\""]', ["context", 'say "hi"']],
    ['ctx.context["ward 3"].bed-no', ["context", "ward 3", "bed-no"]],
    ["ctx.context.größe", ["context", "größe"]],
  ])("%s", (text, path) => {
    expect(parseReference(text)).toEqual(path);
    expect(parseReference(formatReference(path))).toEqual(path);
  });

  it.each([
    "ctx.",
    "ctx",
    "ctx..a",
    "ctx.a.",
    "ctx.a b",
    "ctx.a[b]",
    "ctx.a['b']",
    'ctx.a["b"',
    'ctx.a["b"]c',
    "ctx.a[0]",
    'ctx.a["\\x"]',
  ])("refuses %s", (text) => {
    expect(parseReference(text)).toBeNull();
  });

  it("is one for every path", () => {
    const path = fc.tuple(fc.constant("context"), fc.string(), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(path, (segments) => {
        expect(parseReference(formatReference(segments))).toEqual(segments);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
