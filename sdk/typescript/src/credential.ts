import { KynaraConfigurationError } from "./errors";

/** Returns a token (JWT) of an issuer that the organization trusts; called for each request, so it should keep its own. */
export type TokenProvider = () => string | Promise<string>;

/** The header by which Kynara knows who asks. */
export type Credential = () => Promise<Readonly<Record<string, string>>>;

const SENDABLE = /^[\x21-\x7e]+$/;

/**
 * A key goes as it is made for, in a header of its own; a token as a bearer (RFC 6750, section 2.1).
 *
 * @throws {KynaraConfigurationError} when there is neither key nor token provider, both, or a key that cannot be sent
 */
export function credentialOf(
  apiKey: string | undefined,
  tokenProvider: TokenProvider | undefined,
): Credential {
  if (tokenProvider !== undefined) {
    if (apiKey !== undefined)
      throw new KynaraConfigurationError("Pass either apiKey or tokenProvider, not both.");
    return async () => ({ Authorization: `Bearer ${await tokenOf(tokenProvider)}` });
  }
  const key = apiKey?.trim() ?? "";
  if (!SENDABLE.test(key)) {
    throw new KynaraConfigurationError(
      "The API key is empty or malformed; set KYNARA_API_KEY to a key such as sk_live_…",
    );
  }
  const header: Record<string, string> = key.startsWith("sk_")
    ? { "X-Kynara-Key": key }
    : { Authorization: `Bearer ${key}` };
  return async () => header;
}

async function tokenOf(provider: TokenProvider): Promise<string> {
  let token: unknown;
  try {
    token = await provider();
  } catch (cause) {
    throw new KynaraConfigurationError("The tokenProvider failed, so nothing was asked.", { cause });
  }
  const text = typeof token === "string" ? token.trim() : "";
  if (!SENDABLE.test(text))
    throw new KynaraConfigurationError("The tokenProvider returned no token, so nothing was asked.");
  return text;
}
