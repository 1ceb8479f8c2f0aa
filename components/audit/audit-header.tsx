import { useTranslations } from "#i18n";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { ExportButton } from "./export-button";

interface AuditHeaderProps {
  current: "entries" | "verify" | "disclosures";
  mayExport: boolean;
  /** The last entry there is. */
  lastSeq: number;
}

export function AuditHeader({ current, mayExport, lastSeq }: AuditHeaderProps) {
  const t = useTranslations("audit");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={mayExport ? <ExportButton lastSeq={lastSeq} /> : undefined}
        className="pb-2 print:hidden"
      />
      <LinkTabs
        aria-label={t("title")}
        items={[
          { href: "/audit", label: t("tabs.entries"), current: current === "entries" },
          { href: "/audit/verify", label: t("tabs.verify"), current: current === "verify" },
          { href: "/audit/disclosures", label: t("tabs.disclosures"), current: current === "disclosures" },
        ]}
        className="mb-4 print:hidden"
      />
    </>
  );
}
