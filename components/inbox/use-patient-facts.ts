import { useLocale, useTranslations } from "#i18n";
import type { Approval } from "@/lib/contracts/approvals";
import { type PatientFacts, patientFacts } from "./patient-facts";

/** Whose record it is, in the reader's language. */
export function usePatientFacts(approval: Approval): PatientFacts {
  const t = useTranslations("inbox.patient");
  const words = useTranslations("inbox.words");
  const locale = useLocale();
  return patientFacts(approval, { t, words, locale });
}
