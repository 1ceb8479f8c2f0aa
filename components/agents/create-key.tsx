"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { keyQueries } from "@/lib/client/key-queries";
import type { Agent, CreatedKey } from "@/lib/contracts/agents";
import { keyEndpoints } from "@/lib/contracts/endpoints/keys";

interface CreateKeyProps {
  agent: Pick<Agent, "id" | "name">;
  isFirst: boolean;
}

const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: "Never", description: "Revoke it when it is not needed any more." },
] as const;
type Lifetime = (typeof LIFETIMES)[number]["value"];

const DAY_MS = 86_400_000;
const endOf = (lifetime: Lifetime) =>
  lifetime === "never" ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString();

/** Asks for a name and an end, then shows the key: this once. */
export function CreateKey({ agent, isFirst }: CreateKeyProps) {
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
          Create key
        </Button>
      }
      title={created ? "Copy the key now" : `New key for ${agent.name}`}
      description={
        created ? undefined : "With it the agent can ask for decisions about itself, and nothing else."
      }
    >
      {created ? (
        <ShownKey
          created={created}
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

function KeyForm({ agentId, onCreated }: { agentId: string; onCreated: (key: CreatedKey) => Promise<void> }) {
  const [name, setName] = useState("");
  const [lifetime, setLifetime] = useState<Lifetime>("90");
  const [error, setError] = useState<{ field: string | null; message: string } | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === "")
      return setError({ field: "name", message: "Name it after what uses it, such as Production." });
    setIsBusy(true);
    setError(null);
    try {
      const body = { name: name.trim(), expires_at: endOf(lifetime) };
      await onCreated(await call(keyEndpoints.createForAgent, { params: { id: agentId }, body }));
    } catch (thrown) {
      setIsBusy(false);
      if (!(thrown instanceof ApiError)) throw thrown;
      setError({ field: thrown.messageAt("/name") ? "name" : null, message: thrown.message });
    }
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {error && error.field === null ? (
        <Callout tone="negative" live title="No key was created">
          {error.message}
        </Callout>
      ) : null}
      <Field
        label="Name"
        hint="Where it is used."
        error={error?.field === "name" ? error.message : undefined}
      >
        <Input
          value={name}
          maxLength={200}
          placeholder="Production"
          autoComplete="off"
          onValueChange={setName}
        />
      </Field>
      <Field label="Expires after">
        <Select options={LIFETIMES} value={lifetime} onValueChange={setLifetime} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" loading={isBusy}>
          Create key
        </Button>
      </div>
    </form>
  );
}

interface ShownKeyProps {
  created: CreatedKey;
  /** Somebody pressed close: it asks whether the key is stored. */
  isLeaving: boolean;
  onStay: () => void;
  onDone: () => void;
}

function ShownKey({ created, isLeaving, onStay, onDone }: ShownKeyProps) {
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="caution" live title="This is the only time it is shown">
        Only its fingerprint is kept. Put it where your agent reads its secrets; if it is lost, create another
        and revoke this one.
      </Callout>
      <div className="flex flex-col gap-1.5">
        <span id="new-key" className="font-medium text-sm">
          {created.name}
        </span>
        <output
          aria-labelledby="new-key"
          className="select-all break-all rounded-md border border-line-strong bg-sunken px-3 py-2 font-mono text-sm"
        >
          {created.secret}
        </output>
      </div>
      {isLeaving ? (
        <Callout
          tone="negative"
          live
          title="Close without the key?"
          actions={
            <Button size="sm" onClick={onStay}>
              Keep it open
            </Button>
          }
        >
          If it is not stored, nobody can use it; “I have stored it” closes.
        </Callout>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={created.secret} label="Copy key" size="md">
          Copy key
        </CopyButton>
        <Button variant="primary" onClick={onDone}>
          I have stored it
        </Button>
      </div>
    </div>
  );
}
