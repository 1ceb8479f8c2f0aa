import "server-only";
import type { StepCode, StepParams } from "@/lib/contracts/decision-steps";

/** A sentence of a decision, by code and parameters: it is written out (`sentenceOf`) only for somebody who reads it. */
export interface Said {
  code: StepCode;
  params: Record<string, string | number>;
}

type Sentences = { readonly [Code in StepCode]: (params: StepParams[Code]) => string };

const SIDES = { subject: "requester", principal: "person acted for" } as const;

const SENTENCES: Sentences = {
  gates_open: () => "Every gate is open.",
  organization_suspended: () => "The organization is suspended. Its administrator can say why.",
  subject_unknown: ({ subject_type }) =>
    `No ${subject_type} with this id is known here. Register it, or correct subject_id.`,
  principal_unknown: () =>
    "The person acted for is no member of this organization. Correct on_behalf_of_user_id, or invite them.",
  agent_disabled: ({ agent }) => `The agent ${agent} is switched off. An administrator can enable it.`,
  agent_read_only: ({ agent }) =>
    `The agent ${agent} is read-only: it may only do actions that end in .read, .list or .search.`,
  budget_exceeded: ({ agent, budget }) => `The agent ${agent} has used its ${budget} actions of today (UTC).`,
  not_permitted: ({ side, action, resource_type }) =>
    `No role of the ${SIDES[side]} permits ${action} on ${resource_type}. An administrator can give a role that does.`,
  permitted: ({ subject, subject_role, principal, principal_role }) => {
    const through = [subject === "role" ? `the requester’s role “${subject_role}”` : "emergency access"];
    if (principal === "role") through.push(`the role “${principal_role}” of the person acted for`);
    if (principal === "emergency") through.push("emergency access of the person acted for");
    return `Permitted by ${through.join(", and by ")}.`;
  },
  policy_allows: ({ policy }) => `Allowed by the policy “${policy}”.`,
  policy_denies: ({ policy }) => `Denied by the policy “${policy}”.`,
  policy_asks: ({ policy }) => `The policy “${policy}” asks for an approval.`,
  policy_asks_to_wait: ({ policy }) =>
    `The policy “${policy}” asks for an approval. Once a person has approved it, send the same request again with the approval’s id as approval_id.`,
  no_policy: () => "No policy allows this, so it is denied.",
  grant_stands_in: ({ policy }) =>
    `Emergency access stands in for the approval that the policy “${policy}” asks for.`,
};

export function say<Code extends StepCode>(code: Code, params: StepParams[Code]): Said {
  return { code, params: params as Said["params"] };
}

/** The sentence in English. */
export function sentenceOf({ code, params }: Said): string {
  return (SENTENCES[code] as (params: Said["params"]) => string)(params);
}
