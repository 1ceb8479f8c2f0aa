import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Countdown } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";
import { purposeText, requestTitle } from "./request-words";
import { quorumText } from "./risk-marks";

interface RequestHeadingProps {
  approval: Approval;
  place: "pane" | "page";
}

const strong = (words: ReactNode) => <strong className="font-medium text-ink">{words}</strong>;

/** What is asked, who asks, why, and how long there is: the five seconds' worth. */
export function RequestHeading({ approval, place }: RequestHeadingProps) {
  const t = useTranslations("inbox.heading");
  const words = useTranslations("inbox.words");
  const Heading = place === "page" ? "h1" : "h2";
  const agent = approval.subject.name;
  return (
    <header className="flex flex-col gap-1.5">
      <Heading
        id={`${approval.id}-title`}
        tabIndex={-1}
        className="min-w-0 break-words font-semibold text-2xl text-ink outline-none lg:text-3xl"
      >
        {requestTitle(approval, words)}
      </Heading>
      <p className="text-ink-muted text-lg">
        {approval.on_behalf_of
          ? t.rich("asksFor", { agent, person: approval.on_behalf_of.name, strong })
          : t.rich("asks", { agent, strong })}
      </p>
      <p className="text-ink-muted text-lg">
        {t.rich("why", { purpose: purposeText(approval.context, words) ?? t("noPurpose"), strong })}
      </p>
      {approval.state === "pending" ? <TimeLeft approval={approval} /> : null}
    </header>
  );
}

function TimeLeft({ approval }: { approval: Approval }) {
  const t = useTranslations("inbox.heading");
  const quorum = quorumText(approval, t);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-muted text-lg">
      <span className="flex items-baseline gap-1.5 [&_svg]:size-4 [&_svg]:translate-y-0.5 [&_svg]:text-ink-faint">
        <Hourglass aria-hidden className="shrink-0" />
        <span>
          {t.rich("timeLeft", {
            label: (label) => <span className="sr-only">{label}</span>,
            time: () => <Countdown until={approval.expires_at} className="font-semibold text-ink" />,
          })}
        </span>
      </span>
      {quorum ? <Badge tone="info">{t("soFar", { progress: quorum })}</Badge> : null}
    </div>
  );
}
