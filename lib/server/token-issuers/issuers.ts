import "server-only";
import * as z from "zod";
import type { Page, PageQuery } from "@/lib/contracts/common";
import type { PublicJwks } from "@/lib/contracts/public-jwks";
import type { CreateTokenIssuer, TokenIssuer, UpdateTokenIssuer } from "@/lib/contracts/token-issuers";
import type { Caller } from "../caller";
import { config } from "../config";
import type { LedgerEvent } from "../db/ledger/events";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { conflict, invalid, notFound } from "../errors";
import { organizationOfAudience } from "../identity";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { bindingEvent, issuerEvent } from "./events";
import {
  changeIssuer,
  deleteIssuer,
  findIssuer,
  findIssuerByUrl,
  type IssuerFields,
  type IssuerRow,
  insertIssuer,
  listIssuersAfter,
} from "./store";
import { checkKeyAddress, checkKeys } from "./trusted-keys";

const view = (row: IssuerRow): TokenIssuer => ({
  id: row.id,
  name: row.name,
  issuer: row.issuer,
  audience: row.audience,
  algorithms: row.algorithms,
  jwks: row.jwks as PublicJwks | null,
  jwks_uri: row.jwksUri,
  disabled: row.disabled,
  created_by: row.createdBy,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

export async function listTokenIssuers(caller: Caller, query: PageQuery): Promise<Page<TokenIssuer>> {
  const after = decodeCursor(query.cursor, z.tuple([z.string()]));
  const rows = await withTenant(caller.organizationId, (tx) =>
    listIssuersAfter(tx, after?.[0] ?? null, query.limit + 1),
  );
  return pageOf(rows, query.limit, (row) => [row.id], view);
}

/** @throws AppError not_found. */
export async function getTokenIssuer(caller: Caller, id: string): Promise<TokenIssuer> {
  const row = await withTenant(caller.organizationId, (tx) => findIssuer(tx, id));
  if (!row) throw notFound("token issuer");
  return view(row);
}

/**
 * Trusts an issuer's tokens, from the next call on. Its audience ends with the organization's id: what another
 * organization trusts has no bearing on these tokens.
 *
 * @throws AppError invalid, conflict (the issuer is trusted already).
 */
export async function createTokenIssuer(caller: Caller, issuer: CreateTokenIssuer): Promise<TokenIssuer> {
  const { organizationId } = caller;
  const audience = issuer.audience ?? `${config().baseUrl}/orgs/${organizationId}`;
  checkSource(issuer);
  checkAudience(organizationId, audience);
  const row = await recordMutation(
    caller,
    (made: IssuerRow) => issuerEvent(caller, "key.issuer_trusted", made),
    async (tx) => {
      if (await findIssuerByUrl(tx, organizationId, issuer.issuer))
        throw conflict(`The issuer ${issuer.issuer} is trusted already.`);
      return insertIssuer(tx, {
        id: newId("iss"),
        orgId: organizationId,
        name: issuer.name,
        issuer: issuer.issuer,
        audience,
        algorithms: issuer.algorithms,
        jwks: issuer.jwks ?? null,
        jwksUri: issuer.jwks_uri ?? null,
        disabled: false,
        createdBy: caller.id,
      });
    },
  );
  return view(row);
}

/** Changes an issuer, from the next call on. @throws AppError not_found, invalid. */
export async function updateTokenIssuer(
  caller: Caller,
  id: string,
  change: UpdateTokenIssuer,
): Promise<TokenIssuer> {
  checkSource(change);
  if (change.audience !== undefined) checkAudience(caller.organizationId, change.audience);
  const row = await recordMutation(
    caller,
    (made: IssuerRow) => issuerEvent(caller, "key.issuer_changed", made),
    async (tx) => {
      const before = await findIssuer(tx, id);
      if (!before) throw notFound("token issuer");
      const fields = merged(before, change);
      if (JSON.stringify(fields) === JSON.stringify(merged(before, {}))) throw new Unchanged(before);
      return changeIssuer(tx, id, fields);
    },
  );
  return view(row);
}

/** Trusts an issuer no longer: it goes with its bindings, and what they allowed stays in the log. @throws AppError not_found. */
export async function removeTokenIssuer(caller: Caller, id: string): Promise<void> {
  await recordMutation(
    caller,
    (events: [LedgerEvent, ...LedgerEvent[]]) => events,
    async (tx): Promise<[LedgerEvent, ...LedgerEvent[]]> => {
      const row = await findIssuer(tx, id);
      if (!row) throw notFound("token issuer");
      const bindings = await deleteIssuer(tx, id);
      return [
        issuerEvent(caller, "key.issuer_removed", row),
        ...bindings.map((binding) => bindingEvent(caller, "key.subject_unbound", binding)),
      ];
    },
  );
}

function merged(row: IssuerRow, change: UpdateTokenIssuer): IssuerFields {
  const hasNewSource = change.jwks !== undefined || change.jwks_uri !== undefined;
  return {
    name: change.name ?? row.name,
    audience: change.audience ?? row.audience,
    algorithms: change.algorithms ?? row.algorithms,
    jwks: hasNewSource ? (change.jwks ?? null) : row.jwks,
    jwksUri: hasNewSource ? (change.jwks_uri ?? null) : row.jwksUri,
    disabled: change.disabled ?? row.disabled,
  };
}

function checkSource({ jwks, jwks_uri }: Pick<UpdateTokenIssuer, "jwks" | "jwks_uri">): void {
  if (jwks) checkKeys(jwks);
  if (jwks_uri !== undefined) checkKeyAddress(jwks_uri);
}

function checkAudience(organizationId: string, audience: string): void {
  if (organizationOfAudience(audience) === organizationId) return;
  const message = `must end with / or : and the organization's id, ${organizationId}`;
  throw invalid(`/audience: ${message}.`, [
    { pointer: "/audience", message, code: "audience", params: { organization: organizationId } },
  ]);
}
