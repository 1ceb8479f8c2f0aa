import { describe, expect, it } from "vitest";
import { parseCondition, parseIdentifiedPolicy, parsePolicy, parsePolicyList } from "./index";

const valid = { display_name: "p", effect: "require_approval", actions: ["ehr.read"] };

function policyPointers(changes: object): readonly string[] {
  const parsed = parsePolicy({ ...valid, ...changes });
  return parsed.kind === "ok" ? [] : parsed.faults.map((fault) => fault.pointer);
}

function conditionPointers(condition: unknown): readonly string[] {
  const parsed = parseCondition(condition);
  return parsed.kind === "ok" ? [] : parsed.faults.map((fault) => fault.pointer);
}

const nested = (depth: number): unknown =>
  depth === 1 ? { op: "eq", args: ["ctx.a.b", 1] } : { op: "not", args: [nested(depth - 1)] };
const wide = (leaves: number): unknown => ({ op: "or", args: new Array(leaves).fill(true) });

describe("parsePolicy accepts", () => {
  it.each<[string, object]>([
    ["what only has its required members", {}],
    ["priority 0", { priority: 0 }],
    ["priority 1000", { priority: 1000 }],
    ["a display name of 200 characters", { display_name: "😀".repeat(200) }],
    ["100 actions", { actions: new Array(100).fill("a.b") }],
    ["wildcards as segments", { actions: ["*", "ehr.*", "*.read", "ehr.*.write"] }],
    ["no resource types in a list", { resource_types: [] }],
    ["a constant condition", { condition: false }],
    [
      "obligations with members of their own",
      { obligations: [{ type: "redact", fields: ["ssn"], deep: { x: [1, null] } }] },
    ],
    [
      "every approval member",
      {
        approval: {
          approver_roles: ["attending_physician"],
          quorum: 2,
          stages: [{ approver_roles: ["a"], quorum: 1 }, {}],
          expires_in_seconds: 3600,
          escalate_after_seconds: 600,
          escalate_to_roles: ["privacy_officer"],
          separation_of_duties: false,
          step_up: "passkey",
          require_reason: "always",
          uses: 3,
          window_seconds: 60,
          relationship: { op: "eq", args: ["ctx.approver.attrs.unit", "ctx.resource.attrs.unit"] },
        },
      },
    ],
  ])("%s", (_, changes) => {
    const parsed = parsePolicy({ ...valid, ...changes });
    expect(parsed).toEqual({ kind: "ok", value: { ...valid, ...changes } });
  });

  it("a policy with an id, which it leaves out", () => {
    expect(parsePolicy({ ...valid, id: "pol_1" })).toEqual({ kind: "ok", value: valid });
    expect(parseIdentifiedPolicy({ ...valid, id: "pol_1" })).toEqual({
      kind: "ok",
      value: { ...valid, id: "pol_1" },
    });
  });
});

