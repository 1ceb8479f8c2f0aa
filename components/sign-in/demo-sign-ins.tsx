"use client";

import { ArrowRight } from "lucide-react";
import { useActionState } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { SignInFailure } from "./sign-in-failure";
import { NO_ATTEMPT, type SignInAction } from "./sign-in-state";

interface DemoSignInsProps {
  action: SignInAction;
  next: string;
  people: readonly { role: string; label: string; email: string; sees: string }[];
}

/** One press instead of a password. Only the demo hospital, whose people and patients are invented, offers it. */
export function DemoSignIns({ action, next, people }: DemoSignInsProps) {
  const t = useTranslations("sign-in.demo");
  const [state, submit, pending] = useActionState(action, NO_ATTEMPT);
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <h2 id="demo-title" className="font-semibold text-base text-ink">
          {t("title")}
        </h2>
        <Badge tone="caution">{t("badge")}</Badge>
      </div>
      {state.failure ? <SignInFailure key={state.attempt} state={state} /> : null}
      <form action={submit} className="flex flex-col gap-2">
        <input type="hidden" name="next" value={next} />
        {people.map((person) => (
          <Button
            key={person.role}
            type="submit"
            name="role"
            value={person.role}
            size="lg"
            block
            disabled={pending}
            className="h-auto justify-start gap-3 whitespace-normal py-2.5 text-left"
            iconEnd={<ArrowRight aria-hidden className="text-ink-faint" />}
          >
            <span className="flex min-w-0 flex-1 flex-col">
              <span>{person.label}</span>
              <span className="font-normal text-ink-muted text-sm">{person.sees}</span>
            </span>
          </Button>
        ))}
      </form>
      <p className="text-ink-faint text-sm">{t("note")}</p>
    </section>
  );
}
