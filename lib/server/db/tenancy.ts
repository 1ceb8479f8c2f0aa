import "server-only";
import { prisma, type Tx } from "./prisma";

/**
 * Runs `work` in a transaction that sees one organization's rows and no other's. A read needs no more; a write goes
 * through recordMutation, which alone hands out the AuditedTx that stores ask for.
 */
export async function withTenant<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.org_id', ${organizationId}, true)`;
      return work(tx);
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
}
