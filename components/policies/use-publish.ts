"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { useErrorWords } from "@/components/ui/error-words";
import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { policyOperations } from "@/lib/client/operations";
import { policyQueries } from "@/lib/client/policy-queries";
import type { BodyInputOf } from "@/lib/contracts/endpoint";
import type { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import type { Fault } from "@/lib/contracts/faults";
import type { PolicyView } from "@/lib/contracts/policies";
import type { JsonObject } from "@/lib/policy";
import { formatJson } from "./document/format-json";
import { storedSentence } from "./stored-sentence";
import type { PolicyDraft } from "./use-policy-draft";
import { usePolicyLanguage } from "./use-policy-language";

type Body = BodyInputOf<typeof policyEndpoints.create>;

/** Publishing a draft: what is in force, whether it differs, what the server refused. */
export function usePublish(policy: PolicyView | null, draft: PolicyDraft) {
  const t = useTranslations("policies.publish");
  const language = usePolicyLanguage();
  const errorWords = useErrorWords();
  const router = useRouter();
  const queries = useQueryClient();
  const [start] = useState(draft.document);
  const [base, setBase] = useState(policy);
  const [conflict, setConflict] = useState(false);
  const [refused, setRefused] = useState<{ document: JsonObject; faults: readonly Fault[] } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [lastNote, setLastNote] = useState("");
  const [published, setPublished] = useState<JsonObject | null>(null);
  const inForce = base === null ? null : (base.document as JsonObject);
  const same = formatJson(draft.document) === formatJson(inForce ?? start);
  const changed = (!same || draft.textFault !== null) && published !== draft.document;

  async function publish(note: string, over?: number): Promise<void> {
    setFailure(null);
    setLastNote(note);
    try {
      await send(note, over);
    } catch (error) {
      refuse(error);
    }
  }

  async function send(note: string, over: number | undefined): Promise<void> {
    const body = draft.document as Body;
    if (base === null) {
      const made = await call(policyOperations.create, { query: { note }, body });
      setPublished(draft.document);
      finish(made, t("done"));
      router.replace(`/policies/${made.id}`);
      return;
    }
    const made = await call(policyOperations.update, {
      params: { id: base.id },
      query: { note },
      body,
      headers: { "if-match": `"${over ?? base.version}"` },
    });
    setConflict(false);
    setBase(made);
    draft.load(made.document as JsonObject);
    finish(made, t("doneVersion", { version: made.version }));
    router.refresh();
  }

  function finish(made: PolicyView, title: string) {
    void queries.invalidateQueries({ queryKey: policyQueries.all });
    toast.success(title, { description: storedSentence(made, language) });
  }

  /** A conflict and faults are shown where they can be solved; anything else stays in the dialog that asked. */
  function refuse(error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === "conflict" && base !== null) {
      setConflict(true);
    } else if (error.code === "invalid" && error.problem.errors) {
      setRefused({ document: draft.document, faults: error.problem.errors });
      setFailure(errorWords(error));
    } else {
      throw error;
    }
  }

  /** Publishes over what somebody else has published meanwhile, once the person has seen it. */
  async function overwrite(newest: PolicyView): Promise<void> {
    try {
      await publish(lastNote, newest.version);
    } catch (error) {
      setFailure(errorWords(error) ?? t("failed"));
    }
  }

  return {
    publish,
    overwrite,
    changed,
    conflict,
    inForce,
    version: base?.version ?? 0,
    faults: refused?.document === draft.document ? refused.faults : [],
    failure: refused !== null && refused.document !== draft.document ? null : failure,
    takeNewest: (newest: PolicyView) => {
      setBase(newest);
      setConflict(false);
      draft.load(newest.document as JsonObject);
    },
  };
}
