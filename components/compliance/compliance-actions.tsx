"use client";

import { Download, Printer } from "lucide-react";
import { useLocale, useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { urlOf } from "@/lib/client/call";
import { complianceOperations } from "@/lib/client/operations";

/** The table for elsewhere: as a file, or on paper. */
export function ComplianceActions({ mayExport }: { mayExport: boolean }) {
  const t = useTranslations("compliance");
  const language = useLocale().startsWith("es") ? "es" : "en";
  const href = (format: "csv" | "json") => urlOf(complianceOperations.export, {}, { format, language });
  return (
    <span className="flex flex-wrap gap-2 print:hidden">
      {mayExport ? (
        <>
          <a href={href("csv")} download className={buttonVariants({})}>
            <Download aria-hidden />
            {t("csv")}
          </a>
          <a href={href("json")} download className={buttonVariants({})}>
            <Download aria-hidden />
            {t("json")}
          </a>
        </>
      ) : null}
      <Button iconStart={<Printer aria-hidden />} onClick={() => window.print()}>
        {t("print")}
      </Button>
    </span>
  );
}
