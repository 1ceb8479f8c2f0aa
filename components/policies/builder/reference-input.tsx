"use client";

import { useContext, useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import { completePath, UNCHOSEN } from "../document/attribute-path";
import { AttributeContext } from "./builder-context";

interface ReferenceInputProps {
  path: string;
  onPathChange: (path: string) => void;
  label: string;
  invalid: boolean;
}

/** Chooses an attribute by searching, or takes a path as typed. */
export function ReferenceInput({ path, onPathChange, label, invalid }: ReferenceInputProps) {
  const attributes = useContext(AttributeContext);
  const options = useMemo(
    () => attributes.map((one) => ({ value: one.path, label: one.path, description: one.description })),
    [attributes],
  );
  return (
    <Combobox
      aria-label={label}
      options={options}
      value={path === UNCHOSEN ? null : path}
      onValueChange={(chosen) => onPathChange(chosen === null ? UNCHOSEN : completePath(chosen))}
      allowCustom
      mono
      invalid={invalid}
      placeholder="Choose an attribute…"
    />
  );
}
