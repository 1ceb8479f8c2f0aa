"use client";

import { useTranslations } from "#i18n";
import type { SampleValue } from "@/lib/contracts/policy-vocabulary";
import type { Attribute } from "../document/attribute-path";
import type { Argument } from "../document/builder-node";
import { SampleChips } from "../sample-chips";

interface SeenValuesProps {
  attribute: Attribute;
  /** What the test compares with at present. */
  taken: Argument | undefined;
  onTake: (sample: SampleValue) => void;
}

/** Values that the attribute was seen to hold, or that there are some which are not shown. */
export function SeenValues({ attribute, taken, onTake }: SeenValuesProps) {
  const t = useTranslations("policies.builder.seen");
  const value = taken?.kind === "literal" ? taken.value : null;
  const has = (sample: SampleValue) => value === sample || (Array.isArray(value) && value.includes(sample));
  const samples = attribute.seen?.samples ?? [];
  if (samples.length === 0 && attribute.seen?.withheld) {
    return <p className="text-ink-faint text-xs">{t("withheld")}</p>;
  }
  return <SampleChips values={samples.filter((sample) => !has(sample))} onTake={onTake} />;
}
