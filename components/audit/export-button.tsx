"use client";

import { Download } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Deferred } from "@/components/ui/deferred";

const loadDialog = () => import("./export-dialog");

/** Opens the export of the log. */
export function ExportButton({ lastSeq }: { lastSeq: number }) {
  const t = useTranslations("audit.export");
  const button = <Button iconStart={<Download aria-hidden />}>{t("open")}</Button>;
  return (
    <Deferred load={loadDialog} popup="dialog" trigger={button}>
      {({ ExportDialog }) => <ExportDialog trigger={button} lastSeq={lastSeq} />}
    </Deferred>
  );
}
