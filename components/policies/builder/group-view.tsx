"use client";

import { FolderPlus, Plus } from "lucide-react";
import { Fragment, type ReactNode, useContext } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import type { JsonValue } from "@/lib/policy";
import { type BuilderNode, writeNode } from "../document/builder-node";
import { emptyTest, isOpenGroup, moveIntoNeighbour, moveItem, replaceChild } from "../document/group-edits";
import { keepNodeKey, nodeKey } from "../document/node-keys";
import { type ChangeNode, FocusContext, type FocusNode } from "./builder-context";
import type { NodePlace } from "./node-place";

type Group = BuilderNode & { kind: "group" };

export interface NodeViewProps {
  json: JsonValue;
  pointer: string;
  number: string;
  place: NodePlace;
  onNodeChange: ChangeNode<JsonValue>;
}

interface GroupViewProps {
  json: JsonValue;
  group: Group;
  pointer: string;
  number: string;
  place: NodePlace;
  menu: ReactNode;
  /** Draws a child; handed in, since a node draws groups and a group draws nodes. */
  renderNode: (props: NodeViewProps) => ReactNode;
  onGroupChange: ChangeNode<BuilderNode>;
}

type SetChildren = (next: readonly JsonValue[]) => void;

/** What a child can do where it stands in this group. */
function placeOfChild(
  { json, group, place: own }: Pick<GroupViewProps, "json" | "group" | "place">,
  index: number,
  setChildren: SetChildren,
  focusNode: FocusNode,
): NodePlace {
  const { children, op } = group;
  const child = children[index] ?? null;
  const isList = op !== "not";
  const put = (next: readonly JsonValue[], focus: JsonValue | null) => {
    focusNode(focus, "handle");
    setChildren(next);
  };
  const intoNeighbour = (by: -1 | 1) =>
    isList && isOpenGroup(children[index + by])
      ? () => put(moveIntoNeighbour(children, index, by), child)
      : null;
  // At the top there is no list outside the group; within "not" the way out is to take the "not" away.
  const mayLeave = isList && own.onMove !== null && child !== null;
  return {
    isFirst: index === 0,
    isLast: index === children.length - 1,
    onMove: isList ? (by) => put(moveItem(children, index, by), child) : null,
    onMoveInto: { "-1": intoNeighbour(-1), "1": intoNeighbour(1) },
    onMoveOut: mayLeave
      ? () => {
          const rest = replaceChild(group, index, []);
          const left = rest.length === 0 ? [] : [keepNodeKey(json, writeNode({ ...group, children: rest }))];
          own.onReplaceWith([...left, child], child);
        }
      : null,
    onReplaceWith: (nodes, focus) =>
      put(replaceChild(group, index, nodes), focus ?? children[index + 1] ?? children[index - 1] ?? null),
  };
}

/** All of, any of, or not: a group of conditions with what combines them. */
export function GroupView(props: GroupViewProps) {
  const { group, pointer, number, menu, renderNode, onGroupChange } = props;
  const { children, op } = group;
  const t = useTranslations("policies.builder.group");
  const focusNode = useContext(FocusContext);
  // A group without any condition stands for nothing and goes, with what it said: the builder takes it away.
  const setChildren = (next: readonly JsonValue[], at: string) =>
    onGroupChange({ ...group, children: next }, at);
  const setAll: SetChildren = (next) => setChildren(next, `${pointer}/args`);
  const add = (child: JsonValue) => {
    focusNode(child, "field");
    setAll([...children, child]);
  };

  return (
    <div className="flex min-w-0 flex-col gap-2.5">
      <div className="flex items-center gap-2">
        {op === "not" ? (
          <p className="flex-1 font-medium text-base">
            {t.rich("not", { note: (words) => <span className="font-normal text-ink-faint">{words}</span> })}
          </p>
        ) : (
          <Select
            aria-label={t("combines", { number })}
            value={op}
            onValueChange={(next: "and" | "or") => onGroupChange({ ...group, op: next }, `${pointer}/op`)}
            options={[
              { value: "and", label: t("and") },
              { value: "or", label: t("or") },
            ]}
            className="max-w-72 flex-1"
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
              place: placeOfChild(props, index, setAll, focusNode),
              onNodeChange: (next, at) => setChildren(children.with(index, next), at),
            })}
          </Fragment>
        ))}
      </div>
      {op === "not" ? null : <AddButtons op={op} onAdd={add} />}
    </div>
  );
}

function AddButtons({ op, onAdd }: { op: "and" | "or"; onAdd: (child: JsonValue) => void }) {
  const t = useTranslations("policies.builder");
  const other = op === "and" ? "or" : "and";
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        data-add
        size="sm"
        variant="ghost"
        iconStart={<Plus aria-hidden />}
        onClick={() => onAdd(emptyTest())}
      >
        {t("addCondition")}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        iconStart={<FolderPlus aria-hidden />}
        onClick={() => onAdd(writeNode({ kind: "group", op: other, children: [emptyTest()] }))}
      >
        {t("addGroup")}
      </Button>
    </div>
  );
}
