"use client";

import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import type { CreatedKey } from "@/lib/contracts/agents";
import { environmentSnippet, type SnippetFacts } from "./connect-snippets";

interface ShownKeyProps {
  created: CreatedKey;
  facts: SnippetFacts;
  /** Somebody pressed close: it asks whether the key is stored. */
  isLeaving: boolean;
  onStay: () => void;
  onDone: () => void;
}

/** The key itself, and the settings to paste with it filled in. It is held by the page only while this stands. */
export function ShownKey({ created, facts, isLeaving, onStay, onDone }: ShownKeyProps) {
  const t = useTranslations("agents.createKey.shown");
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="caution" live title={t("once")}>
        {t("onceText")}
      </Callout>
      <div className="flex flex-col gap-1.5">
        <span id="new-key" className="font-medium text-sm">
          {created.name}
        </span>
        <output
          aria-labelledby="new-key"
          className="select-all break-all rounded-md border border-line-strong bg-sunken px-3 py-2 font-mono text-sm"
        >
          {created.secret}
        </output>
      </div>
      <CodeBlock
        title={t("settings")}
        label={t("settingsLabel")}
        code={environmentSnippet(facts, created.secret)}
      />
      {isLeaving ? (
        <Callout
          tone="negative"
          live
          title={t("leaving")}
          actions={
            <Button size="sm" onClick={onStay}>
              {t("stay")}
            </Button>
          }
        >
          {t("leavingText")}
        </Callout>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={created.secret} label={t("copy")} size="md">
          {t("copy")}
        </CopyButton>
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
