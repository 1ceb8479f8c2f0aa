import type { Method } from "../endpoint";
import { ENDPOINTS } from "./index";

/** The methods that a path of the API answers to; none for a path that is not of the API. */
export function allowedMethods(pathname: string): Method[] {
  const given = pathname.replace(/\/+$/, "").split("/");
  const literal = ENDPOINTS.filter(({ path }) => path === given.join("/"));
  // A literal path goes before a parameter that would match it too: /policies/validate is no policy's id.
  const found =
    literal.length > 0 ? literal : ENDPOINTS.filter(({ path }) => matches(path.split("/"), given));
  return [...new Set(found.map(({ method }) => method))];
}

const matches = (template: readonly string[], given: readonly string[]) =>
  template.length === given.length &&
  template.every(
    (segment, index) => segment === given[index] || (segment.startsWith("{") && given[index] !== ""),
  );
