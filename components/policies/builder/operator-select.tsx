"use client";

import { useMemo } from "react";
import { useTranslations } from "#i18n";
import { Select } from "@/components/ui/select";
import type { SeenType } from "@/lib/contracts/policy-vocabulary";
import type { TestOperator } from "@/lib/policy";
import { fittingOperators, TEST_OPERATORS } from "../document/fitting-operators";
import { useOperatorText } from "../use-operator-text";

interface OperatorSelectProps {
  op: TestOperator;
  /** What the attribute was seen to hold; empty where that is not known. */
  types: readonly SeenType[];
  onOperatorChange: (op: TestOperator) => void;
  label: string;
}

/** The comparisons, those first that fit what the attribute was seen to hold; none is out of reach. */
export function OperatorSelect({ op, types, onOperatorChange, label }: OperatorSelectProps) {
  const t = useTranslations("policies.builder");
  const operatorText = useOperatorText();
  const options = useMemo(() => {
    const fitting = fittingOperators(types);
    const others = TEST_OPERATORS.filter((one) => !fitting.includes(one));
    const option = (group: string | undefined) => (value: TestOperator) => ({
      value,
      label: operatorText(value).label,
      ...(group === undefined ? {} : { group }),
    });
    if (others.length === 0) return fitting.map(option(undefined));
    return [...fitting.map(option(t("fitting"))), ...others.map(option(t("otherComparisons")))];
  }, [types, t, operatorText]);
  return <Select aria-label={label} options={options} value={op} onValueChange={onOperatorChange} />;
}
