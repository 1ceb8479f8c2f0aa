import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../cli/bin/kynara.mjs", import.meta.url));

export interface Told {
  code: number | null;
  report: { result: string; entries: number; tip: string | null; trust: string; seq: number | null };
}

/** Runs `kynara verify` as an auditor would on a machine of their own. */
export function verifyOffline(file: string, ...options: string[]): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, "verify", file, "--json", ...options]);
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => {
      try {
        resolve({ code, report: JSON.parse(out) as Told["report"] });
      } catch (error) {
        reject(error);
      }
    });
  });
}
