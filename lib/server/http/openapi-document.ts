import "server-only";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import { openApiDocument } from "@/lib/contracts/openapi";
import { version } from "@/package.json";
import { config } from "../config";
import { processWide } from "../process-wide";

/** The API's OpenAPI document as JSON text: it never changes while the process runs, so it is made once. */
export const openApiText = (): string =>
  processWide("openapi", () =>
    JSON.stringify(openApiDocument(ENDPOINTS, { baseUrl: config().baseUrl, version })),
  );
