import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Wordmark } from "@/components/shell/wordmark";
import { LinkButton } from "@/components/ui/link-button";
import { ExampleDay } from "./example-day";

const CLAIMS = ["rules", "people", "log"] as const;

interface LandingProps {
  /** There is a demo hospital to look around in. */
  demo: boolean;
  /** The choice of a language. */
  languages: ReactNode;
}

/** What somebody who is not signed in learns: what this is, in the time it takes to read three paragraphs. */
export function Landing({ demo, languages }: LandingProps) {
  const t = useTranslations("landing");
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[68rem] flex-col px-5 sm:px-8">
      <header className="flex h-16 items-center justify-between gap-4">
        <Wordmark />
        <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
      </header>
      <main className="flex flex-1 flex-col justify-center gap-16 py-12 sm:py-16">
        <div className="grid items-center gap-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
          <div className="flex flex-col gap-5">
            <h1 className="font-semibold text-3xl text-ink sm:text-4xl">
              <span className="block">{t("headline.agents")}</span>{" "}
              <span className="block">{t("headline.people")}</span>
            </h1>
            <p className="max-w-[34rem] text-ink-muted text-lg">{t("summary")}</p>
            <div className="flex flex-wrap gap-3 pt-1">
              <LinkButton href="/sign-in" variant="primary" size="lg">
                {demo ? t("lookAround") : t("signIn")}
              </LinkButton>
            </div>
          </div>
          <ExampleDay />
        </div>
        <div className="grid gap-x-10 gap-y-8 border-line border-t pt-10 md:grid-cols-3">
          {CLAIMS.map((claim) => (
            <section key={claim} className="flex flex-col gap-1.5">
              <h2 className="font-semibold text-ink text-lg">{t(`claims.${claim}.title`)}</h2>
              <p className="text-base text-ink-muted">{t(`claims.${claim}.text`)}</p>
            </section>
          ))}
        </div>
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-4 border-line border-t py-5 text-ink-faint text-sm">
        <p className="min-w-0 flex-1 basis-80">{t("footer")}</p>
        {languages}
      </footer>
    </div>
  );
}
