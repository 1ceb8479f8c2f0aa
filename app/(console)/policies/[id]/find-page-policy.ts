import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import { id } from "@/lib/contracts/common";
import type { Caller } from "@/lib/server/caller";
import { AppError } from "@/lib/server/errors";
import { getPolicy, getPolicyVersion } from "@/lib/server/policies";

/** Runs a query of a page; what does not exist, or is no id at all, is the not-found page. */
async function orNotFound<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}

export const getPagePolicy = cache((caller: Caller, given: string) => {
  const parsed = id("pol").safeParse(given);
  if (!parsed.success) notFound();
  return orNotFound(() => getPolicy(caller, parsed.data));
});

/** @param given as it stands in the URL; null asks for the newest */
export function getPageVersion(
  caller: Caller,
  policy: { id: string; version: number },
  given: string | null,
) {
  const parsed = z.coerce
    .number()
    .int()
    .min(1)
    .max(policy.version)
    .safeParse(given ?? policy.version);
  if (!parsed.success) notFound();
  return orNotFound(() => getPolicyVersion(caller, policy.id, parsed.data));
}
