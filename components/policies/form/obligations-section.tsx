"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { JsonObject, JsonValue } from "@/lib/policy";
import { isList, isObject } from "../document/builder-node";
import { formatJson } from "../document/format-json";
import { fieldText, membersAt, withMember } from "../document/policy-members";
import { useFault } from "../fault-context";
import { TextsField } from "./form-fields";
import type { SectionProps } from "./rule-section";

const KNOWN = ["redact", "mask", "notify"] as const;

/** What the agent must do with the answer; handed back with each decision that this policy makes. */
export function ObligationsSection({ document, onEdit }: SectionProps) {
  const t = useTranslations("policies.form.obligations");
  const obligations = isList(document.obligations) ? document.obligations : [];
  const set = (next: readonly JsonValue[], place: string) =>
    onEdit(withMember(document, "obligations", next.length === 0 ? undefined : next), place);
  const error = useFault("/obligations");
  return (
    <div className="flex flex-col gap-3">
      {obligations.map((json, index) => (
        <ObligationRow
          // biome-ignore lint/suspicious/noArrayIndexKey: obligations are edited in place and have no identity but their order.
          key={index}
          json={json}
          index={index}
          onChange={(next, place) => set(obligations.with(index, next), place)}
          onRemove={() => set(obligations.toSpliced(index, 1), "/obligations")}
        />
      ))}
      {error ? <p className="font-medium text-negative-ink text-sm">{error}</p> : null}
      <Button
        size="sm"
        className="self-start"
        iconStart={<Plus aria-hidden />}
        onClick={() => set([...obligations, { type: "redact", fields: [] }], "/obligations")}
      >
        {t("add")}
      </Button>
    </div>
  );
}

interface ObligationRowProps {
  json: JsonValue;
  index: number;
  onChange: (json: JsonObject, place: string) => void;
  onRemove: () => void;
}

function ObligationRow({ json, index, onChange, onRemove }: ObligationRowProps) {
  const t = useTranslations("policies.form.obligations");
  const members: JsonObject = isObject(json) ? json : {};
  const { type, fields, ...rest } = members;
  const pointer = `/obligations/${index}`;
  const number = String(index + 1);
  const member = membersAt(members, pointer, onChange);
  const typeError = useFault(`${pointer}/type`);
  const rowError = useFault(pointer);
  const hasFields =
    fields === undefined || (isList(fields) && fields.every((one) => typeof one === "string"));
  const others = hasFields ? rest : withMember(rest, "fields", fields);
  return (
    <fieldset
      aria-label={t("named", { number })}
      className="grid min-w-0 gap-3 rounded-md border border-line p-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
    >
      <Field label={t("type")} error={typeError ?? rowError}>
        <Combobox
          aria-label={t("named", { number })}
          options={KNOWN.map((value) => ({ value, label: value, description: t(`known.${value}`) }))}
          allowCustom
          value={fieldText(type) || null}
          onValueChange={(next) => member("type").onValueChange(next ?? "")}
        />
      </Field>
      {hasFields ? (
        <TextsField
          {...member("fields")}
          label={t("fields", { number })}
          optional
          mayBeAbsent
          placeholder={t("fieldsPlaceholder")}
        />
      ) : (
        <span />
      )}
      <IconButton label={t("remove", { number })} className="sm:mt-6" onClick={onRemove}>
        <Trash2 aria-hidden />
      </IconButton>
      {Object.keys(others).length > 0 ? (
        <p className="text-ink-faint text-sm sm:col-span-3">
          {t.rich("others", {
            json: formatJson(others),
            code: (words) => <code className="break-all text-xs">{words}</code>,
          })}
        </p>
      ) : null}
    </fieldset>
  );
}
