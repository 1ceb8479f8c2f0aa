"use client";

import {
  ArrowDown,
  ArrowUp,
  Ban,
  ClipboardPaste,
  Copy,
  CopyPlus,
  CornerDownRight,
  CornerUpLeft,
  CornerUpRight,
  EllipsisVertical,
  Group,
  Trash2,
  Ungroup,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { JsonValue } from "@/lib/policy";
import { formatJson } from "../document/format-json";
import { NODE_KEYS } from "./action-of-key";
import type { NodeAction, nodeActions } from "./node-place";

interface NodeMenuProps {
  json: JsonValue;
  number: string;
  actions: ReturnType<typeof nodeActions>;
  onPaste: () => void;
}

const ICONS: Readonly<Record<NodeAction, ReactNode>> = {
  moveUp: <ArrowUp aria-hidden />,
  moveDown: <ArrowDown aria-hidden />,
  moveIn: <CornerUpRight aria-hidden />,
  moveInBelow: <CornerDownRight aria-hidden />,
  moveOut: <CornerUpLeft aria-hidden />,
  negate: <Ban aria-hidden />,
  affirm: <Ban aria-hidden />,
  wrap: <Group aria-hidden />,
  dissolve: <Ungroup aria-hidden />,
  duplicate: <CopyPlus aria-hidden />,
  remove: <Trash2 aria-hidden />,
};

/** In the order of the menu; what cannot be done here is left out, but for moving, which keeps its place. */
const SHAPE = ["negate", "affirm", "wrap", "dissolve"] as const;
const MOVES = ["moveUp", "moveDown", "moveIn", "moveInBelow", "moveOut"] as const;

export function NodeMenu({ json, number, actions, onPaste }: NodeMenuProps) {
  const t = useTranslations("policies.builder.menu");
  async function copy() {
    try {
      await navigator.clipboard.writeText(formatJson(json));
      toast.success(t("copied"));
    } catch {
      toast.error(t("copyRefused"), { description: t("copyByHand") });
    }
  }
  const item = (name: NodeAction) => {
    const act = actions[name];
    if (act === null) return null;
    return (
      <MenuItem key={name} icon={ICONS[name]} shortcut={NODE_KEYS[name]} onSelect={act}>
        {t(`actions.${name}`)}
      </MenuItem>
    );
  };
  const moves = MOVES.map(item).filter((one) => one !== null);
  return (
    <Menu
      trigger={
        <IconButton data-node-handle label={t("label", { number })} tooltip={false} size="sm">
          <EllipsisVertical aria-hidden />
        </IconButton>
      }
    >
      {SHAPE.map(item)}
      <MenuSeparator />
      {item("duplicate")}
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => void copy()}>
        {t("copy")}
      </MenuItem>
      <MenuItem icon={<ClipboardPaste aria-hidden />} onSelect={onPaste}>
        {t("paste")}
      </MenuItem>
      {moves.length > 0 ? (
        <>
          <MenuSeparator />
          {moves}
        </>
      ) : null}
      <MenuSeparator />
      <MenuItem
        icon={ICONS.remove}
        tone="danger"
        shortcut={NODE_KEYS.remove}
        onSelect={() => actions.remove?.()}
      >
        {t("actions.remove")}
      </MenuItem>
    </Menu>
  );
}
