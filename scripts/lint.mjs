// `npm run lint`: style and likely faults (Biome), dead code and unused dependencies (knip). The layers are a test:
// lib/architecture/architecture.test.ts.
import { endChildrenOnSignals, run } from "./child.mjs";

endChildrenOnSignals();
const checks = [
  ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  ["node_modules/knip/bin/knip.js", "--no-progress"],
];
let failed = 0;
for (const args of checks) {
  if ((await run(process.execPath, args)) !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
