import { KynaraConfigurationError } from "./errors";

/** The process's environment; empty in a browser, which has none. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return memberOf(memberOf(globalThis, "process"), "env");
}

function memberOf(holder: object, name: string): Readonly<Record<string, string | undefined>> {
  const value: unknown = Reflect.get(holder, name);
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, string | undefined>> {
  return typeof value === "object" && value !== null;
}

/**
 * Reads KYNARA_FAIL_CLOSED. Anything but a clear "false" keeps the door closed, and a typing error is told.
 *
 * @throws {KynaraConfigurationError} when it is neither true nor false
 */
export function parseFailClosed(value: string | undefined): boolean {
  const text = (value ?? "").trim().toLowerCase();
  if (["", "true", "1", "yes", "on"].includes(text)) return true;
  if (["false", "0", "no", "off"].includes(text)) return false;
  throw new KynaraConfigurationError(
    `KYNARA_FAIL_CLOSED is ${JSON.stringify(value)}; set it to true or false.`,
  );
}
