"use client";

import { useMutation } from "@tanstack/react-query";
import { Server } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { useErrorWords } from "@/components/ui/error-words";
import { call } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";
import type { VerifyResponse } from "@/lib/contracts/audit";
import type { Translator } from "@/lib/i18n/translator";
import type { BrokenReason } from "@/lib/ledger";

const titles = { holds: "positive", broken: "negative", unreadable: "unreadable" } as const;
const tones = { holds: "positive", broken: "negative", unreadable: "caution" } as const;

/** The same check where the log lies: quicker, and against every checkpoint that was ever copied out. */
export function VerifyServer() {
  const t = useTranslations("audit.verify.server");
  const verdict = useTranslations("audit.verdict");
  const errorWords = useErrorWords();
  const verify = useMutation({ mutationFn: () => call(auditOperations.verify, { body: {} }) });
  const result = verify.data;
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardBody className="flex flex-col gap-4">
        <div>
          <Button
            iconStart={<Server aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {verify.isPending ? t("running") : t("start")}
          </Button>
        </div>
        {verify.error ? (
          <Callout tone="caution" live title={verdict("titles.caution")}>
            {errorWords(verify.error)}
          </Callout>
        ) : null}
        {result ? (
          <Callout tone={tones[result.verdict]} live title={verdict(`titles.${titles[result.verdict]}`)}>
            {serverSentence(result, t, verdict)}
          </Callout>
        ) : null}
      </CardBody>
    </Card>
  );
}

/** The server's verdict in the reader's language; what cannot be read it tells in its own words. */
function serverSentence(
  { verdict, entries, first_broken_seq, reason, message }: VerifyResponse,
  t: Translator<"audit.verify.server">,
  words: Translator<"audit.verdict">,
): string {
  if (verdict === "holds") return t("holds", { count: entries });
  if (verdict === "unreadable" || reason === null || first_broken_seq === null) return message;
  return words("broken", { seq: first_broken_seq, reason: words(`reasons.${reason as BrokenReason}`) });
}
