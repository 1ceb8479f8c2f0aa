"use client";

import {
  ArrowDown,
  ArrowUp,
  Ban,
  Braces,
  Copy,
  CopyPlus,
  EllipsisVertical,
  Group,
  Trash2,
} from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { JsonValue } from "@/lib/policy";
import { isObject } from "../document/builder-node";
import { formatJson } from "../document/format-json";

/** What the place of a node lets it do. */
export interface NodePlace {
  onMove: ((by: -1 | 1) => void) | null;
  isFirst: boolean;
  isLast: boolean;
  onDuplicate: (() => void) | null;
  onRemove: () => void;
}

interface NodeMenuProps {
  json: JsonValue;
  number: string;
  place: NodePlace;
  onReplace: (json: JsonValue) => void;
}

async function copy(json: JsonValue) {
  try {
    await navigator.clipboard.writeText(formatJson(json));
    toast.success("Condition copied as JSON");
  } catch {
    toast.error("The browser did not allow copying", { description: "Take it from the JSON view instead." });
  }
}

export function NodeMenu({ json, number, place, onReplace }: NodeMenuProps) {
  const { onMove, onDuplicate, onRemove } = place;
  const denied = isObject(json) && json.op === "not" && Array.isArray(json.args) ? json.args[0] : undefined;
  return (
    <Menu
      trigger={
        <IconButton label={`More for condition ${number}`} tooltip={false} size="sm">
          <EllipsisVertical aria-hidden />
        </IconButton>
      }
    >
      {denied === undefined ? (
        <MenuItem icon={<Ban aria-hidden />} onSelect={() => onReplace({ op: "not", args: [json] })}>
          Turn into its opposite
        </MenuItem>
      ) : (
        <MenuItem icon={<Ban aria-hidden />} onSelect={() => onReplace(denied)}>
          Take “not” away
        </MenuItem>
      )}
      <MenuItem icon={<Group aria-hidden />} onSelect={() => onReplace({ op: "and", args: [json] })}>
        Put into a group
      </MenuItem>
      {onDuplicate ? (
        <MenuItem icon={<CopyPlus aria-hidden />} onSelect={onDuplicate}>
          Duplicate
        </MenuItem>
      ) : null}
      <MenuItem
        icon={onDuplicate ? <Braces aria-hidden /> : <Copy aria-hidden />}
        onSelect={() => void copy(json)}
      >
        Copy as JSON
      </MenuItem>
      {onMove ? (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<ArrowUp aria-hidden />}
            shortcut="Alt ↑"
            disabled={place.isFirst}
            onSelect={() => onMove(-1)}
          >
            Move up
          </MenuItem>
          <MenuItem
            icon={<ArrowDown aria-hidden />}
            shortcut="Alt ↓"
            disabled={place.isLast}
            onSelect={() => onMove(1)}
          >
            Move down
          </MenuItem>
        </>
      ) : null}
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onSelect={onRemove}>
        Remove
      </MenuItem>
    </Menu>
  );
}
