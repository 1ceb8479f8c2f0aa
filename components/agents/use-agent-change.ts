import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "#i18n";
import { useErrorWords } from "@/components/ui/error-words";
import { toast } from "@/components/ui/toast";
import { agentQueries } from "@/lib/client/agent-queries";
import { call } from "@/lib/client/call";
import { agentOperations } from "@/lib/client/operations";
import type { Agent } from "@/lib/contracts/agents";
import { type AgentFields, changedFields, formerFields } from "./agent-draft";

const UNDO_MS = 12_000;

/**
 * Saves what was changed of an agent and offers to take it back. Taking back writes only what was changed here, and
 * nothing where somebody has changed the agent in the meantime.
 */
export function useAgentChange() {
  const t = useTranslations("agents.form");
  const errorWords = useErrorWords();
  const router = useRouter();
  const queries = useQueryClient();

  async function refresh() {
    router.refresh();
    await queries.invalidateQueries({ queryKey: agentQueries.all });
  }

  async function takeBack(before: Agent, saved: Agent, former: Partial<AgentFields>) {
    const params = { id: saved.id };
    try {
      const present = await call(agentOperations.get, { params });
      if (present.updated_at !== saved.updated_at) {
        toast.error(t("notUndone", { name: present.name }), { description: t("changedSince") });
        return;
      }
      await call(agentOperations.update, { params, body: former });
      toast.success(t("undone", { name: before.name }));
      await refresh();
    } catch (error) {
      toast.error(t("notUndone", { name: saved.name }), { description: errorWords(error) });
    }
  }

  return async (agent: Agent, fields: AgentFields): Promise<void> => {
    const changed = changedFields(agent, fields);
    if (Object.keys(changed).length === 0) {
      toast.info(t("unchanged"));
      return;
    }
    const saved = await call(agentOperations.update, { params: { id: agent.id }, body: changed });
    toast.success(t("changed", { name: saved.name }), {
      description: t("changedText"),
      timeoutMs: UNDO_MS,
      action: {
        label: t("undo"),
        onPress: () => void takeBack(agent, saved, formerFields(agent, changed)),
      },
    });
    await refresh();
  };
}
