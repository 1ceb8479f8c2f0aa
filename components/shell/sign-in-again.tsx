"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import type { SignInAnswer } from "@/lib/client/sign-in";

interface SignInAgainProps {
  email: string;
  onSignIn: (email: string, password: string) => Promise<SignInAnswer>;
}

/** The password and nothing else, over the page as it stands; or another tab, for every other way of signing in. */
export function SignInAgain({ email, onSignIn }: SignInAgainProps) {
  const t = useTranslations("shell.session.again");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Exclude<SignInAnswer, "signed_in"> | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const answer = await onSignIn(email, password);
    setBusy(false);
    setPassword("");
    setFailure(answer === "signed_in" ? null : answer);
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      {failure ? (
        <Callout tone="negative" live>
          {t(`failure.${failure}`)}
        </Callout>
      ) : null}
      <input type="hidden" name="username" value={email} autoComplete="username" readOnly />
      <Field label={t("password", { email })}>
        <Input
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" block loading={busy}>
        {t("submit")}
      </Button>
      <p className="text-ink-muted text-sm">
        {t.rich("elsewhere", {
          link: (words) => (
            <TextLink href="/sign-in" target="_blank">
              {words}
            </TextLink>
          ),
        })}
      </p>
    </form>
  );
}
