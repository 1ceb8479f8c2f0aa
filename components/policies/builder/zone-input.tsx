"use client";

import { useMemo } from "react";
import { useTranslations } from "#i18n";
import { Combobox } from "@/components/ui/combobox";

interface ZoneInputProps {
  /** Null where none is written, which is UTC. */
  zone: string | null;
  onZoneChange: (zone: string | null) => void;
  label: string;
  invalid: boolean;
}

const WITHOUT_ZONE = "UTC";

export function ZoneInput({ zone, onZoneChange, label, invalid }: ZoneInputProps) {
  const t = useTranslations("policies.builder.literals");
  const options = useMemo(
    () =>
      ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")].map((name) => ({
        value: name,
        label: name.replaceAll("_", " "),
      })),
    [],
  );
  return (
    <Combobox
      aria-label={label}
      options={options}
      value={zone}
      onValueChange={onZoneChange}
      allowCustom
      clearable
      invalid={invalid}
      placeholder={WITHOUT_ZONE}
      emptyText={t("noZone")}
    />
  );
}
