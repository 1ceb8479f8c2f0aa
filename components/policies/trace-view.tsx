"use client";

import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { useTranslations } from "#i18n";
import type { Translator } from "@/lib/i18n/translator";
import {
  type ConditionTrace,
  isOperator,
  type JsonValue,
  operatorText,
  type PolicyLanguage,
  type PolicyTrace,
} from "@/lib/policy";
import { usePolicyLanguage } from "./use-policy-language";

const MARKS = {
  true: { Icon: CircleCheck, tone: "text-positive-ink" },
  false: { Icon: CircleX, tone: "text-negative-ink" },
  unknown: { Icon: CircleHelp, tone: "text-caution-ink" },
} as const;

function Mark({ value }: { value: keyof typeof MARKS }) {
  const t = useTranslations("policies.trace.values");
  const { Icon, tone } = MARKS[value];
  return (
    <span className={`inline-flex shrink-0 items-center gap-1 ${tone}`}>
      <Icon aria-hidden className="size-4" />
      <span className="font-medium text-xs">{t(value)}</span>
    </span>
  );
}

/** Why a policy did or did not match, node by node. */
export function TraceView({ trace }: { trace: PolicyTrace }) {
  const t = useTranslations("policies.trace");
  if (!trace.action_matched) return <p className="text-ink-muted text-sm">{t("noAction")}</p>;
  if (trace.value === null) return <p className="text-ink-muted text-sm">{t("noType")}</p>;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {trace.condition === null ? (
        <p className="text-ink-muted text-sm">{t("noCondition")}</p>
      ) : (
        <ul>
          <ConditionNode node={trace.condition} />
        </ul>
      )}
      {trace.unknown_paths.map((unknown) => {
        const path = () => <code className="break-all text-xs">{unknown.path}</code>;
        return (
          <p key={unknown.path} className="text-caution-ink text-sm">
            {unknown.problem === "missing" ? t.rich("missing", { path }) : t.rich("mistyped", { path })}
          </p>
        );
      })}
    </div>
  );
}

function ConditionNode({ node }: { node: ConditionTrace }) {
  const t = useTranslations("policies.trace");
  const language = usePolicyLanguage();
  if (node.kind === "group") {
    return (
      <li className="min-w-0">
        <span className="flex items-center gap-2 py-0.5">
          <Mark value={node.value} />
          <span className="text-ink-muted text-sm">{label(node.op, language)}</span>
        </span>
        <ul className="ml-2 flex min-w-0 flex-col border-line border-l pl-3">
          {node.children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a trace is drawn anew as a whole and its nodes have no identity.
            <ConditionNode key={index} node={child} />
          ))}
        </ul>
      </li>
    );
  }
  return (
    <li className="flex min-w-0 items-start gap-2 py-0.5">
      <Mark value={node.value} />
      <span className="min-w-0 break-words text-sm">
        {node.kind === "constant" ? t("constant") : describeTest(node, language, t)}
      </span>
    </li>
  );
}

function label(op: string, language: PolicyLanguage): string {
  return isOperator(op) ? operatorText(op, language).label : op;
}

function describeTest(
  node: ConditionTrace & { kind: "test" },
  language: PolicyLanguage,
  t: Translator<"policies.trace">,
): string {
  const [left, ...rest] = node.operands.map((operand) => {
    if ("literal" in operand) return JSON.stringify(operand.literal);
    const { path } = operand;
    return operand.present
      ? t("seen", { path, value: JSON.stringify(operand.value as JsonValue) })
      : t("absent", { path });
  });
  const [from = "", until, zone] = rest;
  const compared = until === undefined ? from : t("between", { from, until });
  return [left, label(node.op, language), compared, zone].filter(Boolean).join(" ");
}
