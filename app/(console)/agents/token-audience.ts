import type { Caller } from "@/lib/server/caller";
import { config } from "@/lib/server/config";

/** What the organization's tokens name in `aud` unless an issuer says otherwise; it ends with the organization's id. */
export const tokenAudience = ({ organizationId }: Caller) => `${config().baseUrl}/orgs/${organizationId}`;
