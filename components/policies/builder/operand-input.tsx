"use client";

import { useState } from "react";
import { useTranslations } from "#i18n";
import { Select } from "@/components/ui/select";
import { type ArgumentSpec, isReference, type Literal } from "@/lib/policy";
import { UNCHOSEN } from "../document/attribute-path";
import type { Argument } from "../document/builder-node";
import { convertLiteral, firstLiteral, type LiteralKind, literalKind } from "../document/literal-kind";
import { LiteralInput } from "./literal-input";
import { ReferenceInput } from "./reference-input";

interface OperandInputProps {
  argument: Argument;
  spec: ArgumentSpec;
  onArgumentChange: (argument: Argument) => void;
  label: string;
  invalid: boolean;
}

const SCALARS: readonly LiteralKind[] = ["text", "number", "flag", "nothing"];
const LISTS: readonly LiteralKind[] = ["texts", "numbers"];

function kindsFor(expects: ArgumentSpec["expects"], present: LiteralKind): readonly LiteralKind[] {
  const fitting: readonly LiteralKind[] =
    expects === "list"
      ? LISTS
      : expects === "number"
        ? ["number"]
        : expects === "string" || expects === "time" || expects === "address"
          ? ["text"]
          : expects === "list_or_string"
            ? ["text", ...LISTS]
            : [...SCALARS, ...LISTS];
  return fitting.includes(present) ? fitting : [...fitting, present];
}

/** A value of a test: an attribute, or a literal of a kind that is chosen beside it. */
export function OperandInput({ argument, spec, onArgumentChange, label, invalid }: OperandInputProps) {
  const t = useTranslations("policies.builder.literals");
  // An empty list is a list of texts and of numbers; this remembers which one was asked for.
  const [emptyAs, setEmptyAs] = useState<LiteralKind>("texts");
  const written = argument.kind === "literal" ? literalKind(argument.value) : "text";
  const isEmptyList = argument.kind === "literal" && Array.isArray(argument.value) && !argument.value.length;
  const kind = isEmptyList ? emptyAs : written;

  function choose(next: LiteralKind | "attribute") {
    if (next === "attribute") return onArgumentChange({ kind: "reference", path: UNCHOSEN });
    setEmptyAs(next === "numbers" ? "numbers" : "texts");
    const value = argument.kind === "literal" ? argument.value : firstLiteral(spec.expects);
    const wrapped = argument.kind === "literal" && argument.wrapped;
    onArgumentChange({ kind: "literal", value: convertLiteral(value, next), wrapped });
  }

  return (
    <div className="flex min-w-0 flex-col gap-1.5 @md:flex-row @md:items-start">
      <Select
        aria-label={t("kindOf", { label })}
        className="@md:w-36 @md:shrink-0"
        value={argument.kind === "reference" ? "attribute" : kind}
        onValueChange={choose}
        options={[
          { value: "attribute" as const, label: t("attribute") },
          ...kindsFor(spec.expects, kind).map((one) => ({
            value: one,
            label: one === "text" && spec.expects === "time" ? t("instant") : t(`kinds.${one}`),
          })),
        ]}
      />
      <div className="min-w-0 flex-1">
        {argument.kind === "reference" ? (
          <ReferenceInput
            label={label}
            path={argument.path}
            invalid={invalid}
            onPathChange={(path) => onArgumentChange({ kind: "reference", path })}
          />
        ) : (
          <LiteralInput
            label={label}
            value={argument.value}
            kind={kind}
            expects={spec.expects}
            invalid={invalid}
            onValueChange={(value) =>
              onArgumentChange({
                kind: "literal",
                value,
                wrapped: argument.wrapped && staysWrapped(value),
              })
            }
          />
        )}
      </div>
    </div>
  );
}

/** A `{ lit }` stays while its text could be taken for a reference; elsewhere it says nothing. */
function staysWrapped(value: Literal): boolean {
  return typeof value === "string" && isReference(value);
}
