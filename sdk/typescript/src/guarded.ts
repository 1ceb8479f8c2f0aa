import { environment } from "./environment";
import { Kynara } from "./kynara";
import type { GuardOptions } from "./options";

/**
 * `Kynara.guarded` with the client made from the environment at the first call, for modules that have no client at
 * hand. A changed environment is noticed.
 *
 * @throws {KynaraConfigurationError} at the call, naming the variable that is missing
 */
export function guarded<Args extends readonly unknown[], Result>(
  options: GuardOptions<Args> & { readonly kynara?: Kynara | undefined },
  fn: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => (options.kynara ?? kynaraOfEnvironment()).guarded(options, fn)(...args);
}

const VARIABLES = ["KYNARA_BASE_URL", "KYNARA_API_KEY", "KYNARA_AGENT_ID", "KYNARA_FAIL_CLOSED"];
let latest: { readonly values: string; readonly kynara: Kynara } | null = null;

function kynaraOfEnvironment(): Kynara {
  const env = environment();
  const values = JSON.stringify(VARIABLES.map((name) => env[name] ?? null));
  if (latest?.values !== values) latest = { values, kynara: Kynara.fromEnv() };
  return latest.kynara;
}
