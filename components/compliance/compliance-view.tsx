import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import type { Compliance } from "@/lib/contracts/compliance";
import { ComplianceActions } from "./compliance-actions";
import { RequirementCard } from "./requirement-card";
import { StatusTable } from "./status-table";

interface ComplianceViewProps {
  table: Compliance;
  mayExport: boolean;
}

/** The requirements one after the other, each with its control, what there is to show for it, and what is missing. */
export function ComplianceView({ table, mayExport }: ComplianceViewProps) {
  const t = useTranslations("compliance");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actionsOnPhone="below"
        actions={<ComplianceActions mayExport={mayExport} />}
        className="pb-2"
      />
      <p className="pb-4 text-ink-muted text-sm">
        {t.rich("made", {
          organization: table.organization,
          time: () => <Time key="time" at={table.made_at} format="exact" />,
          since: () => (
            <span key="since" className="num">
              {table.since}
            </span>
          ),
        })}
      </p>
      <div className="flex flex-col gap-4">
        {table.counted_to < table.entries ? (
          <Callout tone="caution">
            {t("behind", { counted: table.counted_to, entries: table.entries })}
          </Callout>
        ) : null}
        <StatusTable rows={table.rows} />
        {table.rows.map((row) => (
          <RequirementCard key={row.id} row={row} />
        ))}
        <p className="max-w-prose text-ink-muted text-sm">
          {t("disclaimer")}
          {mayExport ? <span className="print:hidden"> {t("recorded")}</span> : null}
        </p>
      </div>
    </>
  );
}
