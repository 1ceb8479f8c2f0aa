import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Numeric } from "@/components/ui/numeric";
import { TextLink } from "@/components/ui/text-link";
import { Countdown, Time } from "@/components/ui/time";
import type { Overview } from "@/lib/contracts/overview";

/** Open requests of all, those that wait longest first. */
export function WaitingCard({ approvals }: { approvals: NonNullable<Overview["approvals"]> }) {
  const { waiting, oldest } = approvals;
  return (
    <Card aria-labelledby="waiting">
      <CardHeader
        id="waiting"
        title="Approvals waiting"
        actions={
          <TextLink href="/inbox" className="text-sm">
            Inbox
          </TextLink>
        }
      />
      <CardBody className="flex items-baseline gap-2 pb-2">
        <Numeric value={waiting} className="font-semibold text-3xl" />
        <span className="text-ink-muted">
          {oldest[0] ? (
            <>
              waiting, the oldest since <Time at={oldest[0].created_at} />
            </>
          ) : (
            "waiting"
          )}
        </span>
      </CardBody>
      <ul className="divide-y divide-line">
        {oldest.map((approval) => (
          <li key={approval.id} className="flex items-baseline justify-between gap-3 px-4 py-2">
            <span className="min-w-0">
              <TextLink href={`/inbox/${approval.id}`} className="block truncate">
                {approval.action} · {approval.resource_type.replace(/_/g, " ")}
              </TextLink>
              <span className="block truncate text-ink-faint text-sm">
                {approval.subject_name}, <Time at={approval.created_at} />
              </span>
            </span>
            <span className="shrink-0 text-sm">
              <span className="sr-only">Time left </span>
              <Countdown until={approval.expires_at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
