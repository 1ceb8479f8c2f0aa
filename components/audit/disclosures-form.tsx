"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DisclosuresRequest } from "@/lib/contracts/audit-disclosures";
import { instantOf, readersZone } from "./audit-filter";

interface DisclosuresFormProps {
  busy: boolean;
  onAsk: (request: DisclosuresRequest) => void;
}

export function DisclosuresForm({ busy, onAsk }: DisclosuresFormProps) {
  const t = useTranslations("audit.disclosures");
  const [patient, setPatient] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");

  function ask(event: FormEvent) {
    event.preventDefault();
    const first = instantOf(from, "start", readersZone);
    const last = instantOf(to, "end", readersZone);
    onAsk({
      patient: patient.trim(),
      ...(first === null ? {} : { from: first }),
      ...(last === null ? {} : { to: last }),
    });
  }

  return (
    <form onSubmit={ask} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <Field label={t("patient")} hint={t("hint")}>
          <Input
            mono
            required
            value={patient}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setPatient(event.target.value)}
          />
        </Field>
        <Field label={t("from")} optional>
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label={t("to")} optional>
          <Input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" loading={busy} disabled={patient.trim() === ""}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
