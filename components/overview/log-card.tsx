import { useTranslations } from "#i18n";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { Overview } from "@/lib/contracts/overview";

interface LogCardProps {
  log: NonNullable<Overview["log"]>;
  canVerify: boolean;
}

/** How far the log is sealed. Whether it holds is not claimed here: that is shown by verifying it. */
export function LogCard({ log, canVerify }: LogCardProps) {
  const t = useTranslations("overview.log");
  const format = useFormats();
  const { entries, checkpoint } = log;
  const since = entries - (checkpoint?.size ?? 0);
  return (
    <Card aria-labelledby="log">
      <CardHeader
        id="log"
        title={t("title")}
        actions={
          canVerify ? (
            <TextLink href="/audit/verify" className="text-sm">
              {t("verify")}
            </TextLink>
          ) : null
        }
      />
      <CardBody className="py-2">
        <DataList>
          <DataItem label={t("entries")}>
            <TextLink href="/audit" className="num">
              {format.count(entries)}
            </TextLink>
          </DataItem>
          <DataItem label={t("checkpoint")}>
            {checkpoint
              ? t.rich("over", {
                  time: () => <Time key="time" at={checkpoint.created_at} />,
                  count: checkpoint.size,
                })
              : t("unsigned")}
          </DataItem>
          {checkpoint && since > 0 ? (
            <DataItem label={t("since")}>
              <TextLink href="/audit">{t("sinceCount", { count: since })}</TextLink>
            </DataItem>
          ) : null}
        </DataList>
        {checkpoint ? <SealedShare share={Math.min(1, checkpoint.size / Math.max(1, entries))} /> : null}
      </CardBody>
    </Card>
  );
}

function SealedShare({ share }: { share: number }) {
  const t = useTranslations("overview.log");
  const format = useFormats();
  // Rounded down: a log with one entry beyond its checkpoint is not wholly under it.
  const percent = format.percent(Math.floor(share * 1000) / 1000);
  return (
    <div className="flex flex-col gap-1.5 border-line border-t pt-3 pb-2">
      <span aria-hidden className="h-1.5 rounded-full bg-pressed">
        <span style={{ width: `${share * 100}%` }} className="block h-full rounded-full bg-accent" />
      </span>
      <p className="text-ink-faint text-sm">{t("sealed", { percent })}</p>
    </div>
  );
}
