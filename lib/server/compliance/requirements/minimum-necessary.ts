import "server-only";
import { type Facts, happened, isCondition } from "../facts";
import { count, gapIf, logOf, type Requirement, share, statusOf } from "../row";

const DECISION = "decision.evaluated";

/** 45 CFR 164.514(d): uses and disclosures are limited to what the purpose needs. */
export const minimumNecessary: Requirement = (facts) => {
  const rules = [...facts.state.policyRecords.values()].map(({ policy }) => policy);
  const enabled = rules.filter((rule) => rule.enabled !== false);
  const open = enabled.filter((rule) => rule.effect === "allow" && !isCondition(rule.condition));
  const missing = gapIf(enabled.length === 0, "no_rules", "/policies");
  const weak = gapIf(open.length, "open_rules", "/policies");
  const { limited, ruled } = facts.tally;
  return {
    id: "minimum_necessary",
    section: "§164.514(d)",
    status: nothingAsks(facts) && enabled.length === 0 ? "absent" : statusOf(missing, weak),
    evidence: [
      count("rules", enabled.length, "/policies"),
      share("limited", limited, ruled, logOf(facts, { type: DECISION })),
      ...(["allow", "deny", "require_approval"] as const).map((effect) =>
        count(
          `decisions_${effect}`,
          happened(facts, DECISION, (row) => row.effect === effect),
          logOf(facts, { type: DECISION, effect }),
        ),
      ),
      count("safe_attributes", facts.state.safeToLog.size),
    ],
    gaps: [...missing, ...weak],
  };
};

const nothingAsks = ({ state }: Facts) => state.agents.size === 0;
