import { CircleCheck, OctagonX, TimerOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";
import type { Translator } from "@/lib/i18n/translator";

/** Above this, a policy's time window counts instead of a number of uses. */
const COUNTED_USES = 1_000_000;

/** What an approval brings about: the permission, or the next one who has to decide. */
export function onApprove(approval: Approval, t: Translator<"inbox.consequences">): string {
  const { quorum, approvals_in_stage: votes, stage, stages, uses_left: uses } = approval;
  const agent = approval.subject.name;
  if (quorum - votes > 1) return t("oneOfSeveral", { number: votes + 1, quorum, agent });
  if (stage + 1 < stages) return t("nextStep", { step: stage + 2, steps: stages, agent });
  if (uses === 1) return t("once", { agent });
  return uses < COUNTED_USES ? t("times", { agent, count: uses }) : t("unlimited", { agent });
}

/** What each answer brings about, the missing one too. */
export function Consequences({ approval }: { approval: Approval }) {
  const t = useTranslations("inbox.consequences");
  return (
    <section aria-label={t("region")} className="flex flex-col gap-2.5">
      <Consequence icon={<CircleCheck aria-hidden className="text-positive-ink" />} when={t("approve")}>
        {onApprove(approval, t)}
      </Consequence>
      <Consequence icon={<OctagonX aria-hidden className="text-negative-ink" />} when={t("deny")}>
        {t("refused", { agent: approval.subject.name })}
      </Consequence>
      <Consequence icon={<TimerOff aria-hidden className="text-ink-faint" />} when={t("nobody")}>
        {t.rich("expires", { time: () => <Time at={approval.expires_at} format="datetime" /> })}
      </Consequence>
    </section>
  );
}

function Consequence({ icon, when, children }: { icon: ReactNode; when: string; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 text-ink-muted [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span>
        <strong className="font-medium text-ink">{when}</strong> {children}
      </span>
    </p>
  );
}
