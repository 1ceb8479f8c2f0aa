import type { Page } from "@playwright/test";
import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import type { HospitalApi, Role } from "./test";

/** A page of Kynara, by the person it is meant for. */
export interface Place {
  readonly name: string;
  readonly as: Role | null;
  /** Where it is; the hospital's own ids are looked up. */
  path(api: HospitalApi): Promise<string>;
  /** Resolves when the page shows what it is for, not its skeleton. */
  ready(page: Page): Promise<void>;
}

const at = (path: string) => async () => path;
const heading = (name?: string | RegExp) => async (page: Page) => {
  await page.getByRole("heading", { level: 1, ...(name !== undefined && { name }) }).waitFor();
};

/** Every page there is, and the two that say no. */
export const PLACES: readonly Place[] = [
  { name: "landing", as: null, path: at("/"), ready: heading() },
  { name: "sign-in", as: null, path: at("/sign-in"), ready: heading() },
  { name: "api-reference", as: null, path: at("/docs/api"), ready: heading() },
  { name: "api-operation", as: null, path: at("/docs/api/checkDecision"), ready: heading() },
  { name: "not-found", as: null, path: at("/nowhere"), ready: heading() },
  {
    name: "inbox",
    as: "physician",
    path: at("/inbox"),
    ready: async (page) => page.locator("[data-request]").first().waitFor(),
  },
  { name: "approval", as: "physician", path: pendingApproval, ready: heading() },
  { name: "forbidden", as: "physician", path: at("/policies"), ready: heading() },
  { name: "overview", as: "admin", path: at("/overview"), ready: heading() },
  { name: "policies", as: "admin", path: at("/policies"), ready: heading() },
  { name: "policy-new", as: "admin", path: at("/policies/new"), ready: heading() },
  {
    name: "policy-builder",
    as: "admin",
    path: async (api) => `/policies/${await conditionPolicy(api)}`,
    ready: heading(),
  },
  {
    name: "policy-versions",
    as: "admin",
    path: async (api) => `/policies/${await conditionPolicy(api)}/versions`,
    ready: heading(),
  },
  { name: "agents", as: "admin", path: at("/agents"), ready: heading() },
  { name: "agent", as: "admin", path: firstAgent, ready: heading() },
  {
    name: "agent-keys",
    as: "admin",
    path: async (api) => `${await firstAgent(api)}?view=connect`,
    ready: heading(),
  },
  { name: "token-issuers", as: "admin", path: at("/agents/issuers"), ready: heading("Trusted issuers") },
  { name: "try-it", as: "admin", path: at("/try-it"), ready: heading() },
  {
    name: "try-it-explained",
    as: "admin",
    path: async (api) => `/try-it${await explainedRequest(api)}`,
    ready: async (page) => page.getByRole("list", { name: "How it was decided, step by step" }).waitFor(),
  },
  { name: "audit", as: "auditor", path: at("/audit"), ready: heading() },
  { name: "audit-verify", as: "auditor", path: at("/audit/verify"), ready: heading() },
];

async function pendingApproval(api: HospitalApi): Promise<string> {
  const { items } = await api(approvalEndpoints.list, { query: { state: "pending" } });
  return `/inbox/${first(items, "request waiting").id}`;
}

/** The policy with a condition: its editor shows the builder. */
async function conditionPolicy(api: HospitalApi): Promise<string> {
  const { items } = await api(policyEndpoints.list, {});
  return first(
    items.filter((policy) => typeof policy.document.condition === "object"),
    "policy with a condition",
  ).id;
}

/** A request of the first agent that a policy asks an approval for, as an address carries it. */
async function explainedRequest(api: HospitalApi): Promise<string> {
  const subjectId = (await firstAgent(api)).replace("/agents/", "");
  const attrs = { record_type: "diagnosis" };
  const resource = { type: "patient_record", id: "p-100", attrs };
  const request = { subject_type: "agent", subject_id: subjectId, action: "ehr.read", resource };
  return `#${encodeURIComponent(JSON.stringify(request))}`;
}

async function firstAgent(api: HospitalApi): Promise<string> {
  const { items } = await api(agentEndpoints.list, {});
  return `/agents/${first(items, "agent").id}`;
}

function first<T>(items: readonly T[], name: string): T {
  const [item] = items;
  if (item === undefined) throw new Error(`The demo hospital has no ${name}.`);
  return item;
}
