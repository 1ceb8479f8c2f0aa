import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { ClockTime } from "./clock-time";
import type { SignInState } from "./sign-in-state";

/** Why the attempt did not succeed, and what to do. Says no word on whether the account exists. */
export function SignInFailure({ state }: { state: SignInState }) {
  const t = useTranslations("sign-in.failure");
  const { until } = state;
  if (state.failure === "locked" && until !== null) {
    return (
      <Callout tone="caution" title={t("locked.title")} live>
        {t.rich("locked.text", { time: () => <ClockTime at={until} /> })}
      </Callout>
    );
  }
  if (state.failure === "failed") {
    return (
      <Callout tone="negative" title={t("failed.title")} live>
        {t("failed.text")}
      </Callout>
    );
  }
  return (
    <Callout tone="negative" title={t("refused.title")} live>
      {t("refused.text")}
    </Callout>
  );
}
