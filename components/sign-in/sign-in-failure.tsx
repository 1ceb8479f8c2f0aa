import { Callout } from "@/components/ui/callout";
import { ClockTime } from "./clock-time";
import type { SignInState } from "./sign-in-state";

/** Why the attempt did not succeed, and what to do. Says no word on whether the account exists. */
export function SignInFailure({ state }: { state: SignInState }) {
  if (state.failure === "locked" && state.until !== null) {
    return (
      <Callout tone="caution" title="Too many attempts" live>
        Try again at <ClockTime at={state.until} />. Until then nothing is tried, not even the right password.
      </Callout>
    );
  }
  if (state.failure === "failed") {
    return (
      <Callout tone="negative" title="You are not signed in" live>
        Something went wrong on our side. Try again in a moment.
      </Callout>
    );
  }
  return (
    <Callout tone="negative" title="That did not match" live>
      Check the e-mail address and type the password again.
    </Callout>
  );
}
