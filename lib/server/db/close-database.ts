import "server-only";
import { listener } from "./listener";
import { pool } from "./pool";
import { prisma } from "./prisma";

/** Lets go of every connection, so that a script can end. */
export async function closeDatabase(): Promise<void> {
  await listener().close();
  await prisma().$disconnect();
  await pool().end();
}
