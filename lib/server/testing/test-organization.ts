import { newWrappedDataKey } from "@/lib/server/db/ledger/data-key";
import { pool } from "@/lib/server/db/pool";
import { newId } from "@/lib/server/ids";

/** An organization with an empty log, and nothing else. */
export async function createBareOrganization(): Promise<string> {
  const id = newId("org");
  await pool().query("SELECT create_organization($1, $2, $3, $4, $5, $6)", [
    id,
    "Test hospital",
    id,
    "us-east",
    {},
    newWrappedDataKey(id),
  ]);
  return id;
}
