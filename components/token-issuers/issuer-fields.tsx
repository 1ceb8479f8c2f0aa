"use client";

import { useTranslations } from "#i18n";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { TOKEN_ALGORITHMS } from "@/lib/contracts/token-issuers";
import { type IssuerDraft, type IssuerFaults, JWKS_EXAMPLE } from "./issuer-draft";

const ISSUER_EXAMPLE = "https://login.example.org/tenant/v2.0";
const KEYS_EXAMPLE = "https://login.example.org/tenant/keys";

interface IssuerFieldsProps {
  draft: IssuerDraft;
  faults: IssuerFaults;
  audience: string;
  onChange: (part: Partial<IssuerDraft>) => void;
}

export function IssuerFields({ draft, faults, audience, onChange }: IssuerFieldsProps) {
  const t = useTranslations("agents.issuers");
  return (
    <>
      <Field label={t("form.name")} hint={t("form.nameHint")} error={faults.name}>
        <Input
          value={draft.name}
          maxLength={200}
          placeholder={t("form.nameExample")}
          autoComplete="off"
          onValueChange={(name) => onChange({ name })}
        />
      </Field>
      <Field label={t("form.issuer")} hint={t("form.issuerHint")} error={faults.issuer}>
        <Input
          mono
          type="url"
          value={draft.issuer}
          maxLength={500}
          placeholder={ISSUER_EXAMPLE}
          autoComplete="off"
          onValueChange={(issuer) => onChange({ issuer })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <span id="issuer-audience" className="font-medium text-ink text-sm">
          {t("form.audience")}
        </span>
        <span className="flex items-center justify-between gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-2.5">
          <output aria-labelledby="issuer-audience" className="min-w-0 break-all font-mono text-sm">
            {audience}
          </output>
          <CopyButton text={audience} label={t("audience.copy")} />
        </span>
        <span className="text-ink-faint text-sm">{t("form.audienceHint")}</span>
      </div>
      <Fieldset legend={t("form.source")}>
        <RadioGroup
          appearance="cards"
          aria-label={t("form.source")}
          value={draft.source}
          onValueChange={(source) => onChange({ source })}
          options={(["address", "pasted"] as const).map((value) => ({
            value,
            label: t(`form.sources.${value}.label`),
            description: t(`form.sources.${value}.text`),
          }))}
        />
      </Fieldset>
      {draft.source === "address" ? (
        <Field label={t("form.jwksUri")} hint={t("form.jwksUriHint")} error={faults.jwks_uri}>
          <Input
            mono
            type="url"
            value={draft.jwksUri}
            maxLength={500}
            placeholder={KEYS_EXAMPLE}
            autoComplete="off"
            onValueChange={(jwksUri) => onChange({ jwksUri })}
          />
        </Field>
      ) : (
        <Field label={t("form.jwks")} hint={t("form.jwksHint")} error={faults.jwks}>
          <Textarea
            mono
            rows={4}
            value={draft.jwks}
            placeholder={JWKS_EXAMPLE}
            spellCheck={false}
            className="max-h-60"
            onChange={(event) => onChange({ jwks: event.target.value })}
          />
        </Field>
      )}
      <Field label={t("form.algorithms")} hint={t("form.algorithmsHint")} error={faults.algorithms}>
        <MultiCombobox
          options={TOKEN_ALGORITHMS.map((value) => ({ value, label: value }))}
          values={draft.algorithms}
          onValuesChange={(values) =>
            onChange({ algorithms: TOKEN_ALGORITHMS.filter((name) => values.includes(name)) })
          }
        />
      </Field>
    </>
  );
}
