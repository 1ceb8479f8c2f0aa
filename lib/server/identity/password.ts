import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { processWide } from "../process-wide";

// OWASP Password Storage Cheat Sheet: Argon2id (the library's default) with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is kept: an Argon2id hash in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether the password is right. Without a hash (nobody of that name, or no password set) a hash of nothing is
 * verified all the same, so that the time taken does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await dummyHash()), password);
  return matches && passwordHash !== null;
}

const dummyHash = (): Promise<string> =>
  processWide("dummy-password-hash", () => hashPassword(crypto.randomUUID()));
