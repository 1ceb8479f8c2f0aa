"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "#i18n";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { SegmentedControl } from "@/components/ui/segmented-control";
import {
  curlSnippet,
  environmentSnippet,
  pythonSnippet,
  type SnippetFacts,
  typescriptSnippet,
} from "./connect-snippets";
import { withMark } from "./step-mark";

const LANGUAGES = {
  python: { label: "Python", file: "agent.py", snippet: pythonSnippet },
  typescript: { label: "TypeScript", file: "agent.ts", snippet: typescriptSnippet },
  curl: { label: "cURL", file: null, snippet: curlSnippet },
};
type Language = keyof typeof LANGUAGES;

interface AgentConnectProps {
  facts: SnippetFacts;
  /** Present while the agent is set up: the number of this step. */
  mark: ReactNode;
}

/** What to paste into the agent, with its own id and this server's address filled in. */
export function AgentConnect({ facts, mark }: AgentConnectProps) {
  const t = useTranslations("agents.connect");
  const [language, setLanguage] = useState<Language>("python");
  const { label, file, snippet } = LANGUAGES[language];
  return (
    <Card aria-labelledby="connect">
      <CardHeader
        id="connect"
        title={withMark(mark, t("title"))}
        description={t("text")}
        actions={
          <SegmentedControl
            size="sm"
            aria-label={t("language")}
            value={language}
            onValueChange={setLanguage}
            segments={(Object.keys(LANGUAGES) as Language[]).map((value) => ({
              value,
              label: LANGUAGES[value].label,
            }))}
          />
        }
      />
      <CardBody className="flex flex-col gap-3">
        <CodeBlock title={t("settings")} label={t("settingsLabel")} code={environmentSnippet(facts)} />
        <CodeBlock
          title={file ?? t("byHand")}
          label={t("example", { language: label })}
          code={snippet(facts, { runsWhenAllowed: t("runsWhenAllowed") })}
        />
      </CardBody>
    </Card>
  );
}
