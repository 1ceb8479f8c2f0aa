export type SignInAnswer = "signed_in" | "refused" | "locked" | "failed";

/** Signs the browser in without leaving the page, as the sign-in form does: through next-auth's own endpoint. */
export async function signInHere(email: string, password: string): Promise<SignInAnswer> {
  try {
    const csrf: unknown = await (await fetch("/api/auth/csrf")).json();
    const csrfToken = String(Reflect.get(Object(csrf), "csrfToken") ?? "");
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "x-auth-return-redirect": "1" },
      body: new URLSearchParams({ email, password, csrfToken, callbackUrl: "/" }),
    });
    const answer: unknown = await response.json();
    const { searchParams } = new URL(String(Reflect.get(Object(answer), "url")), window.location.origin);
    if (response.ok && !searchParams.has("error")) return "signed_in";
    const code = searchParams.get("code");
    return code === "refused" || code === "locked" ? code : "failed";
  } catch {
    // Not reached, or an answer that is none of next-auth's: nothing happened.
    return "failed";
  }
}
