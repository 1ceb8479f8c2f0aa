"use client";

import { FolderPlus, Plus } from "lucide-react";
import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import type { JsonValue } from "@/lib/policy";
import { type BuilderNode, writeNode } from "../document/builder-node";
import { emptyTest, moveItem } from "../document/group-edits";
import { nodeKey } from "../document/node-keys";
import type { ChangeNode } from "./builder-context";
import type { NodePlace } from "./node-menu";

type Group = BuilderNode & { kind: "group" };

export interface NodeViewProps {
  json: JsonValue;
  pointer: string;
  number: string;
  place: NodePlace;
  onNodeChange: ChangeNode<JsonValue>;
}

interface GroupViewProps {
  group: Group;
  pointer: string;
  number: string;
  menu: ReactNode;
  /** Draws a child; handed in, since a node draws groups and a group draws nodes. */
  renderNode: (props: NodeViewProps) => ReactNode;
  onGroupChange: ChangeNode<BuilderNode>;
}

/** Puts the focus into the node that was just added, once it stands in the page. */
function useFocusAdded(pointer: string | null) {
  const wanted = useRef<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const node = box.current?.querySelector(`[data-pointer="${CSS.escape(wanted.current)}"] input`);
    wanted.current = null;
    if (node instanceof HTMLElement) node.focus();
  });
  return {
    box,
    focusNext: (index: number) => {
      wanted.current = pointer === null ? null : `${pointer}/args/${index}`;
    },
  };
}

export function GroupView({ group, pointer, number, menu, renderNode, onGroupChange }: GroupViewProps) {
  const { children, op } = group;
  const { box, focusNext } = useFocusAdded(pointer);
  const setChildren = (next: readonly JsonValue[], at: string) => {
    // A group holds at least one condition: without any it stands for nothing and goes, with what it said.
    onGroupChange({ ...group, children: next }, at);
  };
  const add = (child: JsonValue) => {
    focusNext(children.length);
    setChildren([...children, child], `${pointer}/args`);
  };

  const placeOf = (index: number): NodePlace => ({
    isFirst: index === 0,
    isLast: index === children.length - 1,
    onMove:
      op === "not"
        ? null
        : (by) => {
            const active = document.activeElement;
            setChildren(moveItem(children, index, by), `${pointer}/args`);
            // Moving an element in the page takes the focus from it.
            requestAnimationFrame(
              () => active instanceof HTMLElement && active.isConnected && active.focus(),
            );
          },
    onDuplicate:
      op === "not"
        ? null
        : () => {
            const copy = structuredClone(children[index]) as JsonValue;
            setChildren(children.toSpliced(index + 1, 0, copy), `${pointer}/args`);
          },
    onRemove: () => setChildren(children.toSpliced(index, 1), `${pointer}/args`),
  });

  return (
    <div ref={box} className="flex min-w-0 flex-col gap-2.5">
      <div className="flex items-center gap-2">
        {op === "not" ? (
          <p className="flex-1 font-medium text-base">
            Not <span className="font-normal text-ink-faint">— the opposite of what follows</span>
          </p>
        ) : (
          <Select
            aria-label={`How condition ${number} combines what is in it`}
            value={op}
            onValueChange={(next: "and" | "or") => onGroupChange({ ...group, op: next }, `${pointer}/op`)}
            options={[
              { value: "and", label: "All of these are true" },
              { value: "or", label: "Any of these is true" },
            ]}
            className="max-w-60 flex-1"
          />
        )}
        <span className="ml-auto">{menu}</span>
      </div>
      <div
        className={cn(
          "flex flex-col gap-2 border-l-2 pl-2.5",
          op === "not" ? "border-negative-line" : "border-accent-line",
        )}
      >
        {children.map((child, index) => (
          <Fragment key={nodeKey(child, index)}>
            {renderNode({
              json: child,
              pointer: `${pointer}/args/${index}`,
              number: `${number}.${index + 1}`,
              place: placeOf(index),
              onNodeChange: (next, at) => setChildren(children.with(index, next), at),
            })}
          </Fragment>
        ))}
      </div>
      {op === "not" ? null : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="ghost" iconStart={<Plus aria-hidden />} onClick={() => add(emptyTest())}>
            Add condition
          </Button>
          <Button
            size="sm"
            variant="ghost"
            iconStart={<FolderPlus aria-hidden />}
            onClick={() =>
              add(writeNode({ kind: "group", op: op === "and" ? "or" : "and", children: [emptyTest()] }))
            }
          >
            Add group
          </Button>
        </div>
      )}
    </div>
  );
}
