import { useRouter } from "next/navigation";
import { useTranslations } from "#i18n";
import { useErrorWords } from "@/components/ui/error-words";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { tokenIssuerOperations } from "@/lib/client/operations";
import type { CreateTokenBinding, TokenBinding } from "@/lib/contracts/token-issuers";

const UNDO_MS = 12_000;

/** Adds and removes sign-ins by token; either can be taken back for a while. */
export function useBindings() {
  const t = useTranslations("agents.bindings");
  const errorWords = useErrorWords();
  const router = useRouter();

  /** Runs what takes something back, and says how that went. */
  async function takeBack(work: () => Promise<unknown>, done: string, failed: string) {
    try {
      await work();
      toast.success(done);
      router.refresh();
    } catch (error) {
      toast.error(failed, { description: errorWords(error) });
    }
  }

  async function add(agentName: string, body: CreateTokenBinding): Promise<void> {
    const made = await call(tokenIssuerOperations.bind, { body });
    toast.success(t("add.done", { name: agentName }), {
      description: t("add.doneText", { subject: made.subject }),
      timeoutMs: UNDO_MS,
      action: {
        label: t("add.undo"),
        onPress: () =>
          void takeBack(
            () => call(tokenIssuerOperations.unbind, { params: { id: made.id } }),
            t("add.undone"),
            t("add.notUndone"),
          ),
      },
    });
    router.refresh();
  }

  async function remove({ id, issuer_id, subject, claims, agent_id }: TokenBinding): Promise<void> {
    await call(tokenIssuerOperations.unbind, { params: { id } });
    toast.success(t("remove.done"), {
      description: t("remove.doneText", { subject }),
      timeoutMs: UNDO_MS,
      action: {
        label: t("remove.undo"),
        onPress: () =>
          void takeBack(
            () => call(tokenIssuerOperations.bind, { body: { issuer_id, subject, claims, agent_id } }),
            t("remove.undone"),
            t("remove.notUndone"),
          ),
      },
    });
    router.refresh();
  }

  return { add, remove };
}
