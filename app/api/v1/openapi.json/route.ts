import { openApiText } from "@/lib/server/http/openapi-document";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return new Response(openApiText(), {
    headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
  });
}
