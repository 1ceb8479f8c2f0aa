"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Power, PowerOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { agentQueries } from "@/lib/client/agent-queries";
import { call } from "@/lib/client/call";
import { agentOperations } from "@/lib/client/operations";
import type { Agent } from "@/lib/contracts/agents";
import { type AgentReach, consequencesOf } from "./kill-switch-words";

interface KillSwitchProps {
  agent: Pick<Agent, "id" | "name" | "status">;
  reach: AgentReach;
}

const QUICK_REASONS = ["unexpected", "misuse", "maintenance"] as const;

/** Stops an agent, or lets a stopped one go on. */
export function KillSwitch({ agent, reach }: KillSwitchProps) {
  const t = useTranslations("agents.killSwitch");
  const way = agent.status === "active" ? "off" : "on";
  const router = useRouter();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");

  async function press() {
    const input = { params: { id: agent.id }, body: { reason: reason.trim() } };
    await (way === "off" ? call(agentOperations.disable, input) : call(agentOperations.enable, input));
    setReason("");
    await queries.invalidateQueries({ queryKey: agentQueries.all });
    toast.success(t(`${way}.done`, { name: agent.name }), { description: t(`${way}.doneText`) });
    router.refresh();
  }

  return (
    <ConfirmDialog
      tone={way === "off" ? "danger" : "primary"}
      trigger={
        <Button
          variant={way === "off" ? "danger-quiet" : "primary"}
          iconStart={way === "off" ? <PowerOff aria-hidden /> : <Power aria-hidden />}
        >
          {t(`${way}.press`)}
        </Button>
      }
      title={t(`${way}.title`, { name: agent.name })}
      description={
        <ul className="flex list-disc flex-col gap-1 pl-4">
          {consequencesOf(way, reach, t).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
      confirmLabel={t(`${way}.confirm`)}
      onConfirm={press}
    >
      <Field label={t("reason")} optional hint={t(`${way}.hint`)}>
        <Textarea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {way === "off" ? (
        <div className="flex flex-wrap gap-1.5">
          {QUICK_REASONS.map((name) => {
            const text = t(`quick.${name}`);
            return (
              <Button
                key={name}
                size="sm"
                className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
                aria-pressed={reason === text}
                onClick={() => setReason(text)}
              >
                {text}
              </Button>
            );
          })}
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
