import "server-only";
import * as z from "zod";
import type { Page, PageQuery } from "@/lib/contracts/common";
import type {
  ListPoliciesQuery,
  PolicyValidation,
  PolicyVersionView,
  PolicyView,
  RollbackPolicy,
} from "@/lib/contracts/policies";
import { describePolicy, type JsonObject, type Policy } from "@/lib/policy";
import type { Caller } from "../caller";
import type { LedgerEvent } from "../db/ledger/events";
import type { Tx } from "../db/prisma";
import { type AuditedTx, recordMutation, Unchanged } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { conflict, invalid, notFound } from "../errors";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { rolesMissing } from "../roles";
import { getDocument, namedRoles, type PolicyDocument, readDocument } from "./document";
import { policyArchived, policyCreated, policyPublished } from "./events";
import {
  findPolicy,
  findVersion,
  insertPolicy,
  insertVersion,
  listPoliciesAfter,
  listVersionsBefore,
  markArchived,
  type PolicyRow,
  type PolicyVersionRow,
  publishDocument,
} from "./store";
import { policyOf, policyView } from "./view";

const EFFECT_RANK = { deny: 0, require_approval: 1, allow: 2 } as const;

const versionView = (row: PolicyVersionRow): PolicyVersionView => ({
  version: row.version,
  document: row.document as PolicyVersionView["document"],
  note: row.note,
  created_by: row.createdBy,
  created_at: row.createdAt.toISOString(),
});

/** Policies in the order in which a decision looks at them. */
export async function listPolicies(caller: Caller, query: ListPoliciesQuery): Promise<Page<PolicyView>> {
  const after = decodeCursor(query.cursor, z.tuple([z.int(), z.int(), z.string()]));
  const rows = await withTenant(caller.organizationId, (tx) =>
    listPoliciesAfter(tx, query, after, query.limit + 1),
  );
  const place = (row: PolicyRow) => [policyOf(row).priority ?? 0, EFFECT_RANK[policyOf(row).effect], row.id];
  return pageOf(rows, query.limit, place, policyView);
}

/** @throws AppError not_found. */
export async function getPolicy(caller: Caller, id: string): Promise<PolicyView> {
  return policyView(await withTenant(caller.organizationId, (tx) => mustFind(tx, id)));
}

/** Versions of a policy, newest first. @throws AppError not_found. */
export async function listPolicyVersions(
  caller: Caller,
  id: string,
  query: PageQuery,
): Promise<Page<PolicyVersionView>> {
  const before = decodeCursor(query.cursor, z.tuple([z.int()]));
  const rows = await withTenant(caller.organizationId, async (tx) => {
    await mustFind(tx, id);
    return listVersionsBefore(tx, id, before?.[0] ?? null, query.limit + 1);
  });
  return pageOf(rows, query.limit, (row) => [row.version], versionView);
}

/** @throws AppError not_found. */
export async function getPolicyVersion(
  caller: Caller,
  id: string,
  version: number,
): Promise<PolicyVersionView> {
  return versionView(await withTenant(caller.organizationId, (tx) => mustFindVersion(tx, id, version)));
}

/** What publishing this document would say, without publishing it: its faults, or its sentence. */
export async function validatePolicy(caller: Caller, json: JsonObject): Promise<PolicyValidation> {
  const read = readDocument(json);
  if (read.kind === "invalid") return { valid: false, errors: read.faults, sentence: null };
  const { policy } = read.document;
  const errors = await withTenant(caller.organizationId, (tx) => rolesMissing(tx, namedRoles(policy)));
  return { valid: errors.length === 0, errors, sentence: describePolicy(policy) };
}

