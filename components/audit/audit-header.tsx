import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { ExportDialog } from "./export-dialog";

interface AuditHeaderProps {
  current: "entries" | "verify";
  mayExport: boolean;
  /** The last entry there is. */
  lastSeq: number;
}

export function AuditHeader({ current, mayExport, lastSeq }: AuditHeaderProps) {
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every decision and every change, each chained to the one before. Nothing here can be edited."
        actions={mayExport ? <ExportDialog lastSeq={lastSeq} /> : undefined}
        className="pb-2"
      />
      <LinkTabs
        aria-label="Audit log"
        items={[
          { href: "/audit", label: "Entries", current: current === "entries" },
          { href: "/audit/verify", label: "Verification", current: current === "verify" },
        ]}
        className="mb-4"
      />
    </>
  );
}
