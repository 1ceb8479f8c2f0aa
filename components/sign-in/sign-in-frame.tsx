import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Wordmark } from "@/components/shell/wordmark";
import { TextLink } from "@/components/ui/text-link";

interface SignInFrameProps {
  /** The choice of a language, which must work before a script does. */
  languages: ReactNode;
  children: ReactNode;
}

/** One column, at reading distance from the middle, the same place on a phone and at a desk. */
export function SignInFrame({ languages, children }: SignInFrameProps) {
  const t = useTranslations("sign-in");
  return (
    <main className="flex min-h-dvh flex-col px-5 py-8 sm:py-16">
      <div className="mx-auto flex w-full max-w-[23rem] flex-1 flex-col justify-start gap-6 sm:justify-center">
        <Wordmark />
        <h1 className="font-semibold text-2xl text-ink">{t("title")}</h1>
        {children}
        <p className="text-ink-faint text-sm">
          {t.rich("noAccount", { link: (words) => <TextLink href="/">{words}</TextLink> })}
        </p>
        {languages}
      </div>
    </main>
  );
}
