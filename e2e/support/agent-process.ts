import { type ChildProcess, spawn } from "node:child_process";
import { root } from "./running-app";
import type { DemoAgent } from "./shared-app";

/** An agent's program, which may be waiting for a person. */
export interface AgentProcess {
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves with its exit code and all it printed. */
  readonly finished: Promise<{ code: number | null; output: string }>;
  kill(): void;
}

export function startAgentProcess(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): AgentProcess {
  const child: ChildProcess = spawn(command, args, {
    cwd: root,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      PYTHONPATH: `${root}sdk/python`,
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONUNBUFFERED: "1",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const finished = new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: text }));
  });
  return { output: () => text, finished, kill: () => void child.kill("SIGKILL") };
}

/** What an agent's program has to know to ask as this agent. */
export function agentEnvironment(
  baseUrl: string,
  agent: Pick<DemoAgent, "id" | "api_key">,
): Record<string, string> {
  return { KYNARA_BASE_URL: baseUrl, KYNARA_AGENT_ID: agent.id, KYNARA_API_KEY: agent.api_key };
}
