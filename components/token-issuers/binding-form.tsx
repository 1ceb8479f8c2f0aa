"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { AttributeEditor } from "@/components/agents/attribute-editor";
import { type AttributeRow, readRows } from "@/components/agents/attribute-rows";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorWords } from "@/components/ui/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ApiError } from "@/lib/client/api-error";
import type { Agent } from "@/lib/contracts/agents";
import type { CreateTokenBinding, TokenIssuer } from "@/lib/contracts/token-issuers";
import { useBindings } from "./use-bindings";
import { useToldChange } from "./use-told-change";

interface BindingFormProps {
  agent: Pick<Agent, "id" | "name">;
  issuers: readonly TokenIssuer[];
  /** Chosen at first; the oldest when null. */
  firstIssuerId: string | null;
  onAnother: () => void;
  onDone: () => void;
  onCancel: () => void;
  /** Whether something is entered that is not sent. */
  onChanged: (isChanged: boolean) => void;
}

const CLAIM_KINDS = ["text", "number", "boolean"] as const;
const ANOTHER = "another";
const SUBJECT_EXAMPLE = "system:serviceaccount:agents:ward-scribe";

/** Which subject of which issuer is the agent, and what else its tokens have to say. */
export function BindingForm(props: BindingFormProps) {
  const { agent, issuers, firstIssuerId, onAnother, onDone, onCancel, onChanged } = props;
  const t = useTranslations("agents.bindings.add");
  const attributes = useTranslations("agents.attributes");
  const errorWords = useErrorWords();
  const { add } = useBindings();
  const [issuerId, setIssuerId] = useState(firstIssuerId ?? issuers[0]?.id ?? "");
  const [subject, setSubject] = useState("");
  const [claims, setClaims] = useState<AttributeRow[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [claimFaults, setClaimFaults] = useState<ReadonlyMap<number, string>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  useToldChange(!isBusy && (subject.trim() !== "" || claims.length > 0), onChanged);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const read = readRows(claims, attributes);
    setFault(subject.trim() === "" ? t("subjectMissing") : null);
    setClaimFaults(read.kind === "faults" ? read.faults : new Map());
    setFailure(null);
    if (subject.trim() === "" || read.kind === "faults" || isBusy) return;
    setIsBusy(true);
    try {
      await add(agent.name, {
        issuer_id: issuerId,
        subject: subject.trim(),
        claims: read.attrs as CreateTokenBinding["claims"],
        agent_id: agent.id,
      });
      onDone();
    } catch (error) {
      setIsBusy(false);
      if (!(error instanceof ApiError)) throw error;
      setFailure(errorWords(error));
    }
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {failure ? (
        <Callout tone="negative" live title={t("failed")}>
          {failure}
        </Callout>
      ) : null}
      <Field label={t("issuer")}>
        <Select
          value={issuerId}
          onValueChange={(value) => (value === ANOTHER ? onAnother() : setIssuerId(value))}
          options={[
            ...issuers.map(({ id, name, issuer }) => ({ value: id, label: name, description: issuer })),
            { value: ANOTHER, label: t("another") },
          ]}
        />
      </Field>
      <Field label={t("subject")} hint={t("subjectHint")} error={fault}>
        <Input
          mono
          value={subject}
          maxLength={500}
          placeholder={SUBJECT_EXAMPLE}
          autoComplete="off"
          autoCapitalize="off"
          onValueChange={setSubject}
        />
      </Field>
      <AttributeEditor
        rows={claims}
        onChange={setClaims}
        faults={claimFaults}
        error={undefined}
        legend={t("claims")}
        hint={t("claimsHint")}
        example="azp"
        addLabel={t("addClaim")}
        kinds={CLAIM_KINDS}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <Button type="submit" variant="primary" loading={isBusy}>
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}
