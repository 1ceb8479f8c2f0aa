import "server-only";
import { takesWrites } from "./db/takes-writes";
import { unavailable } from "./errors";
import type { MachineHandler } from "./http/machine";

/** GET /api/health: 200 once decisions can be served, which needs the database to take writes. */
export const health: MachineHandler = async () => {
  try {
    if (await takesWrites()) return { status: "ok" };
  } catch (error) {
    throw unavailable("The database cannot be reached, so no decision can be recorded.", error);
  }
  throw unavailable("The database takes no writes, so no decision can be recorded.");
};

/** GET /api/livez: 200 while the process answers at all; it asks nobody else. */
export const live: MachineHandler = async () => ({ status: "ok" });
