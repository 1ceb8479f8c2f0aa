"use client";

import { useId, useState } from "react";
import { useTranslations } from "#i18n";
import { Input } from "@/components/ui/input";

interface NumberInputProps {
  value: number;
  onValueChange: (value: number) => void;
  label: string;
  invalid: boolean;
}

function readNumber(text: string): number | null {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
}

/** A number as it is typed; what is no number yet changes nothing and says so. */
export function NumberInput({ value, onValueChange, label, invalid }: NumberInputProps) {
  const t = useTranslations("policies.builder.literals");
  const [typed, setTyped] = useState<string | null>(null);
  const noteId = useId();
  const read = typed === null ? null : readNumber(typed);
  const stands = typed !== null && (read === null || read === value);
  const refused = stands && read === null;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Input
        aria-label={label}
        inputMode="decimal"
        invalid={invalid || refused}
        aria-describedby={refused ? noteId : undefined}
        value={stands ? typed : String(value)}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = readNumber(event.target.value);
          if (number !== null) onValueChange(number);
        }}
        onBlur={() => setTyped(null)}
      />
      {refused ? (
        <p id={noteId} className="text-negative-ink text-sm">
          {t("noNumber", { value: String(value) })}
        </p>
      ) : null}
    </div>
  );
}
