import "server-only";
import crypto from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { processWide } from "../process-wide";

/** Failed attempts on one account: the fifth within the window locks it. */
export const LOCK_RULE = { attempts: 5, windowSeconds: 15 * 60, lockSeconds: 15 * 60 } as const;

/** Failed attempts from one address, whatever the accounts; a ward shares an address, so there is room for slips. */
const ADDRESS_FAILURES = 50;
const ADDRESS_WINDOW_SECONDS = 15 * 60;

const addresses = () =>
  processWide(
    "sign-in-addresses",
    () => new RateLimiterMemory({ points: ADDRESS_FAILURES, duration: ADDRESS_WINDOW_SECONDS }),
  );

// Accounts that do not exist lock in the same way as those that do: a lock must not tell which is which.
const strangers = () =>
  processWide(
    "sign-in-strangers",
    () =>
      new RateLimiterMemory({
        points: LOCK_RULE.attempts - 1,
        duration: LOCK_RULE.windowSeconds,
        blockDuration: LOCK_RULE.lockSeconds,
      }),
  );

/** Counts an attempt before it is tried, so that a burst gets no further than a row. @returns until when it is refused, or null. */
export async function countAddress(address: string): Promise<Date | null> {
  return address === "" ? null : consume(addresses(), address);
}

/** Takes back the count of an attempt that succeeded. */
export async function forgiveAddress(address: string): Promise<void> {
  if (address !== "") await addresses().reward(address);
}

/** Counts a failed attempt on an e-mail address without an account. @returns until when it is locked, or null. */
export function countStranger(email: string): Promise<Date | null> {
  return consume(strangers(), strangerKey(email));
}

/** Until when an e-mail address without an account is locked, or null. */
export async function strangerLock(email: string): Promise<Date | null> {
  const seen = await strangers().get(strangerKey(email));
  return seen && seen.consumedPoints >= LOCK_RULE.attempts ? until(seen) : null;
}

const strangerKey = (email: string): string =>
  crypto.createHash("sha256").update(email.toLowerCase()).digest("base64");

async function consume(limiter: RateLimiterMemory, key: string): Promise<Date | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return until(refusal);
    throw refusal;
  }
}

const until = (refusal: RateLimiterRes): Date => new Date(Date.now() + refusal.msBeforeNext);
