"use client";

import { FolderPlus, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { JsonValue } from "@/lib/policy";
import { readNode } from "../document/builder-node";
import { emptyTest, withAnotherTest, withoutEmptyGroups } from "../document/group-edits";
import { nodeKey } from "../document/node-keys";
import type { ChangeNode } from "./builder-context";
import { NodeView } from "./node-view";

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
  const box = useRef<HTMLDivElement>(null);
  const focusLast = useRef(false);
  useEffect(() => {
    if (!focusLast.current) return;
    focusLast.current = false;
    const inputs = box.current?.querySelectorAll<HTMLElement>("[data-pointer] input[role=combobox]") ?? [];
    [...inputs].at(-1)?.focus();
  });
  const set = (next: JsonValue | undefined, at: string) => {
    onConditionChange(next === undefined ? undefined : withoutEmptyGroups(next), at);
  };
  const add = (test: JsonValue) => {
    focusLast.current = true;
    set(withAnotherTest(condition, test), pointer);
  };
  const none = condition === undefined || condition === true;
  const root = none ? null : readNode(condition);
  const hasOwnButtons = root?.kind === "group" && root.op !== "not";
  return (
    <div ref={box} className="flex min-w-0 flex-col gap-3">
      {none ? (
        <p className="text-ink-muted">{emptyText}</p>
      ) : (
        <NodeView
          key={nodeKey(condition, 0)}
          json={condition}
          pointer={pointer}
          number="1"
          place={{
            isFirst: true,
            isLast: true,
            onMove: null,
            onDuplicate: null,
            onRemove: () => set(undefined, pointer),
          }}
          onNodeChange={set}
        />
      )}
      {hasOwnButtons ? null : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" iconStart={<Plus aria-hidden />} onClick={() => add(emptyTest())}>
            Add condition
          </Button>
          <Button
            size="sm"
            iconStart={<FolderPlus aria-hidden />}
            onClick={() => add({ op: "or", args: [emptyTest()] })}
          >
            Add group
          </Button>
        </div>
      )}
    </div>
  );
}
