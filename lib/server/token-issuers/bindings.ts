import "server-only";
import * as z from "zod";
import type { Page } from "@/lib/contracts/common";
import type { CreateTokenBinding, ListTokenBindingsQuery, TokenBinding } from "@/lib/contracts/token-issuers";
import { getAgentRow } from "../agents";
import type { Caller } from "../caller";
import { recordMutation } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { conflict, notFound } from "../errors";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { bindingEvent } from "./events";
import {
  type BindingRow,
  deleteBinding,
  findBinding,
  findBindingOf,
  findIssuer,
  insertBinding,
  listBindingsAfter,
} from "./store";

const view = (row: BindingRow): TokenBinding => ({
  id: row.id,
  issuer_id: row.issuerId,
  issuer: row.issuer.issuer,
  subject: row.subject,
  claims: row.claims as TokenBinding["claims"],
  agent_id: row.agentId,
  created_by: row.createdBy,
  created_at: row.createdAt.toISOString(),
});

/** @throws AppError not_found (no such agent or issuer to list those of). */
export async function listTokenBindings(
  caller: Caller,
  query: ListTokenBindingsQuery,
): Promise<Page<TokenBinding>> {
  const after = decodeCursor(query.cursor, z.tuple([z.string()]));
  const rows = await withTenant(caller.organizationId, async (tx) => {
    if (query.agent_id) await getAgentRow(tx, query.agent_id);
    if (query.issuer_id && !(await findIssuer(tx, query.issuer_id))) throw notFound("token issuer");
    return listBindingsAfter(tx, query, after?.[0] ?? null);
  });
  return pageOf(rows, query.limit, (row) => [row.id], view);
}

/** @throws AppError not_found. */
export async function getTokenBinding(caller: Caller, id: string): Promise<TokenBinding> {
  const row = await withTenant(caller.organizationId, (tx) => findBinding(tx, id));
  if (!row) throw notFound("token binding");
  return view(row);
}

/**
 * Lets an issuer's tokens of one subject sign in an agent. A subject is one agent's: claims narrow which of its tokens
 * count, they never choose between agents.
 *
 * @throws AppError not_found (no such issuer or agent), conflict (the subject is bound already).
 */
export async function createTokenBinding(caller: Caller, binding: CreateTokenBinding): Promise<TokenBinding> {
  const row = await recordMutation(
    caller,
    (made: BindingRow) => bindingEvent(caller, "key.subject_bound", made),
    async (tx) => {
      if (!(await findIssuer(tx, binding.issuer_id))) throw notFound("token issuer");
      await getAgentRow(tx, binding.agent_id);
      if (await findBindingOf(tx, binding.issuer_id, binding.subject))
        throw conflict("This subject is bound to an agent already. Remove that binding first.");
      return insertBinding(tx, {
        id: newId("bnd"),
        orgId: caller.organizationId,
        issuerId: binding.issuer_id,
        subject: binding.subject,
        claims: binding.claims,
        agentId: binding.agent_id,
        createdBy: caller.id,
      });
    },
  );
  return view(row);
}

/** Lets a subject no longer sign in, from the next call on. @throws AppError not_found. */
export async function removeTokenBinding(caller: Caller, id: string): Promise<void> {
  await recordMutation(
    caller,
    (gone: BindingRow) => bindingEvent(caller, "key.subject_unbound", gone),
    async (tx) => {
      const row = await findBinding(tx, id);
      if (!row) throw notFound("token binding");
      await deleteBinding(tx, id);
      return row;
    },
  );
}
