import type { SampleValue } from "@/lib/contracts/policy-vocabulary";
import type { Operator } from "@/lib/policy";

/** What the JSON editor knows beside the schema, in the reader's words. */
export interface PolicyFacts {
  readonly actions: readonly string[];
  readonly resourceTypes: readonly string[];
  readonly roles: readonly { readonly name: string; readonly displayName: string }[];
  readonly references: (
    withApprover: boolean,
  ) => readonly { readonly path: string; readonly detail: string; readonly info: string }[];
  readonly samplesOf: (reference: string | null) => readonly SampleValue[];
  readonly zones: () => readonly string[];
  /** What a member of the document is for; undefined for one that nobody knows. */
  readonly memberWords: (name: string) => string | undefined;
  readonly valueWords: (value: string) => string | undefined;
  readonly operatorWords: (op: Operator) => { readonly label: string; readonly help: string };
}
