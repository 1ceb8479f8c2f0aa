// `npm start` and, with --dev, `npm run dev`: runs the launcher in this process.
import { existsSync } from "node:fs";
import { bundle, entries, root } from "./bundle.mjs";

const development = process.argv.includes("--dev");
process.env.NODE_ENV = development ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

if (development) {
  const { generate } = await import("./generate.mjs");
  if (!(await generate())) process.exit(1);
} else if (!existsSync(`${root}.next/BUILD_ID`)) {
  console.error("There is no build yet: run `npm run build` first.");
  process.exit(1);
}
const missing = entries().filter(({ outfile }) => development || !existsSync(root + outfile));
await Promise.all(missing.map(bundle));
await import(`${root}dist/launcher.mjs`);
