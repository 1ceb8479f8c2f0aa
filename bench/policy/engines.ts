import { createMongoAbility, subject } from "@casl/ability";
import cedar from "@cedar-policy/cedar-wasm/nodejs";
import { newEnforcer, newModelFromString } from "casbin";
import jsonLogic from "json-logic-js";
import { compilePolicySet, type IdentifiedPolicy, parsePolicyList } from "@/lib/policy";
import type { Job, JobRule } from "./job";

/** Answers the n-th request of the job: whether it is allowed. */
export type Decide = (request: number) => boolean;

export interface Engine {
  readonly name: string;
  /**
   * Loads rules and brings requests into the engine's own form, both outside the time that is measured.
   * Each engine gets the set-up that serves it best.
   */
  load(job: Job): Promise<Decide>;
}

const kynara: Engine = {
  name: "kynara",
  async load({ rules, requests }) {
    const parsed = parsePolicyList(rules.map(toPolicy));
    if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.faults));
    const set = compilePolicySet(parsed.value);
    const contexts = requests.map(({ action, recordType, unit }) => ({
      subject: { type: "agent", id: "agent-7", roles: ["clinical_agent"] },
      action: { name: action },
      resource: { type: "patient_record", id: "p-100", attrs: { record_type: recordType, unit } },
    }));
    return (index) => set.decide(contexts[index] ?? {}).effect === "allow";
  },
};

function toPolicy({ id, action, recordTypes, unit }: JobRule): IdentifiedPolicy {
  const types = { op: "in", args: ["ctx.resource.attrs.record_type", recordTypes] } as const;
  const units = { op: "eq", args: ["ctx.resource.attrs.unit", unit] } as const;
  const condition = unit === null ? types : ({ op: "and", args: [types, units] } as const);
  return { id, display_name: id, effect: "allow", actions: [action], condition };
}

/** Policies parsed once and kept inside (`preparsePolicySet`); attributes in the context, so no entities. */
const cedarWasm: Engine = {
  name: "cedar-wasm",
  async load({ shape, rules, requests }) {
    const name = `${shape}-${rules.length}`;
    const staticPolicies = Object.fromEntries(
      rules.map(({ id, action, recordTypes, unit }) => {
        const types = recordTypes.map((type) => JSON.stringify(type)).join(", ");
        const units = unit === null ? "" : ` && context.unit == ${JSON.stringify(unit)}`;
        const condition = `[${types}].contains(context.record_type)${units}`;
        return [
          id,
          `permit(principal, action == Action::${JSON.stringify(action)}, resource) when { ${condition} };`,
        ];
      }),
    );
    const outcome = cedar.preparsePolicySet(name, { staticPolicies });
    if (outcome.type === "failure") throw new Error(JSON.stringify(outcome.errors[0]));
    const calls = requests.map(({ action, recordType, unit }) => ({
      principal: { type: "Agent", id: "agent-7" },
      action: { type: "Action", id: action },
      resource: { type: "PatientRecord", id: "p-100" },
      context: { record_type: recordType, unit },
      preparsedPolicySetId: name,
      entities: [],
    }));
    return (index) => {
      const call = calls[index];
      const answer = call === undefined ? null : cedar.statefulIsAuthorized(call);
      if (answer?.type !== "success") throw new Error(JSON.stringify(answer));
      return answer.response.decision === "allow";
    };
  },
};

/** Plain equalities in the matcher (its fastest form), the synchronous call, no logging. */
const casbin: Engine = {
  name: "casbin",
  async load({ shape, rules, requests }) {
    const unit = shape === "one_action" ? "r.unit == p.unit && " : "";
    const model = newModelFromString(`
[request_definition]
r = act, unit, type
[policy_definition]
p = act, unit, type1, type2
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = ${unit}r.act == p.act && (r.type == p.type1 || r.type == p.type2)
`);
    const enforcer = await newEnforcer(model);
    await enforcer.addPolicies(rules.map((rule) => [rule.action, rule.unit ?? "*", ...rule.recordTypes]));
    return (index) => {
      const request = requests[index];
      return request !== undefined && enforcer.enforceSync(request.action, request.unit, request.recordType);
    };
  },
};

/** One ability of all rules; CASL itself keeps them by action and subject type. */
const casl: Engine = {
  name: "casl",
  async load({ rules, requests }) {
    const ability = createMongoAbility(
      rules.map(({ action, recordTypes, unit }) => ({
        action,
        subject: "patient_record",
        conditions: { record_type: { $in: [...recordTypes] }, ...(unit === null ? {} : { unit }) },
      })),
    );
    const asked = requests.map(({ action, recordType, unit }) => ({
      action,
      record: subject("patient_record", { record_type: recordType, unit }),
    }));
    return (index) => {
      const request = asked[index];
      return request !== undefined && ability.can(request.action, request.record);
    };
  },
};

/** It has no notion of policies: an index by action is added to it, without which it would be far slower. */
const jsonLogicJs: Engine = {
  name: "json-logic-js",
  async load({ rules, requests }) {
    const byAction = new Map<string, jsonLogic.RulesLogic[]>();
    for (const { action, recordTypes, unit } of rules) {
      const types: jsonLogic.RulesLogic = { in: [{ var: "record_type" }, [...recordTypes]] };
      const units: jsonLogic.RulesLogic = { "===": [{ var: "unit" }, unit] };
      const logic: jsonLogic.RulesLogic = unit === null ? types : { and: [units, types] };
      byAction.set(action, [...(byAction.get(action) ?? []), logic]);
    }
    const asked = requests.map(({ action, recordType, unit }) => ({
      action,
      data: { record_type: recordType, unit },
    }));
    return (index) => {
      const request = asked[index];
      if (request === undefined) return false;
      for (const logic of byAction.get(request.action) ?? []) {
        if (jsonLogic.apply(logic, request.data) === true) return true;
      }
      return false;
    };
  },
};

export const OURS: Engine = kynara;
export const PEERS: readonly Engine[] = [casl, jsonLogicJs, casbin, cedarWasm];