describe("parsePolicy refuses", () => {
  it.each<[string, object, readonly string[]]>([
    ["an unknown member", { "a/b~c": 1 }, ["/a~1b~0c"]],
    ["an empty display name", { display_name: "" }, ["/display_name"]],
    ["a display name of 201 characters", { display_name: "x".repeat(201) }, ["/display_name"]],
    ["a display name that is no string", { display_name: 7 }, ["/display_name"]],
    ["an unknown effect", { effect: "maybe" }, ["/effect"]],
    ["a priority below 0", { priority: -1 }, ["/priority"]],
    ["a priority above 1000", { priority: 1001 }, ["/priority"]],
    ["a broken priority", { priority: 1.5 }, ["/priority"]],
    ["a priority as text", { priority: "1" }, ["/priority"]],
    ["no actions", { actions: [] }, ["/actions"]],
    ["101 actions", { actions: new Array(101).fill("a") }, ["/actions"]],
    ["actions that are no list", { actions: "ehr.read" }, ["/actions"]],
    [
      "action patterns that are none",
      { actions: ["a..b", "", "re*", ".a", "a b", 7, "**", "ehr.read"] },
      ["/actions/0", "/actions/1", "/actions/2", "/actions/3", "/actions/4", "/actions/5", "/actions/6"],
    ],
    ["a resource type pattern that is none", { resource_types: ["a", "b."] }, ["/resource_types/1"]],
    ["101 resource types", { resource_types: new Array(101).fill("a") }, ["/resource_types"]],
    ["null for a member", { condition: null }, ["/condition"]],
    ["an unknown value of unknown", { unknown: "maybe" }, ["/unknown"]],
    ["enabled that is no boolean", { enabled: "yes" }, ["/enabled"]],
    ["approval on an allow", { effect: "allow", approval: {} }, ["/approval"]],
    ["approval on a deny", { effect: "deny", approval: {} }, ["/approval"]],
    ["an obligation without type", { obligations: [{ fields: [] }] }, ["/obligations/0/type"]],
    [
      "an obligation with too long a list",
      { obligations: [{ type: "t", x: new Array(1001).fill(1) }] },
      ["/obligations/0/x"],
    ],
    ["an obligation that is no object", { obligations: ["redact"] }, ["/obligations/0"]],
    ["an unknown approval member", { approval: { quorom: 2 } }, ["/approval/quorom"]],
    [
      "approval members of the wrong kind",
      {
        approval: {
          approver_roles: [],
          quorum: 0,
          stages: [],
          expires_in_seconds: 0,
          separation_of_duties: 1,
          step_up: "sms",
          require_reason: "never",
          uses: 0,
          window_seconds: "1h",
          relationship: "x",
        },
      },
      [
        "/approval/approver_roles",
        "/approval/quorum",
        "/approval/stages",
        "/approval/expires_in_seconds",
        "/approval/separation_of_duties",
        "/approval/step_up",
        "/approval/require_reason",
        "/approval/uses",
        "/approval/window_seconds",
        "/approval/relationship",
      ],
    ],
    [
      "a stage with a fault",
      { approval: { stages: [{ quorum: 1 }, { quorum: 0, x: 1 }] } },
      ["/approval/stages/1/x", "/approval/stages/1/quorum"],
    ],
    [
      "escalation without roles",
      { approval: { escalate_after_seconds: 60 } },
      ["/approval/escalate_to_roles"],
    ],
    [
      "escalation without time",
      { approval: { escalate_to_roles: ["a"] } },
      ["/approval/escalate_after_seconds"],
    ],
    [
      "escalation after expiry",
      {
        approval: { expires_in_seconds: 60, escalate_after_seconds: 60, escalate_to_roles: ["a"] },
      },
      ["/approval/escalate_after_seconds"],
    ],
    [
      "a fault deep in a relationship",
      {
        approval: { relationship: { op: "and", args: [true, { op: "eq", args: ["ctx.a.b"] }] } },
      },
      ["/approval/relationship/args/1/args"],
    ],
  ])("%s", (_, changes, pointers) => {
    expect(policyPointers(changes)).toEqual(pointers);
  });

  it.each([null, [], "policy", 7, true])("%j, which is no object", (json) => {
    expect(parsePolicy(json)).toMatchObject({ kind: "invalid", faults: [{ pointer: "" }] });
  });

  it("each required member that is missing, by name", () => {
    expect(parsePolicy({})).toMatchObject({
      kind: "invalid",
      faults: [{ pointer: "/display_name" }, { pointer: "/effect" }, { pointer: "/actions" }],
    });
  });

  it("members that only a prototype has", () => {
    expect(parsePolicy(Object.create(valid)).kind).toBe("invalid");
    expect(policyPointers(JSON.parse('{"__proto__":{"effect":"allow"}}'))).toEqual(["/__proto__"]);
    expect(parsePolicy(JSON.parse('{"__proto__":{"display_name":"p"}}'))).toMatchObject({ kind: "invalid" });
  });

  it("says what is wrong in a sentence", () => {
    const parsed = parsePolicy({ ...valid, condition: { op: "eqq", args: [] } });
    expect(parsed).toEqual({
      kind: "invalid",
      faults: [
        {
          pointer: "/condition/op",
          message: 'There is no operator "eqq".',
          code: "no_operator",
          params: { name: "eqq" },
        },
      ],
    });
  });

  it("a list with an id twice or none, and only so many faults at once", () => {
    const policy = { ...valid, id: "a" };
    expect(parsePolicyList([policy, policy])).toMatchObject({
      kind: "invalid",
      faults: [{ pointer: "/1/id" }],
    });
    expect(parsePolicyList([valid])).toMatchObject({ kind: "invalid", faults: [{ pointer: "/0/id" }] });
    const parsed = parsePolicyList(new Array(1000).fill(7));
    expect(parsed.kind === "invalid" && parsed.faults.length).toBe(100);
  });
});

