/** What the sign-in form shows after an attempt. */
export interface SignInState {
  /** Kept, so that only the password has to be typed again. */
  email: string;
  failure: "refused" | "locked" | "failed" | null;
  /** When a lock ends, ISO 8601. */
  until: string | null;
  /** Tells one failure from the next, so that each is announced. */
  attempt: number;
}

export const NO_ATTEMPT: SignInState = { email: "", failure: null, until: null, attempt: 0 };

export type SignInAction = (before: SignInState, form: FormData) => Promise<SignInState>;
