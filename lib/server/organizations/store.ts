import "server-only";
import { newWrappedDataKey } from "../db/ledger/data-key";
import { pool } from "../db/pool";
import type { Tx } from "../db/prisma";

export interface NewOrganization {
  id: string;
  name: string;
  region: string;
}

/**
 * Creates the row and the empty log of an organization, unless it exists; false then. A crash after this leaves an
 * organization without roles, which nobody can reach and the next attempt under the same id completes.
 */
export async function insertOrganization({ id, name, region }: NewOrganization): Promise<boolean> {
  try {
    await pool().query("SELECT create_organization($1, $2, $3, $4, $5, $6)", [
      id,
      name,
      slugOf(name, id),
      region,
      {},
      newWrappedDataKey(id),
    ]);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === "23505") return false;
    throw error;
  }
}

/** Readable, and unique by the end of the id. */
function slugOf(name: string, id: string): string {
  const words = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${words.slice(0, 40) || "organization"}-${id.slice(-12)}`;
}

/** Whether its set-up has been completed: roles are written last, with the entry that tells of it. */
export async function isComplete(tx: Tx): Promise<boolean> {
  return (await tx.role.count()) > 0;
}
