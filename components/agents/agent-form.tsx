"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { type FaultWords, useFaultWords } from "@/components/messages/fault-words";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { useErrorWords } from "@/components/ui/error-words";
import { type FormError, FormErrorSummary } from "@/components/ui/form-error-summary";
import { LinkButton } from "@/components/ui/link-button";
import { toast } from "@/components/ui/toast";
import { agentQueries } from "@/lib/client/agent-queries";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { agentOperations } from "@/lib/client/operations";
import type { Agent } from "@/lib/contracts/agents";
import { type AgentDraft, type AgentFields, draftOf, type FieldName, readDraft } from "./agent-draft";
import { AgentFormFields } from "./agent-form-fields";
import type { RoleChoice } from "./role-choice";
import { useAgentChange } from "./use-agent-change";
import { useFormGuard } from "./use-form-guard";

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

interface Faults {
  fields: Partial<Record<FieldName, string>>;
  rows: ReadonlyMap<number, string>;
  general: readonly string[];
}

const NO_FAULTS: Faults = { fields: {}, rows: new Map(), general: [] };

export function AgentForm({ agent, roles, people, ownerUserId }: AgentFormProps) {
  const t = useTranslations("agents.form");
  const attributes = useTranslations("agents.attributes");
  const errorWords = useErrorWords();
  const faultWords = useFaultWords();
  const router = useRouter();
  const queries = useQueryClient();
  const change = useAgentChange();
  const [start] = useState<AgentDraft>(() => draftOf(agent, ownerUserId ?? null));
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const [isBusy, setIsBusy] = useState(false);
  // What is under way is no longer lost by leaving.
  const { question } = useFormGuard(!isBusy && JSON.stringify(draft) !== JSON.stringify(start));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const read = readDraft(draft, { form: t, attributes });
    setFaults(read.kind === "faults" ? { ...NO_FAULTS, ...read } : NO_FAULTS);
    if (read.kind === "faults" || isBusy) return;
    setIsBusy(true);
    try {
      router.push(await saved(read.agent));
    } catch (error) {
      setIsBusy(false);
      if (!(error instanceof ApiError)) throw error;
      setFaults(faultsOf(error, faultWords, errorWords(error) ?? error.message));
    }
  }

  /** Where to go once it is stored. */
  async function saved(fields: AgentFields): Promise<string> {
    if (agent) {
      await change(agent, fields);
      return `/agents/${agent.id}`;
    }
    const made = await call(agentOperations.create, { body: fields });
    await queries.invalidateQueries({ queryKey: agentQueries.all });
    toast.success(t("registered", { name: made.name }), { description: t("registeredText") });
    return `/agents/${made.id}?view=connect`;
  }

  const summary: FormError[] = [
    ...Object.entries(faults.fields).map(([name, message]) => ({ controlId: `agent-${name}`, message })),
    ...[...faults.rows].map(([key, message]) => ({ controlId: `attribute-${key}`, message })),
    ...faults.general.map((message) => ({ message })),
  ];
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex max-w-3xl flex-col gap-4">
      <FormErrorSummary errors={summary} />
      <Card>
        <CardBody className="flex flex-col gap-6">
          <AgentFormFields
            draft={draft}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
            errors={faults.fields}
            rowErrors={faults.rows}
            roles={roles}
            people={people}
          />
        </CardBody>
        <CardFooter>
          <LinkButton href={agent ? `/agents/${agent.id}` : "/agents"}>{t("cancel")}</LinkButton>
          <Button type="submit" variant="primary" loading={isBusy}>
            {t(agent ? "save" : "create")}
          </Button>
        </CardFooter>
      </Card>
      {question}
    </form>
  );
}

/** The server's faults at the fields they are about; what belongs to none is said above. */
function faultsOf(error: ApiError, words: FaultWords, sentence: string): Faults {
  const fields: Faults["fields"] = {};
  const rest: string[] = [];
  for (const fault of error.problem.errors ?? []) {
    const field = POINTER_FIELDS.find((name) => fault.pointer.split("/")[1] === name);
    if (field) fields[field] ??= words(fault);
    else rest.push(words(fault));
  }
  const isSilent = Object.keys(fields).length === 0 && rest.length === 0;
  return { fields, rows: new Map(), general: isSilent ? [sentence] : rest };
}
