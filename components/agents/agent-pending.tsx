import { useTranslations } from "#i18n";
import { requestTitle } from "@/components/inbox/request-words";
import { Card, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Countdown, Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";

interface AgentPendingProps {
  approvals: readonly Approval[];
  /** There are more than are shown. */
  hasMore: boolean;
}

/** What it has asked a person for and got no answer to yet, soonest to expire first. */
export function AgentPending({ approvals, hasMore }: AgentPendingProps) {
  const t = useTranslations("agents.pending");
  const words = useTranslations("inbox.words");
  const soonest = [...approvals].sort((one, other) => one.expires_at.localeCompare(other.expires_at));
  return (
    <Card aria-labelledby="pending">
      <CardHeader id="pending" title={t("title")} />
      {soonest.length === 0 ? <p className="px-4 py-3 text-ink-muted">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {soonest.map((approval) => (
          <li key={approval.id} className="flex flex-col gap-0.5 px-4 py-2.5">
            <span className="flex items-baseline justify-between gap-3">
              <TextLink href={`/inbox/${approval.id}`} className="min-w-0 truncate">
                {requestTitle(approval, words)}
              </TextLink>
              <Countdown until={approval.expires_at} className="shrink-0 text-sm" />
            </span>
            <span className="text-ink-faint text-sm">
              {approval.on_behalf_of
                ? t.rich("askedFor", { time: asked(approval), name: approval.on_behalf_of.name })
                : t.rich("asked", { time: asked(approval) })}
            </span>
          </li>
        ))}
      </ul>
      {hasMore ? (
        <p className="border-line border-t px-4 py-2.5 text-ink-muted text-sm">
          {t.rich("more", {
            count: approvals.length,
            link: (text) => (
              <TextLink key="inbox" href="/inbox">
                {text}
              </TextLink>
            ),
          })}
        </p>
      ) : null}
    </Card>
  );
}

const asked = (approval: Approval) => () => <Time key="asked" at={approval.created_at} />;
