"use client";

import { useContext, useMemo } from "react";
import { useTranslations } from "#i18n";
import { APPROVAL_MEMBERS, POLICY_MEMBERS } from "@/lib/policy";
import { type Vocabulary, VocabularyContext } from "../builder/builder-context";
import type { Attribute } from "../document/attribute-path";
import type { RoleChoice } from "../form/form-fields";
import { useOperatorText } from "../use-operator-text";
import type { PolicyFacts } from "./policy-facts";

const MEMBERS = [...POLICY_MEMBERS, ...APPROVAL_MEMBERS, "op", "args", "lit", "type"] as const;
const VALUES = [
  "allow",
  "deny",
  "require_approval",
  "match",
  "no_match",
  "none",
  "passkey",
  "always",
] as const;

/** What completion and hover say, in the reader's language and about this organization. */
export function usePolicyFacts(roles: readonly RoleChoice[] | null): PolicyFacts {
  const vocabulary = useContext(VocabularyContext);
  const t = useTranslations("policies.json");
  const operatorWords = useOperatorText();
  const reference = useTranslations("policies.builder.reference");
  return useMemo(() => {
    const typesOf = ({ types }: Attribute) => types.map((type) => reference(`types.${type}`)).join(" / ");
    const infoOf = ({ fixed, seen }: Attribute) =>
      fixed === null ? (seen?.samples ?? []).map(String).join(", ") : reference(`fixed.${fixed}`);
    return {
      actions: vocabulary.actions,
      resourceTypes: vocabulary.resourceTypes,
      roles: roles ?? [],
      references: (withApprover) =>
        all(vocabulary, withApprover).map((one) => ({
          path: one.path,
          detail: typesOf(one),
          info: infoOf(one),
        })),
      samplesOf: (path) => all(vocabulary, true).find((one) => one.path === path)?.seen?.samples ?? [],
      zones: () => ["UTC", ...Intl.supportedValuesOf("timeZone")],
      memberWords: (name) => {
        const known = MEMBERS.find((one) => one === name);
        return known && t(`members.${known}`);
      },
      valueWords: (value) => {
        const known = VALUES.find((one) => one === value);
        return known && t(`values.${known}`);
      },
      operatorWords,
    };
  }, [vocabulary, roles, t, operatorWords, reference]);
}

function all(vocabulary: Vocabulary, withApprover: boolean): Attribute[] {
  const groups = withApprover ? vocabulary.groupsOfApproval : vocabulary.groups;
  return groups.flatMap((group) => group.attributes);
}
