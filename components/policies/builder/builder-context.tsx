"use client";

import { createContext, useContext } from "react";
import type { PolicyVocabulary } from "@/lib/contracts/policy-vocabulary";
import type { JsonValue } from "@/lib/policy";
import { type Attribute, type AttributeGroup, attributeGroups } from "../document/attribute-path";

/** What rules can name here, as far as it is known. */
export interface Vocabulary {
  readonly groups: readonly AttributeGroup[];
  /** Those that an approval's relationship can name: who approves, too. */
  readonly groupsOfApproval: readonly AttributeGroup[];
  readonly actions: readonly string[];
  readonly resourceTypes: readonly string[];
}

/** What was seen here, put with what the language itself defines; the latter alone until the former is known. */
export function vocabularyOf(seen: PolicyVocabulary | undefined): Vocabulary {
  const known = seen?.attributes ?? [];
  return {
    groups: attributeGroups(known, { withApprover: false }),
    groupsOfApproval: attributeGroups(known, { withApprover: true }),
    actions: seen?.actions ?? [],
    resourceTypes: seen?.resource_types ?? [],
  };
}

export const VocabularyContext = createContext<Vocabulary>(vocabularyOf(undefined));

/** What is known of a path; undefined where nobody has seen it. */
export function useAttribute(path: string | null): Attribute | undefined {
  const { groups } = useContext(VocabularyContext);
  if (path === null) return undefined;
  return groups.flatMap((group) => group.attributes).find((one) => one.path === path);
}

/** Puts a changed node in the place of the old one; `place` is the JSON Pointer of what was edited. */
export type ChangeNode<T> = (next: T, place: string) => void;

/** Where the focus goes once a change stands in the page: to a node's handle or first field; null to where one is added. */
export type FocusNode = (node: JsonValue | null, part: "handle" | "field") => void;

export const FocusContext = createContext<FocusNode>(() => undefined);
