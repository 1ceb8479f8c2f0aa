import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { AgentConnect } from "@/components/agents/agent-connect";
import { AgentKeys } from "@/components/agents/agent-keys";
import { keyState } from "@/components/agents/key-state";
import { LiveDecisions } from "@/components/agents/live-decisions";
import { StepMark } from "@/components/agents/step-mark";
import { getQueryClient } from "@/components/query-client";
import { AgentBindings } from "@/components/token-issuers/agent-bindings";
import { addressOf } from "@/components/try-it/request-address";
import { agentQueries, newestDecisions } from "@/lib/client/agent-queries";
import type { Agent } from "@/lib/contracts/agents";
import { requestLocale } from "@/lib/i18n/request-intl";
import { listAuditEvents } from "@/lib/server/audit";
import type { Caller } from "@/lib/server/caller";
import { now } from "@/lib/server/clock";
import { config } from "@/lib/server/config";
import { currentState } from "@/lib/server/decision-state";
import { listKeys } from "@/lib/server/keys";
import { listTokenBindings, listTokenIssuers } from "@/lib/server/token-issuers";
import { tokenAudience } from "../token-audience";
import { policyNames } from "./policy-names";
import { powersOf } from "./powers-of";

const SHOWN = 200;

/** From a key to the first decision: what signs the agent in, what to paste, and what comes of it. */
export async function AgentConnection({ caller, agent }: { caller: Caller; agent: Agent }) {
  const { permissions } = caller;
  const state = await currentState(caller.organizationId);
  const { example } = powersOf(state, agent, await requestLocale());
  const ofAgent = { agent_id: agent.id, limit: SHOWN };
  const [keys, bindings, issuers, seen] = await Promise.all([
    listKeys(caller, ofAgent),
    listTokenBindings(caller, ofAgent),
    listTokenIssuers(caller, { limit: SHOWN }),
    permissions.has("audit.read") ? firstDecisions(caller, agent.id) : null,
  ]);
  const at = now().getTime();
  const hasKey = keys.items.some((key) => keyState(key, at) === "works");
  const hasCredential = hasKey || bindings.items.length > 0;
  const isNew = seen?.isEmpty === true;
  const facts = {
    baseUrl: config().baseUrl,
    agentId: agent.id,
    action: example?.action ?? "ehr.read",
    resourceType: example?.resourceType ?? "patient_record",
  };
  const request = {
    subject_type: "agent",
    subject_id: agent.id,
    action: facts.action,
    resource: { type: facts.resourceType },
  };
  const canWrite = permissions.has("keys.write");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2 lg:grid-rows-[auto_auto_1fr]">
      <AgentKeys
        agent={agent}
        keys={keys.items}
        facts={facts}
        canWrite={canWrite}
        mark={isNew ? <StepMark step={1} state={hasCredential ? "done" : "next"} /> : null}
      />
      <div className="min-w-0 lg:col-start-2 lg:row-span-3 lg:row-start-1">
        <AgentConnect
          facts={facts}
          mark={isNew ? <StepMark step={2} state={hasCredential ? "next" : "later"} /> : null}
        />
      </div>
      {seen ? (
        <HydrationBoundary state={seen.state}>
          <LiveDecisions
            agentId={agent.id}
            policyNames={policyNames(caller, state)}
            isOff={agent.status === "disabled"}
            hasCredential={hasCredential}
            tryItHref={permissions.has("decisions.explain") ? `/try-it${addressOf(request)}` : null}
          />
        </HydrationBoundary>
      ) : null}
      <AgentBindings
        agent={agent}
        bindings={bindings.items}
        issuers={issuers.items}
        audience={tokenAudience(caller)}
        canWrite={canWrite}
        hasKey={hasKey}
      />
    </div>
  );
}

async function firstDecisions(caller: Caller, agentId: string) {
  const queries = getQueryClient();
  const page = await listAuditEvents(caller, { ...newestDecisions(agentId), order: "newest" });
  queries.setQueryData(agentQueries.liveDecisions(agentId).queryKey, page);
  return { isEmpty: page.items.length === 0, state: dehydrate(queries) };
}
