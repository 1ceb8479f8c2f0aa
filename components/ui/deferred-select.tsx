"use client";

import { ChevronsUpDown } from "lucide-react";
import { cn } from "./cn";
import { Deferred } from "./deferred";
import type { SelectProps } from "./select";
import { SelectFace, selectStyles } from "./select-face";

type DeferredSelectProps<Value extends string> = Pick<
  SelectProps<Value>,
  "options" | "placeholder" | "size" | "className"
> & {
  value: Value | null;
  onValueChange: (value: Value) => void;
  "aria-label": string;
};

const load = () => import("./select");

/** A Select for a toolbar, of which the page carries no more than the button until somebody is about to open it. */
export function DeferredSelect<Value extends string>(props: DeferredSelectProps<Value>) {
  const { options, value, size, placeholder, className } = props;
  return (
    <Deferred
      load={load}
      popup="listbox"
      trigger={
        <button
          type="button"
          role="combobox"
          // Filled in by Deferred: it is closed for as long as it is this button.
          aria-expanded={false}
          aria-label={props["aria-label"]}
          className={cn(selectStyles({ size }), className)}
        >
          <span className="min-w-0 flex-1">
            <SelectFace option={options.find((option) => option.value === value)} placeholder={placeholder} />
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint" />
        </button>
      }
    >
      {({ Select }) => <Select {...props} defaultOpen />}
    </Deferred>
  );
}
