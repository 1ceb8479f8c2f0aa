import { useTranslations } from "#i18n";
import { actionTitle } from "@/components/inbox/request-words";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Countdown, Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { Overview, WaitingApproval } from "@/lib/contracts/overview";

/** Open requests of all, those that wait longest first. */
export function WaitingCard({ approvals }: { approvals: NonNullable<Overview["approvals"]> }) {
  const t = useTranslations("overview.waiting");
  const format = useFormats();
  const { waiting, oldest } = approvals;
  const first = oldest[0];
  return (
    <Card aria-labelledby="waiting">
      <CardHeader
        id="waiting"
        title={t("title")}
        actions={
          <TextLink href="/inbox?tab=open" className="text-sm">
            {t("inbox")}
          </TextLink>
        }
      />
      {first ? (
        <>
          <CardBody className="flex items-baseline gap-2 pb-2">
            <TextLink
              href="/inbox?tab=open"
              className="num font-semibold text-3xl text-ink no-underline hover:underline"
            >
              {format.count(waiting)}
            </TextLink>
            <span className="text-ink-muted">
              {t.rich("oldest", { time: () => <Time key="time" at={first.created_at} /> })}
            </span>
          </CardBody>
          <ul className="divide-y divide-line">
            {oldest.map((approval) => (
              <Waiting key={approval.id} approval={approval} />
            ))}
          </ul>
        </>
      ) : (
        <p className="px-4 py-4 text-ink-muted">{t("none")}</p>
      )}
    </Card>
  );
}

function Waiting({ approval }: { approval: WaitingApproval }) {
  const t = useTranslations("overview.waiting");
  const words = useTranslations("inbox.words");
  return (
    <li className="flex items-baseline justify-between gap-3 px-4 py-2">
      <span className="min-w-0">
        <TextLink href={`/inbox/${approval.id}`} className="block truncate">
          {actionTitle(approval.action, approval.resource_type, approval.record_type, words)}
        </TextLink>
        <span className="block truncate text-ink-faint text-sm">
          {t.rich("asked", {
            agent: approval.subject_name,
            time: () => <Time key="time" at={approval.created_at} />,
          })}
        </span>
      </span>
      <span className="shrink-0 text-sm">
        <span className="sr-only">{t("timeLeft")} </span>
        <Countdown until={approval.expires_at} />
      </span>
    </li>
  );
}
