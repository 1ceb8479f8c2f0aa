"use client";

import { useTranslations } from "#i18n";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TagInput } from "@/components/ui/tag-input";
import type { ExpectedType, Literal } from "@/lib/policy";
import { type LiteralKind, scalarOf, scalarText } from "../document/literal-kind";
import { NumberInput } from "./number-input";
import { InstantInput } from "./time-input";

interface LiteralInputProps {
  value: Literal;
  kind: LiteralKind;
  expects: ExpectedType | undefined;
  onValueChange: (value: Literal) => void;
  label: string;
  invalid: boolean;
}

/** The control that fits a literal. */
export function LiteralInput(props: LiteralInputProps) {
  const { value, kind, expects, onValueChange, label, invalid } = props;
  const t = useTranslations("policies.builder.literals");
  if (typeof value === "object" && value !== null) return <ListInput {...props} value={value} />;
  if (typeof value === "number") {
    return <NumberInput value={value} onValueChange={onValueChange} label={label} invalid={invalid} />;
  }
  if (typeof value === "boolean") {
    return (
      <SegmentedControl
        aria-label={label}
        value={value ? "yes" : "no"}
        onValueChange={(chosen) => onValueChange(chosen === "yes")}
        segments={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        className="self-start"
      />
    );
  }
  if (value === null || kind === "nothing") {
    return <p className="flex h-8 items-center text-ink-faint text-sm">{t("nothing")}</p>;
  }
  if (expects === "time") {
    return <InstantInput value={value} onValueChange={onValueChange} label={label} invalid={invalid} />;
  }
  return (
    <Input
      aria-label={label}
      invalid={invalid}
      value={value}
      placeholder={t("placeholder")}
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}

function ListInput({
  value,
  kind,
  onValueChange,
  label,
  invalid,
}: LiteralInputProps & { value: readonly (string | number | boolean | null)[] }) {
  const t = useTranslations("policies.builder.literals");
  const asText = kind === "mixed" ? scalarText : String;
  const read = (text: string) => {
    if (kind === "mixed") return scalarOf(text);
    return kind === "numbers" ? Number(text) : text;
  };
  const refuse = (text: string) =>
    kind === "numbers" && !Number.isFinite(Number(text)) ? t("numbersOnly") : null;
  return (
    <TagInput
      aria-label={label}
      invalid={invalid}
      inputMode={kind === "numbers" ? "decimal" : "text"}
      values={value.map(asText)}
      onValuesChange={(texts) => onValueChange(texts.map(read))}
      validate={refuse}
      placeholder={kind === "numbers" ? "1, 2, 3" : t("listPlaceholder")}
    />
  );
}
