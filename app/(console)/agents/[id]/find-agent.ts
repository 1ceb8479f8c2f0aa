import { notFound } from "next/navigation";
import { cache } from "react";
import type { Agent } from "@/lib/contracts/agents";
import { getAgent } from "@/lib/server/agents";
import type { Caller } from "@/lib/server/caller";
import { AppError } from "@/lib/server/errors";

/** The agent of the address, read once per request; without one, the page that says so. */
export const findAgent = cache(async (caller: Caller, id: string): Promise<Agent> => {
  try {
    return await getAgent(caller, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});
