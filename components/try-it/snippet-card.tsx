"use client";

import { useSyncExternalStore } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Tabs } from "@/components/ui/tabs";
import type { Json } from "@/lib/contracts/common";
import { requestSnippet, SNIPPET_LANGUAGES } from "./request-snippets";

const never = () => () => undefined;

/** The same request as a program makes it. */
export function SnippetCard({ document }: { document: { readonly [name: string]: Json } }) {
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => "",
  );
  return (
    <Card>
      <CardHeader
        title="Make this request for real"
        description="From a program it is recorded, and asks people where a policy says so."
      />
      <CardBody className="pt-2">
        <Tabs
          aria-label="Language"
          items={SNIPPET_LANGUAGES.map(({ value, label }) => ({
            value,
            label,
            panel: <CodeBlock code={requestSnippet(value, document, origin)} label={`Request in ${label}`} />,
          }))}
        />
      </CardBody>
    </Card>
  );
}
