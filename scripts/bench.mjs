// Runs a benchmark: `npm run bench -- NAME [arguments]` bundles bench/NAME/main.ts and runs it.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { bundle, root } from "./bundle.mjs";

const [name = "", ...args] = process.argv.slice(2);
const names = readdirSync(`${root}bench`).filter((folder) => existsSync(`${root}bench/${folder}/main.ts`));
if (!names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME\nNAME is one of: ${names.join(", ")}`);
  process.exit(2);
}

const outfile = `node_modules/.cache/kynara/bench-${name}-${process.pid}.mjs`;
await bundle({ entry: `bench/${name}/main.ts`, outfile });
const child = spawn(process.execPath, ["--enable-source-maps", outfile, ...args], { stdio: "inherit" });
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  for (const one of signals) process.removeAllListeners(one);
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
