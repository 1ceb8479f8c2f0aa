import "server-only";
import type { ListTokenBindingsQuery } from "@/lib/contracts/token-issuers";
import { now } from "../clock";
import { Prisma, type TokenBinding, type TokenIssuer } from "../db/generated/client";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";

export type IssuerRow = TokenIssuer;
export type BindingRow = TokenBinding & { issuer: { issuer: string } };
export type IssuerFields = Pick<
  IssuerRow,
  "name" | "audience" | "algorithms" | "jwks" | "jwksUri" | "disabled"
>;

const withIssuer = { issuer: { select: { issuer: true } } } as const;

export function findIssuer(tx: Tx, id: string): Promise<IssuerRow | null> {
  return tx.tokenIssuer.findUnique({ where: { id } });
}

export function findIssuerByUrl(tx: Tx, orgId: string, issuer: string): Promise<IssuerRow | null> {
  return tx.tokenIssuer.findUnique({ where: { orgId_issuer: { orgId, issuer } } });
}

export function listIssuersAfter(tx: Tx, after: string | null, take: number): Promise<IssuerRow[]> {
  return tx.tokenIssuer.findMany({
    where: after === null ? {} : { id: { gt: after } },
    orderBy: { id: "asc" },
    take,
  });
}

/** Prisma tells JSON's null from the column's. */
const stored = (fields: IssuerFields) => ({
  ...fields,
  jwks: fields.jwks === null ? Prisma.DbNull : fields.jwks,
});

export function insertIssuer(
  tx: AuditedTx,
  issuer: IssuerFields & Pick<IssuerRow, "id" | "orgId" | "issuer" | "createdBy">,
): Promise<IssuerRow> {
  const createdAt = now();
  return tx.tokenIssuer.create({ data: { ...issuer, ...stored(issuer), createdAt, updatedAt: createdAt } });
}

export function changeIssuer(tx: AuditedTx, id: string, fields: IssuerFields): Promise<IssuerRow> {
  const { name, audience, algorithms, jwksUri, disabled, jwks } = stored(fields);
  return tx.tokenIssuer.update({
    where: { id },
    data: { name, audience, algorithms, jwksUri, disabled, jwks, updatedAt: now() },
  });
}

/** Deletes an issuer with its bindings. @returns the bindings that went. */
export async function deleteIssuer(tx: AuditedTx, id: string): Promise<BindingRow[]> {
  const bindings = await tx.tokenBinding.findMany({
    where: { issuerId: id },
    include: withIssuer,
    orderBy: { id: "asc" },
  });
  await tx.tokenBinding.deleteMany({ where: { issuerId: id } });
  await tx.tokenIssuer.delete({ where: { id } });
  return bindings;
}

export function findBinding(tx: Tx, id: string): Promise<BindingRow | null> {
  return tx.tokenBinding.findUnique({ where: { id }, include: withIssuer });
}

export function findBindingOf(tx: Tx, issuerId: string, subject: string): Promise<BindingRow | null> {
  return tx.tokenBinding.findUnique({
    where: { issuerId_subject: { issuerId, subject } },
    include: withIssuer,
  });
}

export function listBindingsAfter(
  tx: Tx,
  query: ListTokenBindingsQuery,
  after: string | null,
): Promise<BindingRow[]> {
  return tx.tokenBinding.findMany({
    where: {
      ...(query.agent_id && { agentId: query.agent_id }),
      ...(query.issuer_id && { issuerId: query.issuer_id }),
      ...(after !== null && { id: { gt: after } }),
    },
    include: withIssuer,
    orderBy: { id: "asc" },
    take: query.limit + 1,
  });
}

export function insertBinding(
  tx: AuditedTx,
  binding: Omit<TokenBinding, "createdAt" | "claims"> & { claims: Prisma.InputJsonObject },
): Promise<BindingRow> {
  return tx.tokenBinding.create({ data: { ...binding, createdAt: now() }, include: withIssuer });
}

export async function deleteBinding(tx: AuditedTx, id: string): Promise<void> {
  await tx.tokenBinding.delete({ where: { id } });
}
