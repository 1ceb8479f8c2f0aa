import { type Decision, subjectLine } from "./decision";
import { ApprovalRequired, PermissionDenied } from "./errors";

/** The answer is no. */
export function denied(decision: Decision): PermissionDenied {
  const said = decision.message ? `${decision.message.replace(/\.$/, "")}. ` : "";
  return new PermissionDenied(
    `${subjectLine(decision)} is denied (${decision.reason || "no reason given"}). ${said}` +
      `Do not retry unchanged; a policy admin finds this decision as ${decision.decisionId}.`,
    { decision },
  );
}

/** A person has to decide, and the call does not wait. */
export function approvalRequired(decision: Decision): ApprovalRequired {
  return new ApprovalRequired(
    `${subjectLine(decision)} needs a person's approval at ${decision.approvalUrl}. ` +
      `Call again with approvalId ${decision.approvalId} once it is approved, or with wait: true.`,
    { decision },
  );
}

/** The approval was given, and yet it is asked for again. */
export function doesNotFit(decision: Decision): ApprovalRequired {
  return new ApprovalRequired(
    `The approval ${decision.approvalId} does not cover this ${subjectLine(decision)} (other subject, person, ` +
      "resource or attributes). Call again without approvalId to ask anew.",
    { decision },
  );
}
