import { keyState } from "@/components/agents/key-state";
import type { AgentReach } from "@/components/agents/kill-switch-words";
import type { Approval } from "@/lib/contracts/approvals";
import type { Page } from "@/lib/contracts/common";
import type { Caller } from "@/lib/server/caller";
import { now } from "@/lib/server/clock";
import { listKeys } from "@/lib/server/keys";
import { listTokenBindings } from "@/lib/server/token-issuers";

const COUNTED = 200;

/** What the kill switch touches, as far as the reader may see it. */
export async function agentReach(
  caller: Caller,
  agentId: string,
  pending: Page<Approval> | null,
): Promise<AgentReach> {
  const waiting = pending && { count: pending.items.length, hasMore: pending.next_cursor !== null };
  if (!caller.permissions.has("keys.read")) return { keys: null, bindings: null, pending: waiting };
  const query = { agent_id: agentId, limit: COUNTED };
  const [keys, bindings] = await Promise.all([listKeys(caller, query), listTokenBindings(caller, query)]);
  const at = now().getTime();
  return {
    keys: keys.items.filter((key) => keyState(key, at) === "works").length,
    bindings: bindings.items.length,
    pending: waiting,
  };
}
