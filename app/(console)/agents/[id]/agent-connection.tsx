import { AgentConnect } from "@/components/agents/agent-connect";
import { AgentKeys } from "@/components/agents/agent-keys";
import type { Agent } from "@/lib/contracts/agents";
import { requestLocale } from "@/lib/i18n/request-intl";
import type { Caller } from "@/lib/server/caller";
import { config } from "@/lib/server/config";
import { currentState } from "@/lib/server/decision-state";
import { listKeys } from "@/lib/server/keys";
import { powersOf } from "./powers-of";

const KEYS_SHOWN = 200;

export async function AgentConnection({ caller, agent }: { caller: Caller; agent: Agent }) {
  const state = await currentState(caller.organizationId);
  const keys = await listKeys(caller, { agent_id: agent.id, limit: KEYS_SHOWN });
  const { example } = powersOf(state, agent, await requestLocale());
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <AgentKeys agent={agent} keys={keys.items} canWrite={caller.permissions.has("keys.write")} />
      <AgentConnect
        facts={{
          baseUrl: config().baseUrl,
          agentId: agent.id,
          action: example?.action ?? "ehr.read",
          resourceType: example?.resourceType ?? "patient_record",
        }}
      />
    </div>
  );
}
