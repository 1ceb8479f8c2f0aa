import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const living = new Set();

/**
 * Runs a program to its end with our output, and ends what it left behind.
 *
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(command, args, { env = process.env, onOutput, timeoutMinutes = 30 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ["ignore", onOutput ? "pipe" : "inherit", onOutput ? "pipe" : "inherit"],
      // A group of its own, so that its children can be ended with it.
      detached: process.platform !== "win32",
      shell: process.platform === "win32" && command === "npm",
    });
    living.add(child);
    for (const name of onOutput ? ["stdout", "stderr"] : []) {
      child[name].on("data", (chunk) => {
        process[name].write(chunk);
        onOutput(chunk.toString());
      });
    }
    const limit = setTimeout(() => {
      console.error(`${command} ${args.join(" ")} took longer than ${timeoutMinutes} minutes and is ended.`);
      endGroup(child, "SIGKILL");
    }, timeoutMinutes * 60_000);
    const finish = (code) => {
      clearTimeout(limit);
      living.delete(child);
      endGroup(child, "SIGKILL");
      resolve(code ?? 1);
    };
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      finish(1);
    });
    child.once("exit", finish);
  });
}

/** Passes a request to stop on to every program that runs, then ends this one. */
export function endChildrenOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      for (const child of living) endGroup(child, signal);
      setTimeout(() => process.exit(1), 10_000);
    });
  }
}

function endGroup(child, signal) {
  if (child.pid === undefined || process.platform === "win32") return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
