"use client";

import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import type { Agent, ApiKey } from "@/lib/contracts/agents";
import type { SnippetFacts } from "./connect-snippets";
import { CreateKey } from "./create-key";
import { keyState } from "./key-state";
import { RevokeKey } from "./revoke-key";
import { withMark } from "./step-mark";

interface AgentKeysProps {
  agent: Pick<Agent, "id" | "name">;
  keys: readonly ApiKey[];
  facts: SnippetFacts;
  canWrite: boolean;
  mark: ReactNode;
}

/** The keys with which the agent asks: working ones first. */
export function AgentKeys({ agent, keys, facts, canWrite, mark }: AgentKeysProps) {
  const t = useTranslations("agents.keys");
  const now = useNow(60_000);
  const isDead = (key: ApiKey) => keyState(key, now) !== "works";
  const sorted = [...keys].sort((one, other) => Number(isDead(one)) - Number(isDead(other)));
  const working = sorted.filter((key) => !isDead(key)).length;
  return (
    <Card aria-labelledby="keys">
      <CardHeader
        id="keys"
        title={withMark(mark, t("title"))}
        description={t("description")}
        actions={canWrite ? <CreateKey agent={agent} facts={facts} isFirst={working === 0} /> : null}
      />
      {sorted.length === 0 ? (
        <EmptyState
          size="inline"
          icon={<KeyRound />}
          title={t("empty.title")}
          description={t("empty.text")}
        />
      ) : (
        <ul className="divide-y divide-line">
          {sorted.map((key) => (
            <li
              key={key.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5"
            >
              <KeyFacts apiKey={key} now={now} />
              {canWrite && !isDead(key) ? (
                <RevokeKey apiKey={key} agentName={agent.name} isLast={working === 1} />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function KeyFacts({ apiKey, now }: { apiKey: ApiKey; now: number | null }) {
  const t = useTranslations("agents.keys");
  const state = keyState(apiKey, now);
  const end = apiKey.revoked_at ?? apiKey.expires_at;
  const times = {
    created: () => <Time key="created" at={apiKey.created_at} />,
    end: () => <Time key="end" at={end ?? apiKey.created_at} format="date" />,
  };
  const ends = state !== "works" ? state : end === null ? "endless" : "expires";
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{apiKey.name}</span>
        <Badge size="sm" tone={state === "works" ? "positive" : "neutral"} dot={state === "works"}>
          {t(`state.${state}`)}
        </Badge>
      </span>
      <span className="text-ink-faint text-sm">
        <code>{apiKey.display}</code> · {t.rich(ends, times)}
      </span>
    </span>
  );
}
