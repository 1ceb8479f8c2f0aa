import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setLocaleAction } from "@/app/set-locale-action";
import { SendMessages } from "@/components/messages/send-messages";
import { demoPerson } from "@/components/sign-in/demo-person";
import { DemoSignIns } from "@/components/sign-in/demo-sign-ins";
import { LanguageForm } from "@/components/sign-in/language-form";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";
import { Callout } from "@/components/ui/callout";
import { getTranslations } from "@/lib/i18n/request-intl";
import { listDemoSignIns, nextPath } from "@/lib/server/identity";
import { findPageCaller, hasEndedSession } from "@/lib/server/identity/page-caller";
import { signInAction, signInDemoAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("title") };
}

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = nextPath((await searchParams).next);
  if (await findPageCaller()) redirect(next);
  const demo = await listDemoSignIns();
  const t = await getTranslations("sign-in");
  const people = await getTranslations("sign-in.demo.people");
  return (
    <SendMessages areas={["sign-in"]}>
      <SignInFrame languages={<LanguageForm action={setLocaleAction} />}>
        {(await hasEndedSession()) ? <Callout title={t("ended.title")}>{t("ended.text")}</Callout> : null}
        {demo.length > 0 ? (
          <>
            <DemoSignIns
              action={signInDemoAction}
              next={next}
              people={demo.map((one) => demoPerson(one, people))}
            />
            <div className="flex items-center gap-3 text-ink-faint text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
              {t("orPassword")}
            </div>
          </>
        ) : null}
        <SignInForm action={signInAction} next={next} autoFocus={demo.length === 0} />
      </SignInFrame>
    </SendMessages>
  );
}
