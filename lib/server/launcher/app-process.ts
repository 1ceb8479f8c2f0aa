import { type ChildProcess, spawn } from "node:child_process";

type Environment = Readonly<Record<string, string | undefined>>;

export interface AppProcessOptions {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  say(sentence: string): void;
}

/** The application ends with this code when its configuration is wrong: starting again would not help (sysexits.h). */
export const configurationExitCode = 78;

/**
 * What a decision makes lives for some milliseconds, until its group is committed. With V8's own 16 MB such objects are often
 * carried over to the old generation, as if they stayed.
 */
const NODE_FLAGS = ["--enable-source-maps", "--max-semi-space-size=64"];

const firstDelayMs = 200;
const longestDelayMs = 10_000;
const healthyAfterMs = 10_000;
const failuresBeforeGivingUp = 5;
const stopLimitMs = 15_000;

/** Keeps the application running: when it dies it is started again, the more slowly the faster it dies. */
export class AppProcess {
  /** Settles with an exit code when the application cannot be kept running. */
  readonly gaveUp: Promise<number>;
  #giveUp: (code: number) => void = () => undefined;
  #child: ChildProcess | null = null;
  #env: Environment;
  #stopping = false;
  #everHealthy = false;
  #failures = 0;

  constructor(private readonly options: AppProcessOptions) {
    this.#env = options.env;
    this.gaveUp = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
    this.#start();
  }

  /** Starts it anew with other variables, after the database moved. */
  async restart(env: Environment): Promise<void> {
    this.#env = env;
    await this.#end();
  }

  /** Lets it finish what it is doing, for a while; then ends it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#end();
  }

  #start(): void {
    if (this.#stopping) return;
    const startedAt = Date.now();
    const child = spawn(process.execPath, [...NODE_FLAGS, this.options.file, ...this.options.args], {
      cwd: this.options.cwd,
      env: this.#env as NodeJS.ProcessEnv,
      // Over the channel the application notices when we are gone (leave-with-launcher.ts).
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // A group of its own: Ctrl-C reaches us alone, and we end the application before the database.
      detached: process.platform !== "win32",
    });
    this.#child = child;
    child.once("exit", (code, signal) => {
      killGroup(child.pid);
      this.#child = null;
      if (!this.#stopping) this.#startAgain(code, signal, Date.now() - startedAt);
    });
  }

  #startAgain(code: number | null, signal: string | null, livedMs: number): void {
    const healthy = livedMs > healthyAfterMs;
    this.#everHealthy ||= healthy;
    this.#failures = healthy ? 0 : this.#failures + 1;
    if (code === configurationExitCode || (!this.#everHealthy && this.#failures >= failuresBeforeGivingUp)) {
      this.#giveUp(code || 1);
      return;
    }
    const delayMs = Math.min(firstDelayMs * 2 ** this.#failures, longestDelayMs);
    this.options.say(
      `The application ended (${signal ?? `code ${code}`}); starting it again in ${delayMs} ms.`,
    );
    setTimeout(() => this.#start(), delayMs);
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const limit = setTimeout(() => {
      this.options.say("The application did not end in time and is killed.");
      child.kill("SIGKILL");
    }, stopLimitMs);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(limit);
  }
}

// Its own children (compilers in development) must not outlive it.
function killGroup(pid: number | undefined): void {
  if (pid === undefined || process.platform === "win32") return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
