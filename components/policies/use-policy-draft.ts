"use client";

import { useEffect, useMemo, useReducer } from "react";
import { useLocale, useTranslations } from "#i18n";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { Fault } from "@/lib/contracts/faults";
import { localeOfTag } from "@/lib/i18n/locales";
import { describePolicy, type JsonObject } from "@/lib/policy";
import { type Draft, draftText, newDraft, reduceDraft } from "./document/draft-history";
import { useCheckedPolicy } from "./use-checked-policy";

export interface PolicyDraft {
  document: JsonObject;
  text: string;
  textFault: Draft["textFault"];
  faults: readonly Fault[];
  /** Whether a pattern is still to be judged; there is no sentence until then. */
  isChecking: boolean;
  sentence: string | null;
  touched: ReadonlySet<string>;
  canUndo: boolean;
  canRedo: boolean;
  edit: (document: JsonObject, place: string) => void;
  type: (text: string) => void;
  undo: () => void;
  redo: () => void;
  discardText: () => void;
  load: (document: JsonObject) => void;
}

/** A policy under edit with everything that follows from the document. */
export function usePolicyDraft(initial: JsonObject): PolicyDraft {
  const locale = useLocale();
  const [draft, dispatch] = useReducer(reduceDraft, initial, newDraft);
  const { policy, faults, isChecking } = useCheckedPolicy(draft.document);
  const actions = useMemo(
    () => ({
      edit: (document: JsonObject, place: string) =>
        dispatch({ type: "edit", document, place, at: Date.now() }),
      type: (text: string) => dispatch({ type: "type", text, at: Date.now() }),
      undo: () => dispatch({ type: "undo" }),
      redo: () => dispatch({ type: "redo" }),
      discardText: () => dispatch({ type: "discard-text", at: Date.now() }),
      load: (document: JsonObject) => dispatch({ type: "load", document }),
    }),
    [],
  );
  useUndoKeys(actions.undo, actions.redo);
  return {
    ...actions,
    document: draft.document,
    text: draftText(draft),
    textFault: draft.textFault,
    faults,
    isChecking,
    sentence: policy === null ? null : describePolicy(policy, localeOfTag(locale)),
    touched: draft.touched,
    canUndo: draft.past.length > 0,
    canRedo: draft.future.length > 0,
  };
}

/**
 * The shortcut registry knows no Shift in a chord, so the keys are heard here, before it; it lists them in keyboard help.
 * A dialog's own fields keep the browser's undo.
 */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const t = useTranslations("policies.editor.keys");
  useShortcuts([
    { keys: "mod+z", label: t("undo"), group: t("group"), run: undo },
    { keys: "mod+y", label: t("redo"), group: t("group"), run: redo },
  ]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const key = event.key.toLowerCase();
      if (!(event.metaKey || event.ctrlKey) || event.altKey || (key !== "z" && key !== "y")) return;
      if (event.target instanceof Element && event.target.closest("[data-base-ui-portal]")) return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    }
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [undo, redo]);
}
