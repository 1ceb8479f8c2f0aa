/**
 * Whether every dotted name that `inner` matches is matched by `outer` too, both patterns as policies write them
 * (spec: policy language, "actions"): `*` is one segment, at the end one or more. For non-escalation: what somebody
 * hands out has to be covered by what they hold.
 */
export function patternCovers(outer: string, inner: string): boolean {
  const wide = outer.split(".");
  const narrow = inner.split(".");
  const wideOpen = wide.at(-1) === "*";
  const narrowOpen = narrow.at(-1) === "*";
  const longEnough = wideOpen ? narrow.length >= wide.length : !narrowOpen && narrow.length === wide.length;
  return longEnough && wide.every((segment, index) => segment === "*" || segment === narrow[index]);
}

/** Actions on resource types, as roles permit them; without types: on every type. */
export interface Allowance {
  actions: readonly string[];
  resource_types?: readonly string[] | undefined;
}

const EVERY_TYPE = ["*"] as const;

/** The parts of `wanted` that no single one of `held` covers, each as "action on type". */
export function allowancesBeyond(held: readonly Allowance[], wanted: readonly Allowance[]): string[] {
  const covered = (action: string, type: string) =>
    held.some(
      (allowance) =>
        allowance.actions.some((pattern) => patternCovers(pattern, action)) &&
        (allowance.resource_types ?? EVERY_TYPE).some((pattern) => patternCovers(pattern, type)),
    );
  const missing = wanted.flatMap(({ actions, resource_types }) =>
    actions.flatMap((action) =>
      (resource_types ?? EVERY_TYPE)
        .filter((type) => !covered(action, type))
        .map((type) => `${action} on ${type}`),
    ),
  );
  return [...new Set(missing)];
}
