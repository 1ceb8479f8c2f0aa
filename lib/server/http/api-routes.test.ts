import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as anyPath } from "@/app/api/[...path]/route";
import { PUT as putAgents } from "@/app/api/v1/agents/route";
import { GET as openApi } from "@/app/api/v1/openapi.json/route";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import { createTestOrganization } from "@/lib/server/testing/management";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
  await createTestOrganization();
});
afterAll(() => leaveTestDatabase(database));

const app = fileURLToPath(new URL("../../../app", import.meta.url));
const fileOf = (template: string) => path.join(app, template.replace(/\{(\w+)\}/g, "[$1]"), "route.ts");

describe("every operation", () => {
  test.each(ENDPOINTS.map((endpoint) => [endpoint.method, endpoint.path] as const))(
    "%s %s has a route",
    async (method, template) => {
      const file = fileOf(template);
      expect(fs.existsSync(file)).toBe(true);
      const exported = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
      expect(typeof exported[method]).toBe("function");
    },
  );
});

describe("every path", () => {
  const paths = [...new Set(ENDPOINTS.map((endpoint) => endpoint.path))];
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
  const others = paths.flatMap((template) =>
    methods
      .filter((method) => !ENDPOINTS.some((one) => one.path === template && one.method === method))
      .map((method) => [method, template] as const),
  );
  test.each(others)("405 to %s %s, as a problem document", async (method, template) => {
    const exported = (await import(/* @vite-ignore */ pathToFileURL(fileOf(template)).href)) as Record<
      string,
      (request: Request) => Promise<Response>
    >;
    const url = `http://localhost${template.replace(/\{(\w+)\}/g, "x")}`;
    const response = await exported[method]?.(new Request(url, { method }));
    expect(response?.status).toBe(405);
    expect(await response?.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
  });
});

const asked = (method: string, url: string) => new Request(`http://localhost${url}`, { method });

describe("what no operation is meant for", () => {
  test("404: an unknown path, as a problem document", async () => {
    const response = await anyPath(asked("GET", "/api/v1/nowhere"));
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "not_found", status: 404 });
  });

  test("405: an unknown method, with the ones there are", async () => {
    const response = await putAgents(asked("PUT", "/api/v1/agents"));
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST");
    expect(await response.json()).toMatchObject({ code: "method_not_allowed" });
  });
});

test("the OpenAPI document is served to anybody", async () => {
  const response = openApi();
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toMatchObject({ openapi: "3.1.0", info: { title: "Kynara API" } });
});