/** @throws AppError invalid with a JSON Pointer for each fault. */
export async function createPolicy(caller: Caller, json: JsonObject, note = ""): Promise<PolicyView> {
  const document = getDocument(json);
  const row = await recordMutation(
    caller,
    (made: PolicyRow): [LedgerEvent, LedgerEvent] => [
      policyCreated(caller, made, document),
      policyPublished(caller, made, document),
    ],
    async (tx) => {
      await checkRoles(tx, document.policy);
      const orgId = caller.organizationId;
      const made = await insertPolicy(tx, { id: newId("pol"), orgId }, document);
      const version = { orgId, policyId: made.id, version: made.version, note, createdBy: caller.id };
      await insertVersion(tx, version, document.json);
      return made;
    },
  );
  return policyView(row);
}

export interface PublishOptions {
  note?: string;
  /** The version that the change was made from: another one in force is a conflict. */
  ifVersion?: number | undefined;
}

/**
 * Publishes a new version; what decisions are made with from then on. A document that says the same is no new version.
 *
 * @throws AppError not_found, invalid, conflict (archived, or changed by somebody else meanwhile).
 */
export async function updatePolicy(
  caller: Caller,
  id: string,
  json: JsonObject,
  options: PublishOptions = {},
): Promise<PolicyView> {
  const document = getDocument(json);
  const row = await recordMutation(
    caller,
    (made: PolicyRow) => policyPublished(caller, made, document),
    (tx) => publish(caller, tx, id, document, options),
  );
  return policyView(row);
}

/** Publishes an older version again, as a new one. @throws as updatePolicy. */
export async function rollbackPolicy(
  caller: Caller,
  id: string,
  { version, note }: RollbackPolicy,
  ifVersion?: number,
): Promise<PolicyView> {
  const { row } = await recordMutation(
    caller,
    ({ row, document }: { row: PolicyRow; document: PolicyDocument }) =>
      policyPublished(caller, row, document),
    async (tx) => {
      const document = getDocument((await mustFindVersion(tx, id, version)).document);
      const words = note === "" ? `Back to version ${version}` : note;
      try {
        return { row: await publish(caller, tx, id, document, { note: words, ifVersion }), document };
      } catch (error) {
        if (error instanceof Unchanged) throw new Unchanged({ row: error.result as PolicyRow, document });
        throw error;
      }
    },
  );
  return policyView(row);
}

async function publish(
  caller: Caller,
  tx: AuditedTx,
  id: string,
  document: PolicyDocument,
  { note = "", ifVersion }: PublishOptions,
): Promise<PolicyRow> {
  const before = await mustFind(tx, id);
  if (before.status === "archived")
    throw conflict("This policy is archived. Create a new one from its document.");
  if (ifVersion !== undefined && ifVersion !== before.version)
    throw conflict(`Somebody has published version ${before.version} meanwhile. Look at it first.`);
  await checkRoles(tx, document.policy);
  if (getDocument(before.document).sha256 === document.sha256) throw new Unchanged(before);
  const version = before.version + 1;
  const entry = { orgId: caller.organizationId, policyId: id, version, note, createdBy: caller.id };
  await insertVersion(tx, entry, document.json);
  return publishDocument(tx, id, version, document);
}

/** Takes a policy out of force for good. @throws AppError not_found. */
export async function archivePolicy(caller: Caller, id: string, reason: string): Promise<PolicyView> {
  const row = await recordMutation(
    caller,
    (made: PolicyRow) => policyArchived(caller, made, getDocument(made.document), reason),
    async (tx) => {
      const archived = await markArchived(tx, id);
      if (!archived) throw new Unchanged(await mustFind(tx, id));
      return archived;
    },
  );
  return policyView(row);
}

async function checkRoles(tx: Tx, policy: Policy): Promise<void> {
  const faults = await rolesMissing(tx, namedRoles(policy));
  if (faults[0]) throw invalid(faults[0].message, faults);
}

async function mustFind(tx: Tx, id: string): Promise<PolicyRow> {
  const row = await findPolicy(tx, id);
  if (!row) throw notFound("policy");
  return row;
}

async function mustFindVersion(tx: Tx, id: string, version: number): Promise<PolicyVersionRow> {
  const row = await findVersion(tx, id, version);
  if (!row) throw notFound("version of this policy");
  return row;
}
