// `npm run build`: what `npm start` runs.
import { rmSync } from "node:fs";
import { bundle, entries, root } from "./bundle.mjs";
import { endChildrenOnSignals, run } from "./child.mjs";
import { generate } from "./generate.mjs";
import { fingerprintOfSources, noteBuilt } from "./sources.mjs";

endChildrenOnSignals();
const fingerprint = fingerprintOfSources();
if (!(await generate())) process.exit(1);
// What a development server left in .next breaks the build.
rmSync(`${root}.next`, { recursive: true, force: true });
const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
const code = await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], { env });
if (code !== 0) process.exit(code);
await Promise.all(entries().map(bundle));
noteBuilt(fingerprint);
