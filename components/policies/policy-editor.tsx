"use client";

import { useQuery } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { vocabularyQuery } from "@/lib/client/vocabulary-query";
import type { PolicyView } from "@/lib/contracts/policies";
import type { JsonObject } from "@/lib/policy";
import { VocabularyContext, vocabularyOf } from "./builder/builder-context";
import { ConflictNotice } from "./conflict-notice";
import { FaultContext } from "./fault-context";
import type { RoleChoice } from "./form/form-fields";
import { PolicyForm } from "./form/policy-form";
import { JsonEditor } from "./json-editor";
import { PolicySentence } from "./policy-sentence";
import { PublishDialog } from "./publish-dialog";
import { SimulatorPanel } from "./simulator-panel";
import { useDelayed } from "./use-delayed";
import { usePolicyDraft } from "./use-policy-draft";
import { usePublish } from "./use-publish";

export interface EditorFacts {
  /** Null where this person may not see roles. */
  roles: readonly RoleChoice[] | null;
  maySimulate: boolean;
}

interface PolicyEditorProps {
  /** Null makes a new one. */
  policy: PolicyView | null;
  initial: JsonObject;
  facts: EditorFacts;
}

const REST_MS = 700;

type Pane = "form" | "json" | "try";

/** Form, visual builder, JSON and simulator over one draft. */
export function PolicyEditor({ policy, initial, facts }: PolicyEditorProps) {
  const t = useTranslations("policies.editor");
  const draft = usePolicyDraft(initial);
  const { data: seen } = useQuery(vocabularyQuery);
  const vocabulary = useMemo(() => vocabularyOf(seen), [seen]);
  const [asked, setAsked] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [pane, setPane] = useState<Pane>("form");
  const publishing = usePublish(policy, draft);
  const faults = draft.faults.length > 0 ? draft.faults : publishing.faults;
  const view = useMemo(
    () => ({
      faults,
      isShown: (pointer: string) => asked || draft.touched.has("") || draft.touched.has(pointer),
    }),
    [faults, asked, draft.touched],
  );
  const { question } = useLeaveGuard(publishing.changed, {
    title: t("leave.title"),
    description: t("leave.description"),
  });
  const broken = draft.textFault !== null;
  // Half a word is broken JSON too: the form beside it rests only once the typing does.
  const resting = useDelayed(broken, REST_MS) && broken;

  // On a narrow screen one view at a time; on a wide one the form stays and its neighbour is chosen.
  const beside = [
    { value: "json" as const, label: t("views.json") },
    ...(facts.maySimulate ? [{ value: "try" as const, label: t("views.try") }] : []),
  ];

  function askToPublish() {
    setAsked(true);
    if (broken) setPane("json");
    else if (draft.sentence !== null) setConfirming(true);
  }

  return (
    <VocabularyContext value={vocabulary}>
      <FaultContext value={view}>
        <div className="flex min-w-0 flex-col gap-4">
          {publishing.conflict && policy !== null ? (
            <ConflictNotice
              policyId={policy.id}
              version={publishing.version}
              document={draft.document}
              onReload={publishing.takeNewest}
              onOverwrite={(newest) => void publishing.overwrite(newest)}
            />
          ) : null}
          <div className="flex min-w-0 flex-col gap-4 xl:grid xl:grid-cols-[minmax(0,1fr)_28rem] xl:items-start xl:gap-6">
            <fieldset
              disabled={resting}
              aria-label={t("form")}
              className={cn("min-w-0 max-xl:order-2", pane !== "form" && "max-xl:hidden")}
            >
              {resting ? (
                <Callout tone="caution" className="mb-4" title={t("broken.title")}>
                  {t("broken.note")}
                </Callout>
              ) : null}
              <PolicyForm document={draft.document} onEdit={draft.edit} roles={facts.roles} />
            </fieldset>
            {/* Below the wide layout these stand around the form: what it says and which view before it, the view after. */}
            <div className="scroll-thin flex min-w-0 flex-col gap-3 max-xl:contents xl:sticky xl:top-18 xl:-m-1 xl:max-h-[calc(100dvh-9.5rem)] xl:overflow-y-auto xl:p-1">
              <PolicySentence
                sentence={draft.sentence}
                missing={faults.length}
                isChecking={draft.isChecking}
              />
              <SegmentedControl
                aria-label={t("views.label")}
                segments={[{ value: "form" as const, label: t("views.form") }, ...beside]}
                value={pane}
                onValueChange={setPane}
                className="w-full xl:hidden"
              />
              {beside.length > 1 ? (
                <SegmentedControl
                  aria-label={t("views.beside")}
                  segments={beside}
                  value={pane === "try" ? "try" : "json"}
                  onValueChange={setPane}
                  className="w-full max-xl:hidden"
                />
              ) : null}
              <div className={cn("min-w-0 max-xl:order-2", pane === "form" && "max-xl:hidden")}>
                {pane === "try" ? (
                  <SimulatorPanel
                    document={draft.document}
                    valid={draft.sentence !== null}
                    policyId={policy?.id ?? null}
                  />
                ) : (
                  <JsonEditor
                    text={draft.text}
                    textFault={draft.textFault}
                    faults={faults}
                    roles={facts.roles}
                    accusing={asked || draft.touched.has("")}
                    onTextChange={draft.type}
                    onDiscardText={draft.discardText}
                  />
                )}
              </div>
            </div>
          </div>
          <SaveBar
            changed={publishing.changed}
            isNew={policy === null}
            failure={publishing.failure}
            missing={asked ? faults.length : 0}
            isChecking={draft.isChecking}
            undoKeys={
              <>
                <IconButton
                  label={t("undo")}
                  shortcut="Ctrl Z"
                  disabled={!draft.canUndo}
                  onClick={draft.undo}
                >
                  <Undo2 aria-hidden />
                </IconButton>
                <IconButton
                  label={t("redo")}
                  shortcut="Ctrl Y"
                  disabled={!draft.canRedo}
                  onClick={draft.redo}
                >
                  <Redo2 aria-hidden />
                </IconButton>
              </>
            }
            onPublish={askToPublish}
          />
        </div>
        <PublishDialog
          open={confirming}
          onOpenChange={setConfirming}
          before={publishing.inForce}
          document={draft.document}
          version={publishing.version + 1}
          sentence={draft.sentence ?? ""}
          onPublish={(note) => publishing.publish(note)}
        />
        {question}
      </FaultContext>
    </VocabularyContext>
  );
}

