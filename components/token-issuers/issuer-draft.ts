import {
  type CreateTokenIssuer,
  createTokenIssuer,
  type TOKEN_ALGORITHMS,
} from "@/lib/contracts/token-issuers";
import type { Translator } from "@/lib/i18n/translator";

export type KeySource = "address" | "pasted";

/** An issuer as it stands in the form. */
export interface IssuerDraft {
  name: string;
  issuer: string;
  algorithms: (typeof TOKEN_ALGORITHMS)[number][];
  source: KeySource;
  jwksUri: string;
  jwks: string;
}

export const EMPTY_ISSUER: IssuerDraft = {
  name: "",
  issuer: "",
  algorithms: ["RS256"],
  source: "address",
  jwksUri: "",
  jwks: "",
};

export type IssuerField = "name" | "issuer" | "algorithms" | "jwks_uri" | "jwks";
export type IssuerFaults = Partial<Record<IssuerField, string>>;
export type ReadIssuer =
  | { kind: "issuer"; issuer: CreateTokenIssuer }
  | { kind: "faults"; faults: IssuerFaults };

export const JWKS_EXAMPLE = '{"keys": [{"kty": "RSA", "n": "…", "e": "AQAB"}]}';

/** Members that only private and shared keys have (RFC 7518, section 6). */
const PRIVATE_MEMBERS = new Set<PropertyKey>(["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"]);

/** The issuer that the draft stands for, judged by the server's own schema, or what is wrong in the reader's words. */
export function readIssuer(draft: IssuerDraft, t: Translator<"agents.issuers.form">): ReadIssuer {
  const read = createTokenIssuer.safeParse({
    name: draft.name.trim(),
    issuer: draft.issuer.trim(),
    algorithms: draft.algorithms,
    ...(draft.source === "address" ? { jwks_uri: draft.jwksUri.trim() } : { jwks: parsed(draft.jwks) }),
  });
  if (read.success) return { kind: "issuer", issuer: read.data };
  const words: Record<IssuerField, string> = {
    name: t("nameMissing"),
    issuer: t("issuerMissing"),
    algorithms: t("algorithmsMissing"),
    jwks_uri: t("jwksUriMissing"),
    jwks: t("jwksMissing", { example: JWKS_EXAMPLE }),
  };
  const faults: IssuerFaults = {};
  for (const { path } of read.error.issues) {
    const field = String(path[0]) as IssuerField;
    const isPrivate = field === "jwks" && PRIVATE_MEMBERS.has(path[3] ?? "");
    if (field in words) faults[field] ??= isPrivate ? t("jwksPrivate") : words[field];
  }
  return { kind: "faults", faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
