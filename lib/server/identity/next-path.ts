const HERE = "http://kynara.invalid";

/**
 * Where to go after signing in: a path of this origin, else the start. What a link carries in `next` is anybody's
 * word, so it goes through the parser that the browser will use, and whatever leaves this origin is dropped.
 */
export function nextPath(given: unknown): string {
  if (typeof given !== "string" || !given.startsWith("/") || !URL.canParse(given, HERE)) return "/";
  const url = new URL(given, HERE);
  // "/\\host" and "/<tab>/host" parse to another origin; "/.//host" parses to a path that would.
  const leaves = url.origin !== HERE || url.pathname.startsWith("//");
  const loops = /^\/(sign-in|api)(\/|$)/.test(url.pathname);
  return leaves || loops ? "/" : `${url.pathname}${url.search}${url.hash}`;
}
