import "server-only";
import crypto from "node:crypto";
import { ALL_PERMISSIONS, BUILT_IN_ROLES } from "@/lib/access";
import { actorOf, type Caller, systemCaller } from "../caller";
import { config } from "../config";
import type { LedgerEvent } from "../db/ledger/events";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { AppError } from "../errors";
import { identifyKey } from "../identity";
import { newId } from "../ids";
import { insertKeyOf, keyCreated } from "../keys";
import { log } from "../log";
import { insertBuiltInRoles } from "../roles";
import { insertOrganization, isComplete } from "./store";

export interface Bootstrap {
  /** Left out: a fresh one. Given: the organization of this id is completed, or left as it is when it stands. */
  id?: string;
  name: string;
  /** Left out: where this deployment runs. */
  region?: string;
  /** The secret of an API key with every permission, by which a machine sets everything up. */
  keySecret?: string;
}

/**
 * Creates an organization with its log, its data key and the built-in roles.
 *
 * @returns the organization's id, and whether this call completed it.
 */
export async function bootstrapOrganization(
  wanted: Bootstrap,
): Promise<{ organizationId: string; created: boolean }> {
  const organizationId = wanted.id ?? newId("org");
  const region = wanted.region ?? config().region;
  await insertOrganization({ id: organizationId, name: wanted.name, region });
  const caller = systemCaller(organizationId, newId("req"));
  const events = await recordMutation(
    caller,
    (made: LedgerEvent[]) => made as [LedgerEvent, ...LedgerEvent[]],
    async (tx): Promise<LedgerEvent[]> => {
      if (await isComplete(tx)) throw new Unchanged([]);
      await insertBuiltInRoles(tx, organizationId);
      const told = [organizationCreated(caller, wanted.name, region)];
      if (wanted.keySecret !== undefined) {
        const key = {
          agentId: null,
          name: "Bootstrap key",
          permissions: [...ALL_PERMISSIONS],
          expiresAt: null,
        };
        told.push(keyCreated(caller, await insertKeyOf(tx, caller, wanted.keySecret, key)));
      }
      return told;
    },
  );
  return { organizationId, created: events.length > 0 };
}

const organizationCreated = (caller: Caller, name: string, region: string): LedgerEvent => ({
  id: newId("evt"),
  type: "system.organization_created",
  actor: actorOf(caller),
  // The verifier of a CSV export, which has no column for it, finds the organization here.
  data: {
    organization_id: caller.organizationId,
    name,
    region,
    roles: BUILT_IN_ROLES.map((role) => role.name),
  },
});

/**
 * Sees to it that the organization of KYNARA_BOOTSTRAP_KEY exists; called at every start, by every process. The id comes
 * from the key, so that several starts at once, or one after a crash, complete the same organization.
 *
 * @returns its id; null when no bootstrap key is configured.
 */
export async function ensureBootstrap(): Promise<string | null> {
  const { bootstrapKey, bootstrapOrganization: name } = config();
  if (bootstrapKey === undefined) return null;
  const known = await identifyKey(bootstrapKey).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "unauthenticated") return null;
    throw error;
  });
  if (known) return known.organizationId;
  const digest = crypto
    .createHash("sha256")
    .update(`kynara bootstrap organization ${bootstrapKey}`)
    .digest("hex");
  const { organizationId, created } = await bootstrapOrganization({
    id: `org_${digest.slice(0, 32)}`,
    name,
    keySecret: bootstrapKey,
  });
  if (created) log().info({ organizationId, name }, "created the organization of KYNARA_BOOTSTRAP_KEY");
  return organizationId;
}
