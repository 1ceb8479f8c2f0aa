"use client";

import { useTranslations } from "#i18n";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Tabs } from "@/components/ui/tabs";
import type { Json } from "@/lib/contracts/common";
import { requestSnippet, SNIPPET_LANGUAGES } from "./request-snippets";

interface SnippetCardProps {
  document: { readonly [name: string]: Json };
  baseUrl: string;
}

/** The same request as a program makes it. */
export function SnippetCard({ document, baseUrl }: SnippetCardProps) {
  const t = useTranslations("try-it.snippets");
  const facts = { baseUrl, keyFrom: t("keyFrom") };
  return (
    <Card>
      <CardHeader title={t("title")} description={t("text")} />
      <CardBody className="pt-2">
        <Tabs
          aria-label={t("language")}
          items={SNIPPET_LANGUAGES.map(({ value, label }) => ({
            value,
            label,
            panel: (
              <CodeBlock
                code={requestSnippet(value, document, facts)}
                label={t("label", { language: label })}
              />
            ),
          }))}
        />
      </CardBody>
    </Card>
  );
}
