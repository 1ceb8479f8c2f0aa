import "server-only";
import type { Policy } from "@/lib/policy";
import { type Facts, happened, inRoles } from "../facts";
import { count, duration, gapIf, logOf, people, type Requirement, statusOf } from "../row";

const NAMED = 5;

/** 45 CFR 164.308(a)(3)(ii)(A): who works with patient data is authorized or supervised. */
export const supervision: Requirement = (facts) => {
  const { state, approvals } = facts;
  const supervised = [...state.policyRecords.values()]
    .map(({ policy }) => policy)
    .filter((policy) => policy.enabled !== false && policy.effect === "require_approval");
  const unanswerable = supervised.filter((policy) => !hasApprovers(facts, policy));
  const selfDecided = supervised.filter(({ approval }) => approval?.separation_of_duties === false);
  const missing = gapIf(supervised.length === 0, "no_supervision", "/policies");
  const weak = [
    ...gapIf(unanswerable.length, "unanswerable_rules", "/policies"),
    ...gapIf(selfDecided.length, "self_decided_rules", "/policies"),
    ...gapIf(approvals.expired, "expired_unanswered", logOf(facts, { type: "approval.expired" })),
  ];
  const changes = happened(facts, "member.updated") + happened(facts, "member.removed");
  return {
    id: "supervision",
    section: "§164.308(a)(3)(ii)(A)",
    status: state.agents.size === 0 ? "absent" : statusOf(missing, weak),
    evidence: [
      count("supervised_rules", supervised.length, "/policies"),
      count("approved", approvals.approved, logOf(facts, { type: "approval.approved" })),
      count("denied", approvals.denied, logOf(facts, { type: "approval.denied" })),
      duration("median_answer", approvals.median_seconds),
      duration("slowest_answer", approvals.slowest_seconds),
      people(
        "deciders",
        approvals.deciders.slice(0, NAMED).map(({ user_id, count: times }) => ({
          name: state.people.get(user_id)?.name ?? user_id,
          count: times,
        })),
      ),
      count("waiting", approvals.waiting, "/inbox"),
      count("member_changes", changes, logOf(facts, { type: "member.*" })),
    ],
    gaps: [...missing, ...weak],
  };
};

/** Whether every stage has as many active people in its roles as it asks for. */
function hasApprovers(facts: Facts, { approval }: Policy): boolean {
  const stages = approval?.stages ?? [approval ?? {}];
  return stages.every(({ approver_roles = [], quorum = 1 }) => inRoles(facts, approver_roles) >= quorum);
}
