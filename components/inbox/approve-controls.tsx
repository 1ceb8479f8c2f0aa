"use client";

import { Check, OctagonX } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { HoldButton } from "@/components/ui/hold-button";
import { NoteField } from "@/components/ui/note-field";
import { ShortcutKeys } from "@/components/ui/shortcut-keys";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { Approval } from "@/lib/contracts/approvals";
import { useInbox } from "./inbox-context";
import { requestTitle } from "./request-words";

/** Approve by holding (or Enter twice), deny by a press that asks for the reason. */
export function ApproveControls({ approval, onDeny }: { approval: Approval; onDeny: () => void }) {
  const { votes } = useInbox();
  const t = useTranslations("inbox.decide");
  const keys = useTranslations("inbox.keys");
  const words = useTranslations("inbox.words");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const asksReason = approval.require_reason === "always";

  function approve() {
    if (asksReason && reason.trim() === "") {
      setError(t("reasonMissing"));
      box.current?.querySelector("textarea")?.focus();
      return;
    }
    votes.approve(approval.id, requestTitle(approval, words), reason.trim());
  }

  useShortcuts([
    {
      keys: "a",
      label: keys("approve"),
      group: keys("request"),
      run: () => box.current?.querySelector<HTMLElement>("[data-phase]")?.focus(),
    },
    { keys: "d", label: keys("deny"), group: keys("request"), run: onDeny },
  ]);

  return (
    <div ref={box} className="flex flex-col gap-2.5">
      {asksReason ? (
        <NoteField
          label={t("reason")}
          error={error}
          maxLength={2000}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            setError(null);
          }}
        />
      ) : null}
      <div className="flex items-center gap-3">
        <Button
          variant="danger-quiet"
          className="h-12 flex-1 text-lg"
          iconStart={<OctagonX aria-hidden />}
          onClick={onDeny}
        >
          {t("deny")}
        </Button>
        <HoldButton
          label={t("approve")}
          icon={<Check aria-hidden />}
          variant="positive"
          onConfirm={approve}
          aria-describedby={`${approval.id}-how`}
          className="h-12 flex-2 text-lg"
        />
      </div>
      <p id={`${approval.id}-how`} className="text-ink-faint text-sm">
        <span className="pointer-fine:hidden">{t("howTouch")}</span>
        <span className="hidden pointer-fine:inline">
          {t.rich("howKeys", {
            a: () => <ShortcutKeys keys="a" />,
            d: () => <ShortcutKeys keys="d" />,
            enter: () => <ShortcutKeys keys="Enter" />,
          })}
        </span>
      </p>
    </div>
  );
}
