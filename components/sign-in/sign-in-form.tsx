"use client";

import { Eye, EyeOff } from "lucide-react";
import { useActionState, useEffect, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { SignInFailure } from "./sign-in-failure";
import { NO_ATTEMPT, type SignInAction } from "./sign-in-state";

interface SignInFormProps {
  action: SignInAction;
  /** Where to go afterwards: a path of this site. */
  next: string;
  /** Off where something stands before the form, which a phone's keyboard would push away. */
  autoFocus: boolean;
}

/** Works before, and without, its script: the form posts to the action and the answer is rendered into it. */
export function SignInForm({ action, next, autoFocus }: SignInFormProps) {
  const t = useTranslations("sign-in");
  const [state, submit, pending] = useActionState(action, NO_ATTEMPT);
  const [shown, setShown] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  // What has to be typed again is the password: the e-mail address is kept.
  useEffect(() => {
    if (state.attempt > 0) password.current?.focus();
  }, [state.attempt]);

  return (
    <form action={submit} className="flex flex-col gap-4">
      {state.failure ? <SignInFailure key={state.attempt} state={state} /> : null}
      <input type="hidden" name="next" value={next} />
      <Field label={t("email")} name="email">
        <Input
          key={state.email}
          size="lg"
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus={autoFocus && state.attempt === 0}
          defaultValue={state.email}
        />
      </Field>
      <Field label={t("password.label")} name="password">
        <Input
          key={state.attempt}
          ref={password}
          size="lg"
          type={shown ? "text" : "password"}
          name="password"
          autoComplete="current-password"
          required
          maxLength={200}
          end={
            <IconButton
              size="sm"
              label={shown ? t("password.hide") : t("password.show")}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            </IconButton>
          }
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" block loading={pending} className="mt-1">
        {t("submit")}
      </Button>
    </form>
  );
}
