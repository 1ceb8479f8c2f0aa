import "server-only";
import type { Actor } from "../caller";
import type { DecisionState } from "../decision-state";
import type { Asker } from "./asked";

/** How whoever asks stands in the ledger: as its agent, or as a service when its key has none. */
export function askerActor(state: DecisionState, { credential }: Asker): Actor {
  const agentId =
    credential.kind === "token" ? credential.agentId : (state.keys.get(credential.keyId)?.agentId ?? null);
  if (agentId !== null) return { type: "agent", id: agentId };
  return { type: "service", id: credential.kind === "token" ? credential.bindingId : credential.keyId };
}
