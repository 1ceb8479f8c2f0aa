import { describe, expect, it } from "vitest";
import type { KnownAttribute } from "@/lib/contracts/policy-vocabulary";
import { attributeGroups, completePath } from "./attribute-path";

const known = (path: string, seen: number, types: KnownAttribute["types"] = ["text"]): KnownAttribute => ({
  path,
  types,
  seen,
  sources: [{ kind: "directory", type: "patient_record", seen }],
  samples: [],
  withheld: false,
});

const paths = (groups: ReturnType<typeof attributeGroups>, root: string) =>
  groups.find((group) => group.root === root)?.attributes.map((one) => one.path);

describe("the attributes to choose from", () => {
  it("stand by the part of the request, most frequent first, the language's own behind them", () => {
    const groups = attributeGroups(
      [known("ctx.resource.attrs.rare", 1), known("ctx.resource.attrs.often", 9), known("ctx.context.ip", 2)],
      { withApprover: false },
    );
    expect(groups.map((group) => group.root)).toEqual([
      "resource",
      "on_behalf_of",
      "subject",
      "context",
      "action",
      "env",
    ]);
    expect(paths(groups, "resource")).toEqual([
      "ctx.resource.attrs.often",
      "ctx.resource.attrs.rare",
      "ctx.resource.type",
      "ctx.resource.id",
    ]);
    expect(paths(groups, "context")).toEqual(["ctx.context.ip", "ctx.context.purpose"]);
  });

  it("puts what lies within an object behind it", () => {
    const groups = attributeGroups(
      [
        known("ctx.resource.attrs.home", 1, ["object"]),
        known("ctx.resource.attrs.home.city", 1),
        known("ctx.resource.attrs.unit", 5),
      ],
      { withApprover: false },
    );
    const [unit, home, city] = groups[0]?.attributes ?? [];
    expect([unit?.name, home?.name, city?.name]).toEqual(["unit", "home", "home.city"]);
    expect([home?.depth, city?.depth]).toEqual([0, 1]);
  });

  it("lists a path of the language's own once, with what was seen of it", () => {
    const groups = attributeGroups([known("ctx.context.purpose", 7)], { withApprover: false });
    const purposes = groups.flatMap((group) => group.attributes).filter((one) => one.name === "purpose");
    expect(purposes).toMatchObject([{ fixed: "purpose", seen: { seen: 7 } }]);
  });

  it("speaks of who approves only where somebody does", () => {
    const seen = [known("ctx.approver.attrs.unit", 2)];
    expect(paths(attributeGroups(seen, { withApprover: false }), "approver")).toBeUndefined();
    expect(paths(attributeGroups(seen, { withApprover: true }), "approver")).toEqual([
      "ctx.approver.attrs.unit",
      "ctx.approver.id",
      "ctx.approver.roles",
    ]);
  });

  it.each([
    ["record_type", "ctx.resource.attrs.record_type"],
    ["context.ip", "ctx.context.ip"],
    ["ctx.subject.id", "ctx.subject.id"],
    ["two words", 'ctx.resource.attrs["two words"]'],
  ])("completes %s", (typed, path) => {
    expect(completePath(typed)).toBe(path);
  });
});
