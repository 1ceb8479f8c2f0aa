import { patternsMeet } from "@/lib/access";
import type { PolicyView } from "@/lib/contracts/policies";
import { conditionsExclude, type JsonValue, matchesName, type Policy } from "@/lib/policy";
import { formatJson } from "../document/format-json";
import { fieldTexts } from "../document/policy-members";

/** Two rules that can match the same request, of which the other one is now looked at first. */
export interface PairChange {
  readonly first: PolicyView;
  readonly second: PolicyView;
  /** In what the answers differ. */
  readonly differs: "effect" | "approval" | "obligations";
}

const EVERY = ["*"] as const;
const actionsOf = ({ document }: PolicyView) => fieldTexts(document.actions);
const typesOf = ({ document }: PolicyView) => {
  const types = fieldTexts(document.resource_types);
  return types.length === 0 ? EVERY : types;
};
const policyOf = ({ document }: PolicyView) => document as unknown as Policy;

/**
 * What an order changes. A decision that it changes has both rules of such a pair matching its request, so where there
 * is no pair, no decision changes.
 */
export function pairsChanged(before: readonly PolicyView[], after: readonly PolicyView[]): PairChange[] {
  const places = new Map(before.map(({ id }, index) => [id, index]));
  const placeOf = (policy: PolicyView) => places.get(policy.id) ?? 0;
  const enabled = after.filter((policy) => policy.enabled);
  return enabled.flatMap((first, index) =>
    enabled.slice(index + 1).flatMap((second): PairChange[] => {
      if (placeOf(first) < placeOf(second)) return [];
      const differs = differenceOf(first, second);
      return differs !== null && canBothMatch(first, second) ? [{ first, second, differs }] : [];
    }),
  );
}

function differenceOf(one: PolicyView, other: PolicyView): PairChange["differs"] | null {
  if (one.effect !== other.effect) return "effect";
  if (!isSame(one.document.approval, other.document.approval)) return "approval";
  return isSame(one.document.obligations, other.document.obligations) ? null : "obligations";
}

const isSame = (one: JsonValue | undefined, other: JsonValue | undefined) =>
  formatJson({ value: one ?? null }) === formatJson({ value: other ?? null });

function canBothMatch(one: PolicyView, other: PolicyView): boolean {
  const meet = (own: readonly string[], others: readonly string[]) =>
    own.some((pattern) => others.some((another) => patternsMeet(pattern, another)));
  return (
    meet(actionsOf(one), actionsOf(other)) &&
    meet(typesOf(one), typesOf(other)) &&
    !conditionsExclude(policyOf(one), policyOf(other))
  );
}

/** What the log tells of a decision in the open. */
export interface RecordedDecision {
  readonly policy_id: string | null;
  readonly action: string | null;
  readonly resource_type: string | null;
}

/** How many decisions were made by a rule that now comes behind another about the same action and resource type. */
export function decisionsConcerned(
  pairs: readonly PairChange[],
  decisions: readonly RecordedDecision[],
): number {
  return decisions.filter(({ policy_id: id, action, resource_type: type }) =>
    pairs.some(
      ({ first, second }) =>
        second.id === id &&
        actionsOf(first).some((pattern) => matchesName(pattern, action ?? "")) &&
        typesOf(first).some((pattern) => matchesName(pattern, type ?? "")),
    ),
  ).length;
}

/**
 * A name that both match, or null where none was found.
 * @param filler what a wildcard stands for
 */
export function commonName(one: readonly string[], other: readonly string[], filler = "read"): string | null {
  for (const own of one) {
    for (const another of other) {
      const names = [own, another, merged(own, another)].map((name) => name.replaceAll("*", filler));
      const found = names.find((name) => matchesName(own, name) && matchesName(another, name));
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** Segment by segment the one that says more: `ehr.*` and `*.read` give `ehr.read`. */
function merged(one: string, other: string): string {
  const [own, others] = [one.split("."), other.split(".")];
  const longer = own.length >= others.length ? own : others;
  return longer
    .map((_, index) => [own[index], others[index]].find((name) => name !== undefined && name !== "*") ?? "*")
    .join(".");
}
