import type { Approval } from "@/lib/contracts/approvals";
import { ApiError } from "./api-error";
import { call } from "./call";
import { agentOperations, approvalOperations, auditOperations, policyOperations } from "./operations";

export interface FoundThing {
  kind: "policy" | "agent" | "approval" | "decision";
  id: string;
  label: string;
  description: string;
  href: string;
}

const SHOWN = "6";
const ID = /^(dec|apr|agt|pol)_[0-9A-Za-z-]+$/;

/** What is asked, in the reader's words. */
type TitleOf = (request: Pick<Approval, "action" | "resource">) => string;
type Finder = (text: string, signal: AbortSignal, titleOf: TitleOf) => Promise<FoundThing[]>;

/** Each kind of thing with the permission that looking for it needs: what a person may not see is not asked for. */
const BY_NAME: readonly { permission: string; find: Finder }[] = [
  {
    permission: "approvals.read",
    find: async (text, signal, titleOf) => {
      const open = await call(approvalOperations.list, { query: { state: "open", limit: "100" }, signal });
      return open.items
        .map((approval) => ({ thing: approvalThing(approval, titleOf), action: approval.action }))
        .filter(({ thing, action }) => hasWords(`${thing.label} ${thing.description} ${action}`, text))
        .map(({ thing }) => thing)
        .slice(0, Number(SHOWN));
    },
  },
  {
    permission: "policies.read",
    find: async (search, signal) => {
      const found = await call(policyOperations.list, { query: { search, limit: SHOWN }, signal });
      return found.items.map(policyThing);
    },
  },
  {
    permission: "agents.read",
    find: async (search, signal) => {
      const found = await call(agentOperations.list, { query: { search, limit: SHOWN }, signal });
      return found.items.map(agentThing);
    },
  },
];

const BY_ID: Readonly<Record<string, { permission: string; find: Finder }>> = {
  dec: {
    permission: "audit.read",
    find: async (id, signal) => {
      const { items } = await call(auditOperations.list, { query: { event_id: id, limit: "1" }, signal });
      return items.map((entry) => ({
        kind: "decision",
        id,
        label: id,
        description: `${entry.action ?? ""} · #${entry.seq}`,
        href: `/audit?entry=${entry.seq}`,
      }));
    },
  },
  apr: {
    permission: "approvals.read",
    find: async (id, signal, titleOf) => [
      approvalThing(await call(approvalOperations.get, { params: { id }, signal }), titleOf),
    ],
  },
  agt: {
    permission: "agents.read",
    find: async (id, signal) => [agentThing(await call(agentOperations.get, { params: { id }, signal }))],
  },
  pol: {
    permission: "policies.read",
    find: async (id, signal) => [policyThing(await call(policyOperations.get, { params: { id }, signal }))],
  },
};

/**
 * What the command palette finds elsewhere: policies and agents by part of their name, open requests by what is asked, agent
 * or patient, and whatever a pasted id names. Only what these permissions let a person see is asked for.
 */
export async function findThings(
  text: string,
  permissions: ReadonlySet<string>,
  signal: AbortSignal,
  titleOf: TitleOf,
): Promise<FoundThing[]> {
  const byId = BY_ID[ID.exec(text)?.[1] ?? ""];
  const finders = byId ? [byId] : BY_NAME;
  const found = await Promise.all(
    finders
      .filter(({ permission }) => permissions.has(permission))
      .map(({ find }) => find(text, signal, titleOf).catch(nothingWhereMissing)),
  );
  return found.flat();
}

/** An id that names nothing, or nothing that this person may see. */
function nothingWhereMissing(error: unknown): FoundThing[] {
  if (error instanceof ApiError && (error.status === 404 || error.status === 422)) return [];
  throw error;
}

function hasWords(held: string, text: string): boolean {
  const lower = held.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

const agentThing = (agent: { id: string; name: string; description: string }): FoundThing => ({
  kind: "agent",
  id: agent.id,
  label: agent.name,
  description: agent.description,
  href: `/agents/${agent.id}`,
});

const policyThing = (policy: { id: string; display_name: string; sentence: string }): FoundThing => ({
  kind: "policy",
  id: policy.id,
  label: policy.display_name,
  description: policy.sentence,
  href: `/policies/${policy.id}`,
});

const approvalThing = (approval: Approval, titleOf: TitleOf): FoundThing => ({
  kind: "approval",
  id: approval.id,
  label: [titleOf(approval), approval.resource_display_name || approval.resource.id]
    .filter(Boolean)
    .join(" · "),
  description: approval.subject.name,
  href: `/inbox/${approval.id}`,
});
