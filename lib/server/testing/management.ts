import { permissionsOf } from "@/lib/access";
import type { Caller } from "@/lib/server/caller";
import { systemCaller } from "@/lib/server/caller";
import { pool } from "@/lib/server/db/pool";
import { currentState } from "@/lib/server/decision-state";
import type { RouteHandler } from "@/lib/server/http/route";
import { newApiKeySecret } from "@/lib/server/identity";
import { newId } from "@/lib/server/ids";
import { createMember } from "@/lib/server/members";
import { bootstrapOrganization } from "@/lib/server/organizations";
import { queryTenant, type StoredRow, storedRows } from "./stored-log";

export interface TestOrganization {
  id: string;
  /** An API key with every permission. */
  adminKey: string;
}

export async function createTestOrganization(): Promise<TestOrganization> {
  const adminKey = newApiKeySecret();
  const { organizationId } = await bootstrapOrganization({ name: "Test hospital", keySecret: adminKey });
  return { id: organizationId, adminKey };
}

/** A person who is signed in, added by the deployment itself. */
export async function createPerson(organizationId: string, roles: string[]): Promise<Caller> {
  const person = await createMember(systemCaller(organizationId, newId("req")), {
    email: `${newId("usr")}@example.org`,
    name: "A person",
    title: "",
    roles,
    attrs: {},
  });
  return personCaller(organizationId, person.user_id);
}

/** This person as the state knows them now. */
export async function personCaller(organizationId: string, userId: string): Promise<Caller> {
  const state = await currentState(organizationId);
  const roles = state.people.get(userId)?.roles ?? [];
  const permissions = permissionsOf(roles, state.roles);
  return {
    organizationId,
    kind: "user",
    id: userId,
    agentId: null,
    roles,
    permissions,
    requestId: newId("req"),
  };
}

interface Asked {
  key: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

/** Calls an exported route handler over a real Request. */
export async function ask(
  handler: RouteHandler,
  method: string,
  { key, params = {}, query = {}, body, headers = {} }: Asked,
): Promise<Answered> {
  const url = new URL("http://localhost/api/v1/test");
  url.search = new URLSearchParams(query).toString();
  const response = await handler(
    new Request(url, {
      method,
      headers: { ...(key !== "" && { "x-kynara-key": key }), "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
    { params: Promise.resolve(params) },
  );
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
    headers: response.headers,
  };
}

/** Everything that a management operation could have written, to be compared around a refusal. */
export async function snapshot(organizationId: string): Promise<string> {
  const tables = [
    "role",
    "member",
    "agent",
    "api_key",
    "token_issuer",
    "token_binding",
    "policy",
    "policy_version",
    "entity",
    "jit_grant",
  ];
  const rows = await Promise.all(
    tables.map((table) => queryTenant(organizationId, `SELECT * FROM ${table} t ORDER BY t::text`)),
  );
  const head = await queryTenant(organizationId, "SELECT seq, state_version FROM audit_head");
  const users = await pool().query("SELECT count(*) FROM users");
  return JSON.stringify([rows, head, users.rows]);
}

/** The parsed entries of a log, from one sequence number on. */
export async function entriesAfter(
  organizationId: string,
  seq: number,
): Promise<{ type: string; actor: { type: string; id: string }; data: Record<string, unknown> }[]> {
  const rows: StoredRow[] = await storedRows(organizationId);
  return rows.filter((row) => row.seq > seq).map((row) => JSON.parse(row.canonical));
}

export async function lastSeq(organizationId: string): Promise<number> {
  const [head] = await queryTenant<{ seq: number }>(organizationId, "SELECT seq FROM audit_head");
  return head?.seq ?? 0;
}
