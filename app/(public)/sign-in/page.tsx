import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { demoPerson } from "@/components/sign-in/demo-person";
import { DemoSignIns } from "@/components/sign-in/demo-sign-ins";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";
import { Callout } from "@/components/ui/callout";
import { listDemoSignIns, nextPath } from "@/lib/server/identity";
import { findPageCaller, hasEndedSession } from "@/lib/server/identity/page-caller";
import { signInAction, signInDemoAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = nextPath((await searchParams).next);
  if (await findPageCaller()) redirect(next);
  const demo = await listDemoSignIns();
  return (
    <SignInFrame>
      {(await hasEndedSession()) ? (
        <Callout title="Your session has ended">
          It was idle for too long, ran out, or was ended elsewhere. Sign in to go on where you were.
        </Callout>
      ) : null}
      {demo.length > 0 ? (
        <>
          <DemoSignIns action={signInDemoAction} next={next} people={demo.map(demoPerson)} />
          <div className="flex items-center gap-3 text-ink-faint text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or with a password
          </div>
        </>
      ) : null}
      <SignInForm action={signInAction} next={next} autoFocus={demo.length === 0} />
    </SignInFrame>
  );
}
