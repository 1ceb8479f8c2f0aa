"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "./button";
import { Callout } from "./callout";
import { cn } from "./cn";
import { useErrorWords } from "./error-words";
import { backdropStyles, dialogPopupStyles } from "./overlay-styles";
import { useAsLeft } from "./use-as-left";

interface ConfirmDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement<Record<string, unknown>>;
  title: ReactNode;
  /** What will happen, to what, and whether it can be taken back. */
  description: ReactNode;
  /** Repeats the verb of the title: "Disable agent", never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "primary" | "danger" | "urgent";
  /** Holds the confirming button back until the form within is complete. */
  confirmDisabled?: boolean;
  /** The dialog closes when this resolves; when it throws, it stays and shows the message. */
  onConfirm: () => Promise<void> | void;
  children?: ReactNode;
}

/** Asks before something that matters. It cannot be dismissed by a press beside it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("ui");
  const errorWords = useErrorWords();
  const [ownOpen, setOwnOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const open = props.open ?? ownOpen;
  const question = useAsLeft(open && !busy, props);
  const { title, description, confirmLabel, cancelLabel, tone = "primary", children } = question;

  function change(next: boolean) {
    if (busy) return;
    setFailure(null);
    setOwnOpen(next);
    props.onOpenChange?.(next);
  }

  async function confirm() {
    setBusy(true);
    setFailure(null);
    try {
      await props.onConfirm();
      setOwnOpen(false);
      props.onOpenChange?.(false);
    } catch (error) {
      setFailure(errorWords(error) ?? t("confirm.failed"));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Base.Root open={open} onOpenChange={change}>
      {props.trigger ? <Base.Trigger render={props.trigger} /> : null}
      <Base.Portal>
        {/* Over another dialog too, which it would lie upon undivided otherwise. */}
        <Base.Backdrop forceRender className={backdropStyles} />
        <Base.Popup className={cn(dialogPopupStyles, "sm:max-w-md")}>
          <div className="scroll-thin flex min-h-0 flex-col gap-3 overflow-y-auto p-5">
            <Base.Title className="font-semibold text-lg text-ink">{title}</Base.Title>
            <Base.Description className="text-ink-muted" render={<div />}>
              {description}
            </Base.Description>
            {children}
            {failure ? (
              <Callout live tone="negative">
                {failure}
              </Callout>
            ) : null}
          </div>
          <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
            <Base.Close render={<Button disabled={busy}>{cancelLabel ?? t("cancel")}</Button>} />
            <Button
              variant={tone}
              loading={busy}
              disabled={question.confirmDisabled ?? false}
              onClick={() => void confirm()}
            >
              {confirmLabel}
            </Button>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
