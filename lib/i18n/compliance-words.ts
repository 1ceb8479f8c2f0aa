import { createTranslator } from "use-intl/core";
import type { Evidence, Gap, RequirementId } from "../contracts/compliance";
import { catalog, type Messages } from "./catalog";
import { LOCALE_TAGS, type Locale } from "./locales";
import type { Translator } from "./translator";

type Words = Messages["compliance"];

/** What the requirement table says beside its figures, for the page and for the file alike. */
export const wordsWith = (t: Translator<"compliance">) => ({
  title: (id: RequirementId) => t(`rows.${id}.title`),
  says: (id: RequirementId) => t(`rows.${id}.says`),
  control: (id: RequirementId) => t(`rows.${id}.control`),
  evidence: (id: Evidence["id"]) => t(`evidence.${id as keyof Words["evidence"]}`),
  gap: ({ id, count }: Gap) => t(`gaps.${id as keyof Words["gaps"]}`, { count }),
  disclaimer: () => t("disclaimer"),
});

/** The same in a language that is named, where no page is drawn. */
export function complianceWords(locale: Locale) {
  const t = createTranslator({
    locale: LOCALE_TAGS[locale],
    messages: catalog[locale],
    namespace: "compliance",
  });
  return wordsWith(t as unknown as Translator<"compliance">);
}
