import { parseCommand, USAGE, type VerifyArguments } from "./arguments";
import { EXIT_CODES, reportJson, reportText } from "./report";
import { verifyCommand } from "./verify-command";

declare const KYNARA_VERSION: string;

/** Runs the command and returns its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  if (command.kind === "verify") return verify(command.verify);
  if (command.kind === "misused") {
    process.stderr.write(`${command.sentence}\n\n${USAGE}`);
    return EXIT_CODES.unreadable;
  }
  process.stdout.write(command.kind === "help" ? USAGE : `${KYNARA_VERSION}\n`);
  return 0;
}

async function verify(args: VerifyArguments): Promise<number> {
  const verdict = await verifyCommand(args, process.stderr.isTTY ? showProgress() : () => {});
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  process.stdout.write(args.json ? reportJson(args.file, verdict) : reportText(verdict));
  return EXIT_CODES[verdict.kind];
}

/** One line that is written over, at each further 50,000 entries. */
function showProgress(): (entries: number) => void {
  let shown = 0;
  return (entries) => {
    if (entries < shown + 50_000) return;
    shown = entries;
    process.stderr.write(`\r${entries} entries verified`);
  };
}
