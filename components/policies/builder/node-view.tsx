"use client";

import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { type BuilderNode, readNode, writeNode } from "../document/builder-node";
import { formatJson } from "../document/format-json";
import { keepNodeKey, nodeKey } from "../document/node-keys";
import { readPasted } from "../document/pasted-condition";
import { useFault } from "../fault-context";
import { actionOfKey, isInText } from "./action-of-key";
import type { ChangeNode } from "./builder-context";
import { GroupView, type NodeViewProps } from "./group-view";
import { NodeMenu } from "./node-menu";
import { nodeActions, pasteBehind } from "./node-place";
import { PasteDialog, useRefusal } from "./paste-dialog";
import { TestRow } from "./test-row";

/** One node of a condition with everything below it. */
export function NodeView({ json, pointer, number, place, onNodeChange }: NodeViewProps) {
  const t = useTranslations("policies.builder");
  const node = readNode(json);
  const error = useFault(pointer, { within: node.kind === "opaque" });
  const argsError = useFault(node.kind === "group" ? `${pointer}/args` : pointer);
  const refusal = useRefusal();
  const [pasting, setPasting] = useState(false);
  const change: ChangeNode<BuilderNode> = (next, at) => onNodeChange(keepNodeKey(json, writeNode(next)), at);
  const actions = nodeActions(json, place);
  const menu = <NodeMenu json={json} number={number} actions={actions} onPaste={() => setPasting(true)} />;

  // On the way down, since the menu's button would open at an arrow, whatever is held with it.
  function onKeyDown(event: KeyboardEvent) {
    const asked = isInnermost(event) ? actionOfKey(event) : null;
    if (asked === null) return;
    event.preventDefault();
    event.stopPropagation();
    // Where no group stands above to go into, one is made around it.
    (actions[asked] ?? (asked === "moveIn" ? actions.wrap : null))?.();
  }

  function onCopy(event: ClipboardEvent) {
    if (!isInnermost(event) || isInText(event.target) || !document.getSelection()?.isCollapsed) return;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData("text/plain", formatJson(json));
    toast.success(t("menu.copied"));
  }

  function onPaste(event: ClipboardEvent) {
    if (!isInnermost(event) || isInText(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    const pasted = readPasted(event.clipboardData.getData("text/plain"));
    if (pasted.kind === "condition") pasteBehind(json, place, pasted.json);
    else toast.error(t("paste.refused"), { description: refusal(pasted) ?? "" });
  }

  return (
    // Keys act on the innermost node that holds the focus; the menu names them and does the same.
    <fieldset
      data-pointer={pointer}
      data-node={nodeKey(json, 0)}
      aria-label={t("condition", { number })}
      onKeyDownCapture={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
      className="@container min-w-0 rounded-md border border-line bg-surface p-2.5"
    >
      {node.kind === "group" ? (
        <GroupView
          json={json}
          group={node}
          pointer={pointer}
          number={number}
          place={place}
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
      <PasteDialog
        open={pasting}
        onOpenChange={setPasting}
        onPaste={(pasted) => pasteBehind(json, place, pasted)}
      />
    </fieldset>
  );
}

/** Whether no node within this one holds the focus, nor a popup, whose events React brings here too. */
function isInnermost({ target, currentTarget }: KeyboardEvent | ClipboardEvent): boolean {
  return target instanceof Element && target.closest("[data-node]") === currentTarget;
}

interface LeafProps {
  node: Exclude<BuilderNode, { kind: "group" }>;
  pointer: string;
  number: string;
  onNodeChange: ChangeNode<BuilderNode>;
}

function Leaf({ node, pointer, number, onNodeChange }: LeafProps) {
  const t = useTranslations("policies.builder");
  if (node.kind === "test") {
    return <TestRow test={node} pointer={pointer} number={number} onTestChange={onNodeChange} />;
  }
  if (node.kind === "constant") {
    return (
      <Select
        aria-label={t("condition", { number })}
        value={node.value ? "true" : "false"}
        onValueChange={(chosen) => onNodeChange({ kind: "constant", value: chosen === "true" }, pointer)}
        options={[
          { value: "true", label: t("constant.true") },
          { value: "false", label: t("constant.false") },
        ]}
        className="max-w-56"
      />
    );
  }
  return (
    <Callout tone="caution" title={t("onlyJson")}>
      <code className="block whitespace-pre-wrap break-all text-xs">{formatJson(node.json)}</code>
    </Callout>
  );
}
