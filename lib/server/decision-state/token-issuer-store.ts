import "server-only";
import type { PoolClient } from "pg";
import type { TokenBindingRecord, TokenIssuerRecord } from "./types";

type IssuerRow = Omit<TokenIssuerRecord, "trust" | "bindings"> & { bindings: TokenBindingRecord[] };

/** The organization's trusted issuers with their bindings, by the `iss` of their tokens. */
export async function readTokenIssuers(client: PoolClient): Promise<ReadonlyMap<string, TokenIssuerRecord>> {
  const { rows } = await client.query<IssuerRow>(
    `SELECT i.id, i.issuer, i.audience, i.algorithms, i.jwks, i.jwks_uri AS "jwksUri", i.disabled,
            coalesce(b.bindings, '[]') AS bindings
       FROM token_issuer i
       LEFT JOIN (SELECT issuer_id, json_agg(json_build_object(
                           'id', id, 'subject', subject, 'claims', claims, 'agentId', agent_id)) AS bindings
                    FROM token_binding GROUP BY issuer_id) b ON b.issuer_id = i.id`,
  );
  return new Map(
    rows.map((row) => [
      row.issuer,
      {
        ...row,
        trust: JSON.stringify([row.id, row.audience, row.algorithms, row.jwks, row.jwksUri]),
        bindings: new Map(row.bindings.map((binding) => [binding.subject, binding])),
      },
    ]),
  );
}
