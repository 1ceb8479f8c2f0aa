import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { Approval } from "@/lib/contracts/approvals";
import { RiskBadges } from "./risk-badges";
import type { RiskMark } from "./risk-marks";
import { usePatientFacts } from "./use-patient-facts";

/** Whose record it is: the largest thing on the page, with what tells this patient from one of the same name. */
export function PatientCard({ approval, marks }: { approval: Approval; marks: readonly RiskMark[] }) {
  const t = useTranslations("inbox.patient");
  const { kind, name, isKnown, isIdentified, identifiers } = usePatientFacts(approval);
  const doubt = isIdentified ? null : isKnown ? "single" : "unknown";
  return (
    <Card aria-label={kind}>
      <div className="flex flex-col gap-3 p-4">
        <div className="flex flex-col gap-0.5">
          <p className="text-ink-faint text-sm">{kind}</p>
          <p className="break-words font-semibold text-2xl text-ink">{name}</p>
        </div>
        {identifiers.length > 0 ? (
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 sm:grid-cols-[repeat(4,auto)] sm:justify-start sm:gap-x-8">
            {identifiers.map(({ label, value }) => (
              <div key={label} className="min-w-0">
                <dt className="text-ink-faint text-sm">{label}</dt>
                <dd className="break-words font-medium text-ink text-lg">{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <RiskBadges marks={marks} quorum={null} />
        {marks.length > 0 ? (
          <ul className="flex flex-col gap-1 text-ink-muted">
            {marks.map(({ id, detail }) => (
              <li key={id}>{detail}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {doubt === null ? null : (
        <Callout tone="caution" title={t(`${doubt}.title`)} className="rounded-none border-x-0 border-b-0">
          {t(`${doubt}.text`)}
        </Callout>
      )}
    </Card>
  );
}
