"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { toast } from "./toast";

interface CopyButtonProps {
  /** What goes to the clipboard. */
  text: string;
  /** What it copies, for screen readers and the tooltip: "Copy request id". */
  label?: string;
  size?: "sm" | "md";
  /** Present: a labelled button instead of an icon. */
  children?: ReactNode;
  className?: string | undefined;
}

/** Without the clipboard permission (or outside a secure origin) it says so instead of pretending. */
export function CopyButton({ text, label, size = "sm", children, className }: CopyButtonProps) {
  const t = useTranslations("ui.copy");
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error(t("refused"), {
        description: t("byHand"),
      });
    }
  }

  const icon = copied ? <Check aria-hidden className="text-positive-ink" /> : <Copy aria-hidden />;
  const announcement = (
    <span role="status" className="sr-only">
      {copied ? t("done") : ""}
    </span>
  );
  if (children !== undefined) {
    return (
      <>
        <Button size={size} iconStart={icon} onClick={() => void copy()} className={className}>
          {children}
        </Button>
        {announcement}
      </>
    );
  }
  return (
    <>
      <IconButton
        label={copied ? t("done") : (label ?? t("label"))}
        size={size}
        onClick={() => void copy()}
        className={className}
      >
        {icon}
      </IconButton>
      {announcement}
    </>
  );
}
