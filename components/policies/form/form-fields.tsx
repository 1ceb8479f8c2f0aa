"use client";

import { type ReactNode, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { Select } from "@/components/ui/select";
import { TagInput } from "@/components/ui/tag-input";
import type { JsonValue } from "@/lib/policy";
import { fieldText, fieldTexts, wholeNumber } from "../document/policy-members";
import { useFault } from "../fault-context";

interface MemberFieldProps {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  pointer: string;
  value: JsonValue | undefined;
  onValueChange: (value: JsonValue | undefined) => void;
}

interface WholeNumberFieldProps extends MemberFieldProps {
  placeholder?: string;
  className?: string;
}

export function WholeNumberField(props: WholeNumberFieldProps) {
  const { label, hint, optional, pointer, value, onValueChange, placeholder, className } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={useFault(pointer)}
      optional={optional ?? false}
      className={className}
    >
      <Input
        inputMode="numeric"
        value={fieldText(value)}
        placeholder={placeholder}
        onChange={(event) => onValueChange(wholeNumber(event.target.value))}
        className="max-w-32"
      />
    </Field>
  );
}

interface PatternsFieldProps extends MemberFieldProps {
  placeholder: string;
  validate: (text: string) => string | null;
  /** Whether taking the last one away takes the member away. */
  mayBeAbsent?: boolean;
}

export function PatternsField(props: PatternsFieldProps) {
  const { label, hint, optional, pointer, value, onValueChange, placeholder, validate, mayBeAbsent } = props;
  const error = useFault(pointer, { within: true });
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      <TagInput
        aria-label={label}
        mono
        values={fieldTexts(value)}
        invalid={error !== undefined}
        placeholder={placeholder}
        validate={validate}
        onValuesChange={(texts) => onValueChange(mayBeAbsent && texts.length === 0 ? undefined : texts)}
      />
    </Field>
  );
}

/** A role of the organization, to choose approvers from. */
export interface RoleChoice {
  name: string;
  displayName: string;
}

interface RolesFieldProps extends MemberFieldProps {
  /** Null where this person may not see roles: then names are typed. */
  roles: readonly RoleChoice[] | null;
  placeholder?: string;
}

export function RolesField(props: RolesFieldProps) {
  const { label, hint, optional, pointer, value, onValueChange, roles, placeholder } = props;
  const error = useFault(pointer, { within: true });
  const set = (names: string[]) => onValueChange(names.length === 0 ? undefined : names);
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {roles === null ? (
        <TagInput
          aria-label={label}
          values={fieldTexts(value)}
          onValuesChange={set}
          invalid={error !== undefined}
        />
      ) : (
        <MultiCombobox
          options={roles.map((role) => ({
            value: role.name,
            label: role.displayName,
            description: role.name,
          }))}
          values={fieldTexts(value)}
          onValuesChange={set}
          invalid={error !== undefined}
          placeholder={placeholder ?? "Choose roles…"}
        />
      )}
    </Field>
  );
}

const UNITS = [
  { value: "1", label: "seconds" },
  { value: "60", label: "minutes" },
  { value: "3600", label: "hours" },
  { value: "86400", label: "days" },
] as const;
type Unit = (typeof UNITS)[number]["value"];

/** The largest unit in which the seconds are a whole number; up to two days read better in hours. */
function unitFor(seconds: number): Unit {
  if (seconds % 86_400 === 0 && seconds > 172_800) return "86400";
  return seconds % 3600 === 0 ? "3600" : seconds % 60 === 0 ? "60" : "1";
}

/** Seconds, written as people say them. */
export function DurationField(props: MemberFieldProps & { placeholder?: string }) {
  const { label, hint, optional, pointer, value, onValueChange, placeholder } = props;
  const [chosen, setChosen] = useState<Unit>(typeof value === "number" ? unitFor(value) : "3600");
  const unit = typeof value === "number" && value % Number(chosen) !== 0 ? unitFor(value) : chosen;
  const amount = typeof value === "number" ? String(value / Number(unit)) : fieldText(value);
  const set = (text: string, by: Unit) => {
    const number = wholeNumber(text);
    onValueChange(typeof number === "number" ? number * Number(by) : number);
  };
  return (
    <Field label={label} hint={hint} error={useFault(pointer)} optional={optional ?? false}>
      <span className="flex max-w-60 gap-2">
        <Input
          inputMode="numeric"
          value={amount}
          placeholder={placeholder}
          onChange={(event) => set(event.target.value, unit)}
        />
        <Field label={`${label}: unit`} hideLabel className="w-32 shrink-0">
          <Select
            options={UNITS}
            value={unit}
            onValueChange={(next) => {
              setChosen(next);
              set(amount, next);
            }}
          />
        </Field>
      </span>
    </Field>
  );
}
