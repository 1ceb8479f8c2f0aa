"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { type FormError, FormErrorSummary } from "@/components/ui/form-error-summary";
import { LinkButton } from "@/components/ui/link-button";
import { toast } from "@/components/ui/toast";
import { agentQueries } from "@/lib/client/agent-queries";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import type { Agent } from "@/lib/contracts/agents";
import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { type AgentDraft, draftOf, type FieldName, readDraft } from "./agent-draft";
import { AgentFormFields } from "./agent-form-fields";
import type { RoleChoice } from "./role-choice";

interface AgentFormProps {
  /** Absent: a new agent is registered. */
  agent?: Agent;
  roles: readonly RoleChoice[];
  people: readonly { id: string; name: string; email: string }[];
  /** Present: who owns a new agent until another is chosen. */
  ownerUserId?: string;
}

const POINTER_FIELDS: readonly FieldName[] = [
  "name",
  "description",
  "mode",
  "owner_user_id",
  "roles",
  "attrs",
  "daily_action_budget",
];

export function AgentForm({ agent, roles, people, ownerUserId }: AgentFormProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<AgentDraft>(() => draftOf(agent, ownerUserId ?? null));
  const [errors, setErrors] = useState<Partial<Record<FieldName, string>>>({});
  const [rowErrors, setRowErrors] = useState<ReadonlyMap<number, string>>(new Map());
  const [general, setGeneral] = useState<string[]>([]);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const read = readDraft(draft);
    setGeneral([]);
    setErrors(read.kind === "faults" ? read.fields : {});
    setRowErrors(read.kind === "faults" ? read.rows : new Map());
    if (read.kind === "faults" || isBusy) return;
    setIsBusy(true);
    try {
      const saved = agent
        ? await call(agentEndpoints.update, { params: { id: agent.id }, body: read.agent })
        : await call(agentEndpoints.create, { body: read.agent });
      await queries.invalidateQueries({ queryKey: agentQueries.all });
      toast.success(agent ? `${saved.name} was changed` : `${saved.name} is registered`, {
        description: agent ? "Its next decision goes by this." : "It needs a key before it can ask.",
      });
      router.push(agent ? `/agents/${saved.id}` : `/agents/${saved.id}?view=connect`);
      router.refresh();
    } catch (error) {
      setIsBusy(false);
      show(error);
    }
  }

  function show(error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    const told: Partial<Record<FieldName, string>> = {};
    const rest: string[] = [];
    for (const fault of error.problem.errors ?? []) {
      const field = POINTER_FIELDS.find((name) => fault.pointer.split("/")[1] === name);
      if (field) told[field] ??= fault.message;
      else rest.push(fault.message);
    }
    setErrors(told);
    setGeneral(Object.keys(told).length === 0 && rest.length === 0 ? [error.message] : rest);
  }

  const summary: FormError[] = [
    ...Object.entries(errors).map(([name, message]) => ({ controlId: `agent-${name}`, message })),
    ...[...rowErrors].map(([key, message]) => ({ controlId: `attribute-${key}`, message })),
    ...general.map((message) => ({ message })),
  ];
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex max-w-3xl flex-col gap-4">
      <FormErrorSummary errors={summary} />
      <Card>
        <CardBody className="flex flex-col gap-6">
          <AgentFormFields
            draft={draft}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
            errors={errors}
            rowErrors={rowErrors}
            roles={roles}
            people={people}
          />
        </CardBody>
        <CardFooter>
          <LinkButton href={agent ? `/agents/${agent.id}` : "/agents"}>Cancel</LinkButton>
          <Button type="submit" variant="primary" loading={isBusy}>
            {agent ? "Save changes" : "Register agent"}
          </Button>
        </CardFooter>
      </Card>
    </form>
  );
}
