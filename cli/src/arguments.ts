import { parseArgs } from "node:util";

export interface VerifyArguments {
  /** A path, or "-" for standard input. */
  readonly file: string;
  readonly keys: readonly string[];
  /** Paths of checkpoints. */
  readonly checkpoints: readonly string[];
  readonly org: string | null;
  readonly strict: boolean;
  readonly json: boolean;
}

export type Command =
  | { readonly kind: "verify"; readonly verify: VerifyArguments }
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "misused"; readonly sentence: string };

export const USAGE = `Usage: kynara verify FILE [options]

Checks an audit export of Kynara without any server or network.

  FILE                 a .jsonl or .csv export, also gzipped; - reads standard input

Options
  --key KEY            a verifier key that you trust, got elsewhere than from FILE; may be repeated
  --checkpoint FILE    a signed checkpoint that you kept from before; may be repeated
  --org ORG            the organization, where a CSV file does not show it
  --strict             also require the canonical form of RFC 8785 of every entry
  --json               print the result as one JSON object
  --help, --version

Exit code: 0 the log holds, 1 it is broken, 2 it could not be read.
`;

/** Reads the command line, without the program's own name. */
export function parseCommand(args: readonly string[]): Command {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { kind: "misused", sentence: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [name, file, ...rest] = positionals;
  if (name === undefined) return { kind: "misused", sentence: "There is no command." };
  if (name !== "verify") return { kind: "misused", sentence: `There is no command ${name}.` };
  if (file === undefined)
    return { kind: "misused", sentence: "verify needs a file, or - for standard input." };
  if (rest.length > 0) return { kind: "misused", sentence: "verify takes one file." };
  const { key = [], checkpoint = [], org = null, strict = false, json = false } = values;
  return { kind: "verify", verify: { file, keys: key, checkpoints: checkpoint, org, strict, json } };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: "string", multiple: true },
      checkpoint: { type: "string", multiple: true },
      org: { type: "string" },
      strict: { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
}
