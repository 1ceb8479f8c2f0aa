"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Power, PowerOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { agentQueries } from "@/lib/client/agent-queries";
import { call } from "@/lib/client/call";
import type { Agent } from "@/lib/contracts/agents";
import { agentEndpoints } from "@/lib/contracts/endpoints/agents";

interface KillSwitchProps {
  agent: Pick<Agent, "id" | "name" | "status">;
  /** Requests of the agent that wait for a person: "3", "20 or more"; null where the reader may not see them. */
  pending: { count: number; hasMore: boolean } | null;
}

const QUICK_REASONS = ["Acts unexpectedly", "Suspected misuse", "Maintenance"];

/** Stops an agent, or lets a stopped one go on. */
export function KillSwitch({ agent, pending }: KillSwitchProps) {
  const isActive = agent.status === "active";
  const router = useRouter();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");

  async function press() {
    const endpoint = isActive ? agentEndpoints.disable : agentEndpoints.enable;
    await call(endpoint, { params: { id: agent.id }, body: { reason: reason.trim() } });
    setReason("");
    await queries.invalidateQueries({ queryKey: agentQueries.all });
    toast.success(isActive ? `${agent.name} is switched off` : `${agent.name} is active again`, {
      description: isActive ? "Its next call is denied." : "Roles and policies decide its next call.",
    });
    router.refresh();
  }

  return (
    <ConfirmDialog
      tone={isActive ? "danger" : "primary"}
      trigger={
        isActive ? (
          <Button variant="danger-quiet" iconStart={<PowerOff aria-hidden />}>
            Switch off
          </Button>
        ) : (
          <Button variant="primary" iconStart={<Power aria-hidden />}>
            Switch on
          </Button>
        )
      }
      title={isActive ? `Switch off ${agent.name}?` : `Switch ${agent.name} on again?`}
      description={isActive ? <WhatStops pending={pending} /> : <WhatGoesOn />}
      confirmLabel={isActive ? "Switch off now" : "Switch on"}
      onConfirm={press}
    >
      <Field
        label="Reason"
        optional
        hint={
          isActive
            ? "Shown on this page and kept sealed in the audit log. Do not let it hold you up."
            : "Kept sealed in the audit log."
        }
      >
        <Textarea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {isActive ? (
        <div className="flex flex-wrap gap-1.5">
          {QUICK_REASONS.map((text) => (
            <Button key={text} size="sm" aria-pressed={reason === text} onClick={() => setReason(text)}>
              {text}
            </Button>
          ))}
        </div>
      ) : null}
    </ConfirmDialog>
  );
}

function WhatStops({ pending }: Pick<KillSwitchProps, "pending">) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4">
      <li>Its very next call is denied, and every one after it, until it is switched on again.</li>
      <li>
        {pending?.count === 0
          ? "No request of it waits for a person."
          : `${waitingWords(pending)} open; even an approved one is denied while it is off.`}
      </li>
      <li>Its keys stay valid and are answered “denied”. What it has done already is not undone.</li>
    </ul>
  );
}

function waitingWords(pending: KillSwitchProps["pending"]): string {
  if (pending === null) return "Pending approvals stay";
  if (pending.count === 1 && !pending.hasMore) return "1 pending approval stays";
  return `${pending.count}${pending.hasMore ? " or more" : ""} pending approvals stay`;
}

function WhatGoesOn() {
  return <p>From its next call on, roles and policies decide again. Its keys and settings are unchanged.</p>;
}
