import "server-only";
import { happened, holders } from "../facts";
import { count, gapIf, logOf, type Requirement, statusOf } from "../row";

/** 45 CFR 164.312(a)(2)(ii): in an emergency the needed information can be reached. */
export const emergencyAccess: Requirement = (facts) => {
  const takers = holders(facts, "grants.take");
  const reviewers = holders(facts, "grants.review");
  const { grants } = facts;
  const missing = [...gapIf(takers === 0, "no_takers"), ...gapIf(reviewers === 0, "no_reviewers")];
  const weak = [
    ...gapIf(grants.overdue, "reviews_overdue", "/audit?type=grant.*"),
    // Nobody is written to: who reviews sees it in the console.
    ...gapIf(true, "nobody_is_told"),
  ];
  const decided = happened(facts, "decision.evaluated", (row) => row.emergency);
  return {
    id: "emergency_access",
    section: "§164.312(a)(2)(ii)",
    status: statusOf(missing, weak),
    evidence: [
      count("takers", takers),
      count("reviewers", reviewers),
      count("grants_live", grants.live),
      count("grants_taken", grants.taken, logOf(facts, { type: "grant.created" })),
      count("emergency_decisions", decided),
      count("grants_reviewed", grants.reviewed, logOf(facts, { type: "grant.reviewed" })),
      count("grants_to_review", grants.to_review, "/audit?type=grant.*"),
    ],
    gaps: [...missing, ...weak],
  };
};
