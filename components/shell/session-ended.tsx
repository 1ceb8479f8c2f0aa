"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { backdropStyles, dialogPopupStyles } from "@/components/ui/overlay-styles";
import type { SignInAnswer } from "@/lib/client/sign-in";
import { SignInAgain } from "./sign-in-again";

interface SessionEndedProps {
  open: boolean;
  email: string;
  onSignIn: (email: string, password: string) => Promise<SignInAnswer>;
}

/** Lets somebody sign in again over the page as they left it. */
export function SessionEnded({ open, email, onSignIn }: SessionEndedProps) {
  const t = useTranslations("shell.session");
  return (
    <AlertDialog.Root open={open}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropStyles} />
        <AlertDialog.Popup className={cn(dialogPopupStyles, "sm:max-w-sm")}>
          <div className="scroll-thin flex min-h-0 flex-col gap-4 overflow-y-auto p-5">
            <AlertDialog.Title className="font-semibold text-lg text-ink">
              {t("ended.title")}
            </AlertDialog.Title>
            <AlertDialog.Description className="text-ink-muted">{t("ended.text")}</AlertDialog.Description>
            <SignInAgain email={email} onSignIn={onSignIn} />
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
