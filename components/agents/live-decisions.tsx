"use client";

import { useQuery } from "@tanstack/react-query";
import { Radio } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { agentQueries } from "@/lib/client/agent-queries";
import { DecisionLine } from "./decision-line";
import type { PolicyNames } from "./policy-names";
import { StepMark, withMark } from "./step-mark";

interface LiveDecisionsProps {
  agentId: string;
  policyNames: PolicyNames;
  isOff: boolean;
  /** Something can sign the agent in: a key that works, or a token. */
  hasCredential: boolean;
  /** A request of this agent to be explained; null where the reader may not. */
  tryItHref: string | null;
}

const WAITING_MS = 2_000;
const SEEN_MS = 5_000;

/** The agent's decisions while they are made: the end of setting it up is seeing the first of them. */
export function LiveDecisions(props: LiveDecisionsProps) {
  const { agentId, policyNames, isOff, hasCredential, tryItHref } = props;
  const t = useTranslations("agents.live");
  const list = useQuery({
    ...agentQueries.liveDecisions(agentId),
    refetchInterval: ({ state }) => (state.data?.items.length ? SEEN_MS : WAITING_MS),
  });
  const events = list.data?.items ?? [];
  const [isNew] = useState(events.length === 0);
  const latest = events[0];
  const title = latest ? (isNew ? "seen" : "decisions") : "title";
  const mark = isNew ? (
    <StepMark step={3} state={latest ? "done" : hasCredential ? "next" : "later"} />
  ) : null;
  return (
    <Card aria-labelledby="live">
      <CardHeader id="live" title={withMark(mark, t(title))} actions={<Pulse />} />
      {list.isError ? (
        <Callout tone="caution" appearance="bar" live>
          {t("lost")}
        </Callout>
      ) : null}
      {isOff ? (
        <Callout tone="negative" appearance="bar">
          {t("off")}
        </Callout>
      ) : null}
      <div role="status" className="sr-only">
        {latest && isNew ? t("seen") : ""}
      </div>
      {latest ? (
        <>
          <ul className="divide-y divide-line">
            {events.map((event) => (
              <DecisionLine key={event.seq} event={event} policyNames={policyNames} />
            ))}
          </ul>
          {isNew && latest.effect === "deny" ? (
            <p className="border-line border-t px-4 py-3 text-ink-muted text-sm">{t("denied")}</p>
          ) : null}
        </>
      ) : (
        <EmptyState
          size="inline"
          icon={<Radio />}
          title={t("waiting")}
          description={t(hasCredential ? "waitingText" : "needsKey")}
        />
      )}
      {tryItHref ? (
        <p className="border-line border-t px-4 py-3 text-ink-muted text-sm">
          {t("tryItText")} <TextLink href={tryItHref}>{t("tryIt")}</TextLink>
        </p>
      ) : null}
    </Card>
  );
}

/** Shows that the list follows by itself; still where the reader wants little motion. */
function Pulse() {
  return (
    <span aria-hidden className="relative mt-1.5 flex size-2.5">
      <span className="absolute inline-flex size-full rounded-full bg-positive opacity-60 motion-safe:animate-ping" />
      <span className="relative inline-flex size-2.5 rounded-full bg-positive" />
    </span>
  );
}
