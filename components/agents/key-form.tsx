"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { useFaultWords } from "@/components/messages/fault-words";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogClose } from "@/components/ui/dialog";
import { useErrorWords } from "@/components/ui/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { keyOperations } from "@/lib/client/operations";
import type { CreatedKey } from "@/lib/contracts/agents";

const LIFETIMES = ["30", "90", "365", "never"] as const;
type Lifetime = (typeof LIFETIMES)[number];

const DAY_MS = 86_400_000;
const endOf = (lifetime: Lifetime) =>
  lifetime === "never" ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString();

interface KeyFormProps {
  agentId: string;
  onCreated: (key: CreatedKey) => Promise<void>;
}

export function KeyForm({ agentId, onCreated }: KeyFormProps) {
  const t = useTranslations("agents.createKey");
  const errorWords = useErrorWords();
  const faultWords = useFaultWords();
  const [name, setName] = useState("");
  const [lifetime, setLifetime] = useState<Lifetime>("90");
  const [error, setError] = useState<{ field: string | null; message: string } | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === "") return setError({ field: "name", message: t("nameMissing") });
    setIsBusy(true);
    setError(null);
    try {
      const body = { name: name.trim(), expires_at: endOf(lifetime) };
      await onCreated(await call(keyOperations.createForAgent, { params: { id: agentId }, body }));
    } catch (thrown) {
      setIsBusy(false);
      if (!(thrown instanceof ApiError)) throw thrown;
      const fault = thrown.faultAt("/name");
      const told = fault && faultWords(fault);
      setError({ field: told ? "name" : null, message: told ?? errorWords(thrown) ?? thrown.message });
    }
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {error && error.field === null ? (
        <Callout tone="negative" live title={t("failed")}>
          {error.message}
        </Callout>
      ) : null}
      <Field
        label={t("name")}
        hint={t("nameHint")}
        error={error?.field === "name" ? error.message : undefined}
      >
        <Input
          value={name}
          maxLength={200}
          placeholder={t("nameExample")}
          autoComplete="off"
          onValueChange={setName}
        />
      </Field>
      <Field label={t("expires")}>
        <Select
          options={LIFETIMES.map((value) => ({
            value,
            label: t(`lifetimes.${value}`),
            ...(value === "never" && { description: t("neverHint") }),
          }))}
          value={lifetime}
          onValueChange={setLifetime}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>{t("cancel")}</Button>} />
        <Button type="submit" variant="primary" loading={isBusy}>
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}