describe("parseCondition accepts", () => {
  it.each<[string, unknown]>([
    ["depth 16", nested(16)],
    ["256 nodes", wide(255)],
    ["a list of 1,000", { op: "in", args: ["ctx.a.b", new Array(1000).fill(1)] }],
    ["a string of 4,096 characters", { op: "eq", args: ["ctx.a.b", "😀".repeat(4096)] }],
    ["a pattern of 512 characters", { op: "matches", args: ["ctx.a.b", "x".repeat(512)] }],
    ["a literal that looks like a reference", { op: "eq", args: ["ctx.a.b", { lit: "ctx.x y" }] }],
    ["a pattern that looks like a reference", { op: "matches", args: ["ctx.a.b", { lit: "ctx.(a|b)" }] }],
    ["such a text in a list", { op: "in", args: ["ctx.a.b", ["ctx.x y"]] }],
    ["an instant that is none, which is unknown", { op: "before", args: ["ctx.env.time", "yesterday"] }],
    ["no networks", { op: "ip_in", args: ["ctx.context.ip", []] }],
    [
      "networks of both families",
      { op: "ip_in", args: ["ctx.context.ip", ["10.0.0.0/8", "::1/128", "::ffff:1.2.3.4/96"]] },
    ],
    ["no weekdays", { op: "weekday_in", args: ["ctx.env.time", []] }],
    [
      "a zone",
      { op: "time_between", args: ["ctx.env.time", "00:00", "23:59", "America/Argentina/Buenos_Aires"] },
    ],
  ])("%s", (_, json) => {
    expect(parseCondition(json)).toEqual({ kind: "ok", value: json });
  });
});

