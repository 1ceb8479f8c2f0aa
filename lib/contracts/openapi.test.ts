import { describe, expect, test } from "vitest";
import { ENDPOINTS } from "./endpoints";
import { allowedMethods } from "./endpoints/allowed-methods";
import { openApiDocument } from "./openapi";

const document = openApiDocument(ENDPOINTS, { baseUrl: "https://kynara.example.org", version: "1.2.3" });
type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { description?: string; $ref?: string; content?: object }>;
};
const paths = document.paths as Record<string, Record<string, Operation>>;
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

function refsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(refsIn);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === "$ref" && typeof value === "string" ? [value] : refsIn(value),
  );
}

function resolve(ref: string): unknown {
  const segments = ref.replace(/^#\//, "").split("/");
  return segments.reduce<unknown>(
    (node, segment) =>
      (node as Record<string, unknown> | undefined)?.[segment.replaceAll("~1", "/").replaceAll("~0", "~")],
    document,
  );
}

describe("the OpenAPI document", () => {
  test("says every endpoint once, under an id of its own", () => {
    expect(operations).toHaveLength(ENDPOINTS.length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(ENDPOINTS.length);
  });

  test("resolves every reference inside itself", () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(ENDPOINTS.length);
    expect(refs.filter((ref) => resolve(ref) === undefined)).toEqual([]);
  });

  test("is plain JSON without members that OpenAPI does not know", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(JSON.stringify(paths)).not.toContain("$defs");
    expect(JSON.stringify(paths)).not.toContain("$schema");
  });

  test.each(operations)(
    "$method $path: parameters fit the path, answers are described",
    ({ path, operation }) => {
      const inTemplate = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(declared.map((parameter) => parameter.name).sort()).toEqual(inTemplate.sort());
      expect(declared.every((parameter) => parameter.required === true)).toBe(true);
      const success = Object.keys(operation.responses).filter((status) => status.startsWith("2"));
      expect(success).toHaveLength(1);
      for (const [status, response] of Object.entries(operation.responses)) {
        if (status.startsWith("2")) expect(response.description).toBeTruthy();
        else if (path.startsWith("/access/"))
          expect(response.$ref).toBe(`#/components/responses/Text${status}`);
        else expect(response.$ref).toBe(`#/components/responses/Problem${status}`);
      }
    },
  );

  test("tells AuthZEN's errors as they are: plain text, 400 for what is not valid", () => {
    const { responses } = paths["/access/v1/evaluation"]?.post ?? { responses: {} };
    expect(Object.keys(responses)).toEqual(["200", "400", "401", "403", "413", "421", "429", "503"]);
    expect(resolve("#/components/responses/Text400")).toMatchObject({
      content: { "text/plain": { schema: { type: "string" } } },
    });
  });

  test("tells bodies as they are sent: defaults may be left out, a policy may not", () => {
    const create = paths["/api/v1/agents"]?.post?.requestBody;
    expect(create?.required).toBe(true);
    expect(create?.content["application/json"]?.schema).toMatchObject({
      type: "object",
      required: ["name"],
      additionalProperties: false,
    });
    expect(paths["/api/v1/agents/{id}/disable"]?.post?.requestBody?.required).toBe(false);
    expect(paths["/api/v1/policies"]?.post?.requestBody).toEqual({
      required: true,
      content: { "application/json": { schema: { $ref: "#/components/schemas/Policy" } } },
    });
  });
});

describe("allowedMethods", () => {
  test.each([
    ["/api/v1/agents", ["GET", "POST"]],
    ["/api/v1/agents/", ["GET", "POST"]],
    ["/api/v1/agents/agt_1", ["GET", "PATCH"]],
    ["/api/v1/policies/validate", ["POST"]],
    ["/api/v1/nowhere", []],
    ["/api/v1/agents//disable", []],
    ["/", []],
  ])("%s", (path, methods) => {
    expect(allowedMethods(path).sort()).toEqual(methods);
  });
});
