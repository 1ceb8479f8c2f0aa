/** What the log says of an error. */
export interface LoggedError {
  type: string;
  message?: string;
  code?: string;
  /** Names of ours that a database error carries; never its `detail`, which quotes the row. */
  table?: string;
  constraint?: string;
  stack?: string[];
  cause?: LoggedError;
}

const MAX_CAUSES = 3;
const MAX_FRAMES = 12;

/**
 * An error without what it may quote of a request: the log is read by people who may not read a patient's data.
 * PostgreSQL's and Prisma's errors carry values of rows and arguments in their messages and fields, so of those only
 * codes and names are kept.
 */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const cause = causeOf(error);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(!quotesValues(error) && { message: error.message }),
    ...(typeof code === "string" && { code }),
    ...(typeof table === "string" && { table }),
    ...(typeof constraint === "string" && { constraint }),
    stack: frames.slice(0, MAX_FRAMES).map((line) => line.trim()),
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: errorForLog(cause, depth + 1) }),
  };
}

/** PostgreSQL's class 22 quotes the value that it refused (`invalid input syntax for type …`); Prisma quotes arguments. */
function quotesValues(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return (
    /^(Prisma|DriverAdapter)/.test(error.name) || (typeof code === "string" && /^(22|P\d{4}$)/.test(code))
  );
}

/** next-auth's errors hold theirs in an object. */
function causeOf({ cause }: Error): unknown {
  const held = (cause as { err?: unknown } | null | undefined)?.err;
  return held instanceof Error ? held : cause;
}
