"use client";

import { useState } from "react";
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

const LANGUAGES = {
  python: { label: "Python", file: "agent.py", snippet: pythonSnippet },
  typescript: { label: "TypeScript", file: "agent.ts", snippet: typescriptSnippet },
  curl: { label: "cURL", file: "One request by hand", snippet: curlSnippet },
};
type Language = keyof typeof LANGUAGES;

/** What to paste into the agent, with its own id and this server's address filled in. */
export function AgentConnect({ facts }: { facts: SnippetFacts }) {
  const [language, setLanguage] = useState<Language>("python");
  const { file, snippet } = LANGUAGES[language];
  return (
    <Card aria-labelledby="connect">
      <CardHeader
        id="connect"
        title="Put it in front of a function"
        description="The function then runs only when the answer is allow; where a person has to decide, it waits for them."
        actions={
          <SegmentedControl
            size="sm"
            aria-label="Language"
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
        <CodeBlock
          title="Settings of the agent"
          label="Environment variables"
          code={environmentSnippet(facts)}
        />
        <CodeBlock title={file} label={`${LANGUAGES[language].label} example`} code={snippet(facts)} />
      </CardBody>
    </Card>
  );
}
