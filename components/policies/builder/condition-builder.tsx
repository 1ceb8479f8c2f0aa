"use client";

import { ClipboardPaste, FolderPlus, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import type { JsonValue } from "@/lib/policy";
import { readNode } from "../document/builder-node";
import { emptyTest, withAnotherTest, withoutEmptyGroups } from "../document/group-edits";
import { nodeKey } from "../document/node-keys";
import { type ChangeNode, FocusContext } from "./builder-context";
import { topPlace } from "./node-place";
import { NodeView } from "./node-view";
import { PasteDialog } from "./paste-dialog";
import { useNodeFocus } from "./use-node-focus";

interface ConditionBuilderProps {
  /** Undefined or true: no condition is set. */
  condition: JsonValue | undefined;
  /** Where it stands in the document: "/condition". */
  pointer: string;
  /** Undefined takes the condition away. */
  onConditionChange: ChangeNode<JsonValue | undefined>;
  emptyText: string;
}

/** The condition as nested groups of tests. What is shown is the JSON itself, so both views always agree. */
export function ConditionBuilder({
  condition,
  pointer,
  onConditionChange,
  emptyText,
}: ConditionBuilderProps) {
  const t = useTranslations("policies.builder");
  const box = useRef<HTMLDivElement>(null);
  const focusNode = useNodeFocus(box);
  const [pasting, setPasting] = useState(false);
  const set = (next: JsonValue | undefined, at: string) => {
    onConditionChange(next === undefined ? undefined : withoutEmptyGroups(next), at);
  };
  const add = (test: JsonValue, part: "field" | "handle" = "field") => {
    focusNode(test, part);
    set(withAnotherTest(condition, test), pointer);
  };
  const none = condition === undefined || condition === true;
  const root = none ? null : readNode(condition);
  const hasOwnButtons = root?.kind === "group" && root.op !== "not";
  return (
    <FocusContext value={focusNode}>
      <div ref={box} className="flex min-w-0 flex-col gap-3">
        {none ? (
          <p className="text-ink-muted">{emptyText}</p>
        ) : (
          <NodeView
            key={nodeKey(condition, 0)}
            json={condition}
            pointer={pointer}
            number="1"
            place={topPlace((next, focus) => {
              focusNode(focus, "handle");
              set(next, pointer);
            })}
            onNodeChange={set}
          />
        )}
        {hasOwnButtons ? null : (
          <div className="flex flex-wrap gap-2">
            <Button data-add size="sm" iconStart={<Plus aria-hidden />} onClick={() => add(emptyTest())}>
              {t("addCondition")}
            </Button>
            <Button
              size="sm"
              iconStart={<FolderPlus aria-hidden />}
              onClick={() => add({ op: "or", args: [emptyTest()] })}
            >
              {t("addGroup")}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              iconStart={<ClipboardPaste aria-hidden />}
              onClick={() => setPasting(true)}
            >
              {t("paste.open")}
            </Button>
          </div>
        )}
      </div>
      <PasteDialog open={pasting} onOpenChange={setPasting} onPaste={(json) => add(json, "handle")} />
    </FocusContext>
  );
}
