import type { PolicyView } from "@/lib/contracts/policies";
import { describePolicy, type Policy, type PolicyLanguage } from "@/lib/policy";

/** What a published policy, or a version of one, says. It was parsed when it was published, with every default written out. */
export const storedSentence = (
  { document }: Pick<PolicyView, "document">,
  language: PolicyLanguage,
): string => describePolicy(document as unknown as Policy, language);
