"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";

interface CodeBlockProps {
  code: string;
  /** Shown above: a file name or a language. */
  title?: ReactNode;
  /** Names the scroller for screen readers. */
  label?: string;
  lineNumbers?: boolean;
  wrap?: boolean;
  className?: string | undefined;
}

export function CodeBlock({ code, title, label, lineNumbers, wrap, className }: CodeBlockProps) {
  const t = useTranslations("ui.code");
  const lines = code.replace(/\n$/, "").split("\n");
  return (
    <figure
      className={cn("relative min-w-0 overflow-hidden rounded-lg border border-line bg-sunken", className)}
    >
      {title ? (
        <figcaption className="flex h-9 items-center justify-between border-line border-b pr-1 pl-3 text-ink-muted text-sm">
          {title}
          <CopyButton text={code} label={t("copy")} />
        </figcaption>
      ) : (
        <CopyButton text={code} label={t("copy")} className="absolute top-1 right-1 bg-sunken" />
      )}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by keyboard (axe scrollable-region-focusable).
        tabIndex={0}
        aria-label={label ?? t("label")}
        className="scroll-thin overflow-x-auto focus-visible:-outline-offset-2"
      >
        <pre
          className={cn(
            "min-w-max p-3 font-mono text-ink text-sm leading-5",
            !title && "pr-11",
            wrap && "min-w-0 whitespace-pre-wrap break-all",
          )}
        >
          {lineNumbers ? (
            lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
              <span key={index} className="grid grid-cols-[2.5ch_1fr] gap-4">
                <span aria-hidden className="num select-none text-right text-ink-faint">
                  {index + 1}
                </span>
                <code>{line === "" ? " " : line}</code>
              </span>
            ))
          ) : (
            <code>{lines.join("\n")}</code>
          )}
        </pre>
      </section>
    </figure>
  );
}
