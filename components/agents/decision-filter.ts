import { oneOf } from "@/lib/client/search-params";

export const decisionParams = { effect: oneOf(["allow", "deny", "require_approval"]) };

/** The query behind an agent's recent decisions; the same on the server and in the browser. */
export const decisionFilter = (agentId: string, effect: "allow" | "deny" | "require_approval" | null) => ({
  agent_id: agentId,
  type: "decision.evaluated",
  limit: 12,
  ...(effect && { effect }),
});
