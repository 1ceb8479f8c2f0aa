"use server";

import { redirect } from "next/navigation";
import type { SignInState } from "@/components/sign-in/sign-in-state";
import { nextPath } from "@/lib/server/identity";
import { signInBrowser, signInDemo } from "@/lib/server/identity/next-auth";

export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const outcome = await signInBrowser(email, form.get("password"));
  if (outcome.kind === "signed_in") redirect(nextPath(form.get("next")));
  return stateOf(email, outcome);
}

export async function signInDemoAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const outcome = await signInDemo(String(form.get("role") ?? ""));
  if (outcome.kind === "signed_in") redirect(nextPath(form.get("next")));
  return stateOf("", outcome);
}

function stateOf(
  email: string,
  outcome: Exclude<Awaited<ReturnType<typeof signInBrowser>>, { kind: "signed_in" }>,
): SignInState {
  return outcome.kind === "locked"
    ? { email, failure: "locked", until: outcome.until.toISOString(), attempt: Date.now() }
    : { email, failure: outcome.kind, until: null, attempt: Date.now() };
}
