import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/wordmark";
import { TextLink } from "@/components/ui/text-link";

/** One column, at reading distance from the middle, the same place on a phone and at a desk. */
export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col px-5 py-8 sm:py-16">
      <div className="mx-auto flex w-full max-w-[23rem] flex-1 flex-col justify-start gap-6 sm:justify-center">
        <Wordmark />
        <h1 className="font-semibold text-2xl text-ink">Sign in</h1>
        {children}
        <p className="text-ink-faint text-sm">
          No account or no password? The administrator of your organization can help.{" "}
          <TextLink href="/">What is Kynara?</TextLink>
        </p>
      </div>
    </main>
  );
}
