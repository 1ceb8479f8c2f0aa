import { type NextRequest, NextResponse } from "next/server";

/**
 * What scripts and styles a page may run (CSP Level 3): only those that carry this response's nonce, and what they load
 * themselves. React and Base UI place elements by style attributes, which can run nothing; style elements need the nonce.
 */
function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development server's own styles and overlays carry no nonce.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * Gives each page its headers. A convenience only: nothing here decides who may see what, every page and route handler
 * does that for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const secure = process.env.KYNARA_BASE_URL?.startsWith("https:") ?? false;
  const policy = contentSecurityPolicy(nonce, secure);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);
  headers.set("x-kynara-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (secure) response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

export const config = {
  // Pages alone: machine interfaces answer JSON, and what the build made is the same for everybody.
  matcher:
    "/((?!api/|access/|scim/|\\.well-known/|_next/static/|_next/image|.*\\.(?:svg|png|ico|woff2|txt)$).*)",
};