describe("parseCondition refuses", () => {
  const eq = (...args: unknown[]): unknown => ({ op: "eq", args });
  it.each<[string, unknown, readonly string[]]>([
    ["text", "true", [""]],
    ["null", null, [""]],
    ["an unknown operator", { op: "like", args: [] }, ["/op"]],
    ["an operator from a prototype", { op: "constructor", args: [] }, ["/op"]],
    ["no operator", { args: [] }, ["/op"]],
    ["no arguments", { op: "eq" }, ["/args"]],
    ["arguments that are no list", { op: "eq", args: {} }, ["/args"]],
    ["an unknown member", { op: "exists", args: ["ctx.a.b"], note: "" }, ["/note"]],
    ["too few arguments", eq("ctx.a.b"), ["/args"]],
    ["too many arguments", eq("ctx.a.b", 1, 2), ["/args"]],
    ["an empty and", { op: "and", args: [] }, ["/args"]],
    ["a not of two", { op: "not", args: [true, true] }, ["/args"]],
    ["an operand for a condition", { op: "and", args: ["ctx.a.b"] }, ["/args/0"]],
    [
      "a condition for an operand",
      eq("ctx.a.b", { op: "eq", args: [1, 1] }),
      ["/args/1/op", "/args/1/args", "/args/1"],
    ],
    ["an object for an operand", eq("ctx.a.b", {}), ["/args/1"]],
    ["a malformed reference", eq("ctx.a..b", 1), ["/args/0"]],
    ["a list in a list", eq("ctx.a.b", [[1]]), ["/args/1/0"]],
    ["an object in a list", eq("ctx.a.b", [{ lit: 1 }]), ["/args/1/0"]],
    ["a literal with more than lit", eq("ctx.a.b", { lit: 1, x: 2 }), ["/args/1/x"]],
    ["an object as literal", eq("ctx.a.b", { lit: {} }), ["/args/1/lit"]],
    ["a number beyond a double", eq("ctx.a.b", Number.POSITIVE_INFINITY), ["/args/1"]],
    ["exists of a literal", { op: "exists", args: ["unit"] }, ["/args/0"]],
    ["a pattern that does not compile", { op: "matches", args: ["ctx.a.b", "(?=a)"] }, ["/args/1"]],
    ["a pattern that is a reference", { op: "matches", args: ["ctx.a.b", "ctx.a.c"] }, ["/args/1"]],
    ["a pattern that is no text", { op: "matches", args: ["ctx.a.b", 7] }, ["/args/1"]],
    ["a pattern of 513 characters", { op: "matches", args: ["ctx.a.b", "x".repeat(513)] }, ["/args/1"]],
    [
      "networks that are none",
      { op: "ip_in", args: ["ctx.a.b", ["10.0.0.0/33", "10.0.0.0", "x", 7, "1.2.3/8", "::/129"]] },
      ["/args/1/0", "/args/1/1", "/args/1/2", "/args/1/3", "/args/1/4", "/args/1/5"],
    ],
    ["a network that is a reference", { op: "ip_in", args: ["ctx.a.b", "ctx.a.c"] }, ["/args/1"]],
    [
      "times of day that are none",
      { op: "time_between", args: ["ctx.a.b", "24:00", "6:00"] },
      ["/args/1", "/args/2"],
    ],
    ["zones that are none", { op: "weekday_in", args: ["ctx.a.b", ["mon"], "Mars/Olympus"] }, ["/args/2"]],
    ["an offset for a zone", { op: "weekday_in", args: ["ctx.a.b", ["mon"], "+02:00"] }, ["/args/2"]],
    [
      "weekdays that are none",
      { op: "weekday_in", args: ["ctx.a.b", ["mon", "Mon", "monday"]] },
      ["/args/1/1", "/args/1/2"],
    ],
    ["weekdays that are no list", { op: "weekday_in", args: ["ctx.a.b", "mon"] }, ["/args/1"]],
    ["a list of 1,001", { op: "in", args: ["ctx.a.b", new Array(1001).fill(1)] }, ["/args/1"]],
    ["a string of 4,097 characters", eq("ctx.a.b", "x".repeat(4097)), ["/args/1"]],
    ["such a string in a list", { op: "in", args: ["ctx.a.b", ["x".repeat(4097)]] }, ["/args/1/0"]],
    ["a reference of 4,097 characters", eq(`ctx.${"x".repeat(4093)}`, 1), ["/args/0"]],
    ["depth 17", nested(17), ["/args/0".repeat(16)]],
    ["257 nodes", wide(256), ["/args/255"]],
    ["1,001 conditions", wide(1001), ["/args"]],
    [
      "three faults, all of them",
      { op: "and", args: [{ op: "x" }, eq(1), { op: "not", args: [7] }] },
      ["/args/0/op", "/args/1/args", "/args/2/args/0"],
    ],
  ])("%s", (_, json, pointers) => {
    expect(conditionPointers(json)).toEqual(pointers);
  });

  it("what is nested a hundred thousand deep, without running out of stack", () => {
    let json: unknown = true;
    for (let depth = 0; depth < 100_000; depth += 1) json = { op: "not", args: [json] };
    expect(conditionPointers(json)).toEqual(["/args/0".repeat(16)]);
  });
});
