"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { useTranslations } from "#i18n";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { Select, type SelectOption } from "@/components/ui/select";
import { TagInput } from "@/components/ui/tag-input";
import { fieldText, fieldTexts, type Member, wholeNumber } from "../document/policy-members";
import { useFault } from "../fault-context";
import { SampleChips } from "../sample-chips";

/** What every field of a policy says of itself, beside the member that it shows. */
interface MemberFieldProps extends Member {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
}

interface MemberFieldShape
  extends Pick<MemberFieldProps, "label" | "hint" | "optional" | "className" | "pointer"> {
  /** Whether a fault anywhere within the member is told here. */
  within?: boolean;
  layout?: ComponentProps<typeof Field>["layout"];
  children: ReactNode | ((invalid: boolean) => ReactNode);
}

/** The one shape of them all: label, hint, control, and what is wrong at this place of the document. */
function MemberField({
  label,
  hint,
  optional,
  className,
  pointer,
  within,
  layout,
  children,
}: MemberFieldShape) {
  const error = useFault(pointer, { within: within ?? false });
  return (
    <Field
      label={label}
      hint={hint}
      optional={optional ?? false}
      className={className}
      error={error}
      {...(layout === undefined ? {} : { layout })}
    >
      {typeof children === "function" ? children(error !== undefined) : children}
    </Field>
  );
}

export function TextField({ placeholder, ...field }: MemberFieldProps & { placeholder: string }) {
  return (
    <MemberField {...field}>
      <Input
        value={fieldText(field.value)}
        placeholder={placeholder}
        onChange={(event) => field.onValueChange(event.target.value)}
      />
    </MemberField>
  );
}

export function WholeNumberField({ placeholder, ...field }: MemberFieldProps & { placeholder?: string }) {
  return (
    <MemberField {...field}>
      <Input
        inputMode="numeric"
        value={fieldText(field.value)}
        placeholder={placeholder}
        onChange={(event) => field.onValueChange(wholeNumber(event.target.value))}
        className="max-w-32"
      />
    </MemberField>
  );
}

/** On unless it says otherwise; on is not written out. */
export function FlagField(field: MemberFieldProps) {
  return (
    <MemberField {...field} layout="inline">
      <Checkbox
        checked={field.value !== false}
        onCheckedChange={(checked) => field.onValueChange(checked ? undefined : false)}
      />
    </MemberField>
  );
}

interface ChoiceFieldProps<Value extends string> extends MemberFieldProps {
  /** The first stands where nothing is written, and is not written out. */
  options: readonly [SelectOption<Value>, ...SelectOption<Value>[]];
}

export function ChoiceField<Value extends string>({ options, ...field }: ChoiceFieldProps<Value>) {
  const [first] = options;
  const chosen = options.find((option) => option.value === field.value) ?? first;
  return (
    <MemberField {...field}>
      <Select
        value={chosen.value}
        onValueChange={(next) => field.onValueChange(next === first.value ? undefined : next)}
        options={options}
      />
    </MemberField>
  );
}

const MOST_SUGGESTED = 8;

interface TextsFieldProps extends MemberFieldProps {
  placeholder: string;
  validate?: (text: string) => string | null;
  /** Whether taking the last one away takes the member away. */
  mayBeAbsent?: boolean;
  /** Seen here: each is taken by a click. */
  suggestions?: readonly string[];
}

export function TextsField(props: TextsFieldProps) {
  const { placeholder, validate, mayBeAbsent = false, suggestions = [], ...field } = props;
  const texts = fieldTexts(field.value);
  const set = (next: readonly string[]) =>
    field.onValueChange(mayBeAbsent && next.length === 0 ? undefined : next);
  const others = suggestions.filter((one) => !texts.includes(one)).slice(0, MOST_SUGGESTED);
  return (
    <MemberField {...field} within>
      {(invalid) => (
        <>
          <TagInput
            aria-label={field.label}
            mono
            values={texts}
            invalid={invalid}
            placeholder={placeholder}
            validate={validate}
            onValuesChange={set}
          />
          <SampleChips values={others} onTake={(one) => set([...texts, one])} />
        </>
      )}
    </MemberField>
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
}

export function RolesField({ roles, ...field }: RolesFieldProps) {
  const t = useTranslations("policies.form.fields");
  const values = fieldTexts(field.value);
  const set = (names: string[]) => field.onValueChange(names.length === 0 ? undefined : names);
  return (
    <MemberField {...field} within>
      {(invalid) =>
        roles === null ? (
          <TagInput aria-label={field.label} values={values} onValuesChange={set} invalid={invalid} />
        ) : (
          <MultiCombobox
            options={roles.map((role) => ({
              value: role.name,
              label: role.displayName,
              description: role.name,
            }))}
            values={values}
            onValuesChange={set}
            invalid={invalid}
            placeholder={t("chooseRoles")}
          />
        )
      }
    </MemberField>
  );
}

const UNITS = ["1", "60", "3600", "86400"] as const;
type Unit = (typeof UNITS)[number];
const UNIT_NAMES = { "1": "seconds", "60": "minutes", "3600": "hours", "86400": "days" } as const;

/** The largest unit in which the seconds are a whole number; up to two days read better in hours. */
function unitFor(seconds: number): Unit {
  if (seconds % 86_400 === 0 && seconds > 172_800) return "86400";
  return seconds % 3600 === 0 ? "3600" : seconds % 60 === 0 ? "60" : "1";
}

/** Seconds, written as people say them. */
export function DurationField({ placeholder, ...field }: MemberFieldProps & { placeholder?: string }) {
  const { value } = field;
  const t = useTranslations("policies.form.fields");
  const [chosen, setChosen] = useState<Unit>(typeof value === "number" ? unitFor(value) : "3600");
  const unit = typeof value === "number" && value % Number(chosen) !== 0 ? unitFor(value) : chosen;
  const amount = typeof value === "number" ? String(value / Number(unit)) : fieldText(value);
  const set = (text: string, by: Unit) => {
    const number = wholeNumber(text);
    field.onValueChange(typeof number === "number" ? number * Number(by) : number);
  };
  return (
    <MemberField {...field}>
      <span className="flex max-w-60 gap-2">
        <Input
          inputMode="numeric"
          value={amount}
          placeholder={placeholder}
          onChange={(event) => set(event.target.value, unit)}
        />
        <Field label={t("unitOf", { label: field.label })} hideLabel className="w-32 shrink-0">
          <Select
            options={UNITS.map((one) => ({ value: one, label: t(`units.${UNIT_NAMES[one]}`) }))}
            value={unit}
            onValueChange={(next) => {
              setChosen(next);
              set(amount, next);
            }}
          />
        </Field>
      </span>
    </MemberField>
  );
}
