import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isConnectionLost } from "./connection-lost";
import { PrismaClient } from "./generated/client";

/** How a database that is not there behaves towards whoever connects. */
const BEHAVIOURS: Record<string, (socket: Socket) => void> = {
  "recovers after a crash": (socket) =>
    socket.once("data", () => socket.end(errorResponse("57P03", "the database system is in recovery mode"))),
  "was shut down": (socket) =>
    socket.once("data", () =>
      socket.end(errorResponse("57P01", "terminating connection due to administrator command")),
    ),
  "has no connection left": (socket) =>
    socket.once("data", () => socket.end(errorResponse("53300", "sorry, too many clients already"))),
  "hangs up": (socket) => socket.once("data", () => socket.destroy()),
};

describe.each(Object.entries(BEHAVIOURS))("a database that %s", (_, behave) => {
  let server: Server;
  let url: string;
  let prisma: PrismaClient;
  beforeAll(async () => {
    server = createServer(behave).listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `postgresql://kynara:x@127.0.0.1:${(server.address() as AddressInfo).port}/kynara`;
    prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  });
  afterAll(async () => {
    await prisma.$disconnect();
    server.close();
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a raw query", () => prisma.$queryRaw`SELECT 1`],
    ["a find", () => prisma.agent.findFirst()],
    ["a transaction", () => prisma.$transaction((tx) => tx.$queryRaw`SELECT 1`)],
    ["pg alone", () => new pg.Client({ connectionString: url }).connect()],
  ])("is told from a refusal by %s", async (_name, ask) => {
    const error: unknown = await ask().then(
      () => null,
      (rejection: unknown) => rejection,
    );
    expect(error).not.toBeNull();
    expect(isConnectionLost(error)).toBe(true);
  });
});

test("a refusal of the work itself is none", () => {
  expect(isConnectionLost(Object.assign(new Error("duplicate key"), { code: "23505" }))).toBe(false);
  expect(isConnectionLost(new Error("something else"))).toBe(false);
  expect(isConnectionLost(null)).toBe(false);
});

/** An ErrorResponse of PostgreSQL's protocol (version 3, section 54.7). */
function errorResponse(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from("E"), length, fields]);
}
