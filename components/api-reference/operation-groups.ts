import { ENDPOINTS } from "@/lib/contracts/endpoints";
import { openApiDocument } from "@/lib/contracts/openapi";
import type { JsonSchema } from "./schema-fields";

export interface OperationDocument {
  operationId: string;
  summary: string;
  tags: readonly string[];
  "x-permissions"?: readonly string[];
  parameters: readonly {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema: JsonSchema;
  }[];
  requestBody?: { required: boolean; content: Readonly<Record<string, { schema: JsonSchema }>> };
  responses: Readonly<
    Record<string, { $ref?: string; content?: Readonly<Record<string, { schema: JsonSchema }>> }>
  >;
}

export interface ApiOperation {
  method: string;
  path: string;
  operation: OperationDocument;
}

export interface OperationGroup {
  tag: string;
  operations: ApiOperation[];
}

let made: OperationGroup[] | undefined;

/** The operations by tag, made once per process: the endpoints never change while it runs. */
export function operationGroups(): OperationGroup[] {
  if (made) return made;
  const { paths } = openApiDocument(ENDPOINTS, { baseUrl: "", version: "" }) as {
    paths: Record<string, Record<string, OperationDocument>>;
  };
  const groups = new Map<string, ApiOperation[]>();
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const tag = operation.tags[0] ?? "Other";
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  }
  made = [...groups].map(([tag, operations]) => ({ tag, operations }));
  return made;
}

export const findOperation = (operationId: string): ApiOperation | null =>
  operationGroups()
    .flatMap(({ operations }) => operations)
    .find(({ operation }) => operation.operationId === operationId) ?? null;
