import { fileURLToPath } from "node:url";
import { sentenceOf } from "@/lib/server/launcher/database-keeper";
import { launch } from "@/lib/server/launcher/launch";
import { parseLaunchConfig } from "@/lib/server/launcher/launch-config";

/**
 * `npm start`: a small process that starts PostgreSQL (unless DATABASE_URL is set), migrates, runs the application
 * (server.ts) and starts again whatever dies. It is bundled into dist/launcher.mjs.
 */
async function main(): Promise<number> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
  // The terminal was closed. Node forgets that `nohup` asked to ignore that, but nohup also takes the terminal away.
  process.on("SIGHUP", () => process.stdin.isTTY && stop.abort());
  const config = parseLaunchConfig(process.env, root);
  return launch({ config, root, env: process.env, stop: stop.signal, say });
}

function say(sentence: string): void {
  console.log(`kynara: ${sentence}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`kynara: ${sentenceOf(error)}`);
  process.exitCode = 1;
}
// A timer or a socket that is still open must not hold up the end.
process.exit();
