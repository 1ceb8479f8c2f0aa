"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { keyQueries } from "@/lib/client/key-queries";
import type { Agent, CreatedKey } from "@/lib/contracts/agents";
import type { SnippetFacts } from "./connect-snippets";
import { KeyForm } from "./key-form";
import { ShownKey } from "./shown-key";

interface CreateKeyProps {
  agent: Pick<Agent, "id" | "name">;
  facts: SnippetFacts;
  isFirst: boolean;
}

/** Asks for a name and an end, then shows the key: this once. */
export function CreateKey({ agent, facts, isFirst }: CreateKeyProps) {
  const t = useTranslations("agents.createKey");
  const [isOpen, setIsOpen] = useState(false);
  const [created, setCreated] = useState<CreatedKey | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const router = useRouter();
  const queries = useQueryClient();

  function change(open: boolean) {
    // Escape or a press beside the dialog must not take away a key that cannot be shown again: it asks first.
    if (!open && created) setIsLeaving(true);
    else setIsOpen(open);
  }
  async function show(key: CreatedKey) {
    setCreated(key);
    await queries.invalidateQueries({ queryKey: keyQueries.all });
  }
  function finish() {
    setIsOpen(false);
    setCreated(null);
    setIsLeaving(false);
    router.refresh();
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button size="sm" variant={isFirst ? "primary" : "secondary"} iconStart={<Plus aria-hidden />}>
          {t("press")}
        </Button>
      }
      title={created ? t("shown.title") : t("title", { name: agent.name })}
      description={created ? undefined : t("text")}
    >
      {created ? (
        <ShownKey
          created={created}
          facts={facts}
          isLeaving={isLeaving}
          onStay={() => setIsLeaving(false)}
          onDone={finish}
        />
      ) : (
        <KeyForm agentId={agent.id} onCreated={show} />
      )}
    </Dialog>
  );
}
