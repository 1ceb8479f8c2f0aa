"use client";

import { useTranslations } from "#i18n";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";

/** Asks before what is entered in a form about agents, and not sent, would be lost. */
export function useFormGuard(isChanged: boolean) {
  const t = useTranslations("agents.leave");
  return useLeaveGuard(isChanged, { title: t("title"), description: t("description") });
}
