import "server-only";
import type { PublicJwks } from "@/lib/contracts/public-jwks";
import { actorOf, type Caller } from "../caller";
import type { EventData, LedgerEvent } from "../db/ledger/events";
import { newId } from "../ids";
import type { BindingRow, IssuerRow } from "./store";
import { thumbprintOf } from "./trusted-keys";

/** What the log tells of an issuer: everything by which its tokens are verified. */
export function issuerEvent(
  caller: Caller,
  type: "key.issuer_trusted" | "key.issuer_changed" | "key.issuer_removed",
  row: IssuerRow,
): LedgerEvent {
  const jwks = row.jwks as PublicJwks | null;
  return {
    id: newId("evt"),
    type,
    actor: actorOf(caller),
    data: {
      issuer_id: row.id,
      name: row.name,
      issuer: row.issuer,
      audience: row.audience,
      algorithms: row.algorithms,
      jwks_uri: row.jwksUri,
      key_thumbprints: jwks === null ? null : jwks.keys.map(thumbprintOf),
      disabled: row.disabled,
    },
  };
}

export function bindingEvent(
  caller: Caller,
  type: "key.subject_bound" | "key.subject_unbound",
  row: BindingRow,
): LedgerEvent {
  return {
    id: newId("evt"),
    type,
    actor: actorOf(caller),
    agentId: row.agentId,
    data: {
      binding_id: row.id,
      issuer_id: row.issuerId,
      issuer: row.issuer.issuer,
      subject: row.subject,
      claims: row.claims as EventData,
      agent_id: row.agentId,
    },
  };
}
