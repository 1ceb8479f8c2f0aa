import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { processWide } from "../process-wide";
import { type Prisma, PrismaClient } from "./generated/client";
import { pool } from "./pool";

const names = new Map<string, string>();

/** Prepared statements under short stable names: the same SQL is planned once per connection. */
function statementName({ sql }: { sql: string }): string {
  let name = names.get(sql);
  if (!name) {
    name = `p${names.size}`;
    if (names.size < 500) names.set(sql, name);
  }
  return name;
}

/** Prisma over the process's one pool, for pages and the ordinary API. */
export function prisma(): PrismaClient {
  return processWide(
    "prisma",
    () => new PrismaClient({ adapter: new PrismaPg(pool(), { statementNameGenerator: statementName }) }),
  );
}

export type Tx = Prisma.TransactionClient;
export type { Prisma };
