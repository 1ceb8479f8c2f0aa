"use client";

import type { KeyboardEvent } from "react";
import { Callout } from "@/components/ui/callout";
import { Select } from "@/components/ui/select";
import { type BuilderNode, readNode, writeNode } from "../document/builder-node";
import { formatJson } from "../document/format-json";
import { keepNodeKey } from "../document/node-keys";
import { useFault } from "../fault-context";
import type { ChangeNode } from "./builder-context";
import { GroupView, type NodeViewProps } from "./group-view";
import { NodeMenu } from "./node-menu";
import { TestRow } from "./test-row";

/** One node of a condition with everything below it. */
export function NodeView({ json, pointer, number, place, onNodeChange }: NodeViewProps) {
  const node = readNode(json);
  const error = useFault(pointer, { within: node.kind === "opaque" });
  const argsError = useFault(node.kind === "group" ? `${pointer}/args` : pointer);
  const change: ChangeNode<BuilderNode> = (next, at) => onNodeChange(keepNodeKey(json, writeNode(next)), at);
  const menu = (
    <NodeMenu json={json} number={number} place={place} onReplace={(next) => onNodeChange(next, pointer)} />
  );

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || by === 0 || place.onMove === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (by === -1 ? !place.isFirst : !place.isLast) place.onMove(by);
  }

  return (
    // Alt with an arrow moves the whole node from any control in it; the menu says so and does the same.
    <fieldset
      data-pointer={pointer}
      aria-label={`Condition ${number}`}
      onKeyDown={onKeyDown}
      className="@container min-w-0 rounded-md border border-line bg-surface p-2.5"
    >
      {node.kind === "group" ? (
        <GroupView
          group={node}
          pointer={pointer}
          number={number}
          menu={menu}
          renderNode={(props) => <NodeView {...props} />}
          onGroupChange={change}
        />
      ) : (
        <div className="flex items-start gap-1.5">
          <div className="min-w-0 flex-1">
            <Leaf node={node} pointer={pointer} number={number} onNodeChange={change} />
          </div>
          {menu}
        </div>
      )}
      {(error ?? argsError) ? (
        <p role="alert" className="pt-2 font-medium text-negative-ink text-sm">
          {error ?? argsError}
        </p>
      ) : null}
    </fieldset>
  );
}

interface LeafProps {
  node: Exclude<BuilderNode, { kind: "group" }>;
  pointer: string;
  number: string;
  onNodeChange: ChangeNode<BuilderNode>;
}

function Leaf({ node, pointer, number, onNodeChange }: LeafProps) {
  if (node.kind === "test") {
    return <TestRow test={node} pointer={pointer} number={number} onTestChange={onNodeChange} />;
  }
  if (node.kind === "constant") {
    return (
      <Select
        aria-label={`Condition ${number}`}
        value={node.value ? "true" : "false"}
        onValueChange={(chosen) => onNodeChange({ kind: "constant", value: chosen === "true" }, pointer)}
        options={[
          { value: "true", label: "Always true" },
          { value: "false", label: "Never true" },
        ]}
        className="max-w-56"
      />
    );
  }
  return (
    <Callout tone="caution" title="This part can only be edited as JSON">
      <code className="block whitespace-pre-wrap break-all text-xs">{formatJson(node.json)}</code>
    </Callout>
  );
}
