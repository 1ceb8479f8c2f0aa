"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { type FaultWords, useFaultWords } from "@/components/messages/fault-words";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorWords } from "@/components/ui/error-words";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { tokenIssuerOperations } from "@/lib/client/operations";
import type { TokenIssuer } from "@/lib/contracts/token-issuers";
import {
  EMPTY_ISSUER,
  type IssuerDraft,
  type IssuerFaults,
  type IssuerField,
  readIssuer,
} from "./issuer-draft";
import { IssuerFields } from "./issuer-fields";
import { useToldChange } from "./use-told-change";

interface IssuerFormProps {
  /** What its tokens have to name in `aud`. */
  audience: string;
  onTrusted: (issuer: TokenIssuer) => void;
  onCancel: () => void;
  /** Whether something is entered that is not sent. */
  onChanged: (isChanged: boolean) => void;
}

/** Asks for an issuer and trusts it. */
export function IssuerForm({ audience, onTrusted, onCancel, onChanged }: IssuerFormProps) {
  const t = useTranslations("agents.issuers.form");
  const errorWords = useErrorWords();
  const faultWords = useFaultWords();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<IssuerDraft>(EMPTY_ISSUER);
  const [faults, setFaults] = useState<IssuerFaults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  useToldChange(!isBusy && JSON.stringify(draft) !== JSON.stringify(EMPTY_ISSUER), onChanged);

  // What is wrong may have been scrolled out of the dialog.
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      form.current?.querySelector<HTMLElement>("input[data-invalid], textarea[data-invalid]")?.focus();
  }, [faults]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    // It may stand in a dialog that stands in another form.
    event.stopPropagation();
    const read = readIssuer(draft, t);
    setFailure(null);
    setFaults(read.kind === "faults" ? read.faults : {});
    if (read.kind === "faults" || isBusy) return;
    setIsBusy(true);
    try {
      onTrusted(await call(tokenIssuerOperations.create, { body: read.issuer }));
    } catch (error) {
      setIsBusy(false);
      if (!(error instanceof ApiError)) throw error;
      const told = faultsOf(error, faultWords);
      setFaults(told);
      if (Object.keys(told).length === 0) setFailure(errorWords(error));
    }
  }

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {failure ? (
        <Callout tone="negative" live title={t("failed")}>
          {failure}
        </Callout>
      ) : null}
      <IssuerFields
        draft={draft}
        faults={faults}
        audience={audience}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
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

const FIELDS: readonly IssuerField[] = ["name", "issuer", "algorithms", "jwks_uri", "jwks"];

function faultsOf(error: ApiError, words: FaultWords): IssuerFaults {
  const faults: IssuerFaults = {};
  for (const fault of error.problem.errors ?? []) {
    const field = FIELDS.find((name) => fault.pointer.split("/")[1] === name);
    if (field) faults[field] ??= words(fault);
  }
  return faults;
}
