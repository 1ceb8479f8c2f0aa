"use client";

import { useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { useNow } from "@/components/ui/use-now";
import { call } from "@/lib/client/call";
import { keyQueries } from "@/lib/client/key-queries";
import type { Agent, ApiKey } from "@/lib/contracts/agents";
import { keyEndpoints } from "@/lib/contracts/endpoints/keys";
import { CreateKey } from "./create-key";

interface AgentKeysProps {
  agent: Pick<Agent, "id" | "name">;
  keys: readonly ApiKey[];
  canWrite: boolean;
}

/** The keys with which the agent asks: working ones first. */
export function AgentKeys({ agent, keys, canWrite }: AgentKeysProps) {
  const sorted = [...keys].sort((one, other) => Number(isRevoked(one)) - Number(isRevoked(other)));
  return (
    <Card aria-labelledby="keys">
      <CardHeader
        id="keys"
        title="Keys"
        description="A key is the agent: whoever holds it asks in its name."
        actions={canWrite ? <CreateKey agent={agent} isFirst={keys.length === 0} /> : null}
      />
      {sorted.length === 0 ? (
        <EmptyState
          size="inline"
          icon={<KeyRound />}
          title="No key yet"
          description="Without a key it cannot ask, and so may do nothing."
        />
      ) : (
        <ul className="divide-y divide-line">
          {sorted.map((key) => (
            <KeyRow key={key.id} apiKey={key} agentName={agent.name} canWrite={canWrite} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const isRevoked = (key: ApiKey) => key.revoked_at !== null;

function KeyRow({ apiKey, agentName, canWrite }: { apiKey: ApiKey; agentName: string; canWrite: boolean }) {
  const now = useNow(60_000);
  const isExpired = apiKey.expires_at !== null && now !== null && Date.parse(apiKey.expires_at) <= now;
  const isDead = isRevoked(apiKey) || isExpired;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
      <span className="flex min-w-0 flex-col gap-0.5">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{apiKey.name}</span>
          {isRevoked(apiKey) ? (
            <Badge size="sm">Revoked</Badge>
          ) : isExpired ? (
            <Badge size="sm">Expired</Badge>
          ) : (
            <Badge size="sm" tone="positive" dot>
              Works
            </Badge>
          )}
        </span>
        <span className="text-ink-faint text-sm">
          <code>{apiKey.display}</code> · created <Time at={apiKey.created_at} />
          {apiKey.revoked_at ? (
            <>
              {" · revoked "}
              <Time at={apiKey.revoked_at} />
            </>
          ) : apiKey.expires_at ? (
            <>
              {isExpired ? " · expired " : " · expires "}
              <Time at={apiKey.expires_at} />
            </>
          ) : (
            " · does not expire"
          )}
        </span>
      </span>
      {canWrite && !isDead ? <RevokeKey apiKey={apiKey} agentName={agentName} /> : null}
    </li>
  );
}

function RevokeKey({ apiKey, agentName }: { apiKey: ApiKey; agentName: string }) {
  const router = useRouter();
  const queries = useQueryClient();
  async function revoke() {
    await call(keyEndpoints.revoke, { params: { id: apiKey.id } });
    await queries.invalidateQueries({ queryKey: keyQueries.all });
    toast.success(`The key ${apiKey.name} is revoked`, { description: "It gets no answer any more." });
    router.refresh();
  }
  return (
    <ConfirmDialog
      tone="danger"
      trigger={
        <Button size="sm" variant="danger-quiet" aria-label={`Revoke key ${apiKey.name}`}>
          Revoke
        </Button>
      }
      title={`Revoke the key ${apiKey.name}?`}
      description={`Whatever uses it for ${agentName} gets 401 from its next call on. This cannot be taken back; a new key can be created at any time.`}
      confirmLabel="Revoke key"
      onConfirm={revoke}
    />
  );
}
