/** The id under which the server has logged this error: from the API's answer, else Next's digest of a server error. */
export function requestIdOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  for (const name of ["requestId", "request_id", "digest"] as const) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}
