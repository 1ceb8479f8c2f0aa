import * as z from "zod";
import { policyJsonSchema } from "../policy";
import { problem } from "./common";
import type { Access, Endpoint } from "./endpoint";
import { policyDocument } from "./policies";

type Schema = Record<string, unknown>;

/** What can go wrong with any operation, by status; every one is a problem document (RFC 9457). */
const PROBLEMS: Readonly<Record<number, string>> = {
  400: "The body is not valid JSON, or not valid UTF-8.",
  401: "No valid API key, token or session.",
  403: "A permission is missing, or more is asked for than the caller holds.",
  404: "It does not exist, or the caller may not see it.",
  409: "It contradicts what stands there now.",
  413: "The body is too large.",
  421: "The organization is served in another region.",
  422: "The content is not valid; errors name each place.",
  429: "Too many requests; Retry-After says how long to wait.",
  503: "It could not be done durably, so it was not done; ask again.",
};

/** What AuthZEN's operations never answer: content that is not valid is 400 there, and nothing of theirs can conflict. */
const NO_TEXT: ReadonlySet<number> = new Set([404, 409, 422]);
const DECIDING: ReadonlySet<string> = new Set(["checkDecision", "accessEvaluation", "accessEvaluations"]);

/**
 * The OpenAPI 3.1 document of these operations, made from the same definitions as routes and clients.
 *
 * @param options.baseUrl where the API is served, without a slash at the end.
 */
export function openApiDocument(
  endpoints: readonly Endpoint[],
  options: { baseUrl: string; version: string },
): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const endpoint of endpoints) {
    const path = paths[endpoint.path] ?? {};
    path[endpoint.method.toLowerCase()] = operation(endpoint);
    paths[endpoint.path] = path;
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Kynara API",
      version: options.version,
      summary:
        "Decides what AI agents may do, waits for people where they have to decide, and records it all.",
      description:
        "Lists are paged: hand `next_cursor` back as `cursor` until it is null. Every error is a problem document (RFC 9457) with `code` and `request_id`. An `X-Request-ID` that is sent comes back and is logged.",
    },
    servers: [{ url: options.baseUrl }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ key: [] }, { bearer: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, "output"), Policy: policySchema() },
      responses: { ...problemResponses(), ...textResponses() },
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Kynara-Key", description: "An API key: sk_live_…" },
        bearer: {
          type: "http",
          scheme: "bearer",
          description:
            "The same API key; or, for an agent, a JWT of an issuer that the organization trusts (RFC 9068).",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-kynara-session",
          description:
            "A person who is signed in to the console; kynara-session where it is served without TLS.",
        },
      },
    },
  };
}

function problemResponses(): Record<string, Schema> {
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [`Problem${status}`, { description, content }]),
  );
}

/** Errors of AuthZEN (Authorization API 1.0, "Error Responses"): the body is a sentence. */
function textResponses(): Record<string, Schema> {
  const content = { "text/plain": { schema: { type: "string" } } };
  return Object.fromEntries(
    Object.entries(PROBLEMS)
      .filter(([status]) => !NO_TEXT.has(Number(status)))
      .map(([status, problem]) => {
        const description = status === "400" ? "The request is not valid; the body says where." : problem;
        return [`Text${status}`, { description, content }];
      }),
  );
}

function operation(endpoint: Endpoint): Schema {
  const permissions = permissionsOf(endpoint.access);
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    ...(permissions.length > 0 && {
      description: `Needs ${permissions.map((name) => `\`${name}\``).join(" or ")}.`,
      "x-permissions": permissions,
    }),
    tags: [endpoint.tag],
    ...(endpoint.access === "public" && { security: [] }),
    parameters: [
      ...parametersOf(endpoint.params, "path"),
      ...parametersOf(endpoint.query, "query"),
      ...Object.entries(endpoint.headers ?? {}).map(([name, description]) => ({
        name,
        in: "header",
        description,
        schema: { type: "string" },
      })),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: endpoint.body === policyDocument || !endpoint.body.safeParse({}).success,
        content: { "application/json": { schema: schemaOf(endpoint.body, "input") } },
      },
    }),
    responses: responsesOf(endpoint),
  };
}

function permissionsOf(access: Access): readonly string[] {
  if (access === "public" || access === "authenticated") return [];
  return typeof access === "string" ? [access] : access;
}

function responsesOf(endpoint: Endpoint): Record<string, Schema> {
  const status = endpoint.response || endpoint.produces ? (endpoint.status ?? 200) : 204;
  const content = endpoint.response
    ? { "application/json": { schema: schemaOf(endpoint.response, "output") } }
    : endpoint.produces &&
      Object.fromEntries(endpoint.produces.map((type) => [type, { schema: { type: "string" } }]));
  const kind = endpoint.errors === "text" ? "Text" : "Problem";
  const problems = Object.keys(PROBLEMS).filter((code) => applies(Number(code), endpoint));
  return {
    [status]: { description: endpoint.summary, ...(content && { content }) },
    ...Object.fromEntries(problems.map((code) => [code, { $ref: `#/components/responses/${kind}${code}` }])),
  };
}

function applies(status: number, endpoint: Endpoint): boolean {
  if (endpoint.errors === "text" && NO_TEXT.has(status)) return false;
  if (status === 421) return DECIDING.has(endpoint.operationId);
  if (status === 401) return endpoint.access !== "public";
  if (status === 403) return endpoint.access !== "public" && endpoint.access !== "authenticated";
  if (status === 400 || status === 413) return endpoint.body !== undefined;
  if (status === 404) return endpoint.params !== undefined;
  if (status === 409) return endpoint.method !== "GET";
  if (status === 422)
    return [endpoint.params, endpoint.query, endpoint.body].some((part) => part !== undefined);
  return true;
}

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query"): Schema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: member,
  }));
}

/** The words of zod's JSON Schema as OpenAPI has them: no dialect of its own, no $defs beside the document's root. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Schema {
  if (schema === policyDocument) return { $ref: "#/components/schemas/Policy" };
  const { $schema: _, $defs: __, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return withoutDefs(made) as Schema;
}

/** The one recursive schema that we use is any JSON value, and that is the empty schema. */
function withoutDefs(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutDefs);
  if (typeof node !== "object" || node === null) return node;
  const members = node as Schema;
  if (typeof members.$ref === "string") return {};
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, withoutDefs(member)]));
}

/** The policy language's own schema, its references pointed at where it stands here. */
function policySchema(): Schema {
  const { $schema: _, ...schema } = policyJsonSchema;
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/Policy/$defs/');
  return JSON.parse(text) as Schema;
}