interface SaveBarProps {
  changed: boolean;
  isNew: boolean;
  failure: string | null;
  missing: number;
  isChecking: boolean;
  undoKeys: ReactNode;
  onPublish: () => void;
}

/** Stays in sight at the bottom: whether anything is unpublished, and the way to publish it. */
function SaveBar({ changed, isNew, failure, missing, isChecking, undoKeys, onPublish }: SaveBarProps) {
  const t = useTranslations("policies.editor.save");
  const state =
    failure ??
    (missing > 0
      ? t("missing", { count: missing })
      : isChecking
        ? t("checking")
        : changed
          ? t("changed")
          : isNew
            ? t("empty")
            : t("same"));
  return (
    <div className="sticky bottom-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] z-bar -mx-4 flex items-center gap-2 border-line border-t bg-surface px-4 py-2.5 sm:mx-0 sm:rounded-lg sm:border sm:shadow-popover">
      {undoKeys}
      <p
        role="status"
        className={cn(
          "min-w-0 flex-1 text-sm",
          failure || missing > 0 ? "font-medium text-negative-ink" : "text-ink-muted",
        )}
      >
        {state}
      </p>
      <Button variant="primary" disabled={!changed} onClick={onPublish}>
        {isNew ? t("publishNew") : t("publish")}
      </Button>
    </div>
  );
}
