import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { config } from "../config";
import { AppError } from "../errors";
import { type Credential, credentialId } from "../identity";
import { processWide } from "../process-wide";

const limiter = () =>
  processWide("check-pace", () => new RateLimiterMemory({ points: config().checksPerMinute, duration: 60 }));

/**
 * Counts a request of a key, or of a subject whatever its tokens, so that an agent in a loop slows itself down and nobody
 * else.
 *
 * @throws AppError rate_limited (429) with the seconds until it may ask again.
 */
export async function keepPace(credential: Credential): Promise<void> {
  try {
    await limiter().consume(credentialId(credential));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError(
      "rate_limited",
      `This ${credential.kind} asks too often. Nothing was decided; ask again later.`,
      {
        retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
      },
    );
  }
}
