import { Check, HelpCircle, X } from "lucide-react";
import { useLocale, useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { localeOfTag } from "@/lib/i18n/locales";
import type { ConditionTrace, OperandTrace, TruthValue } from "@/lib/policy";
import { operatorWords } from "./operator-words";

const truths: Record<TruthValue, { className: string; Icon: typeof Check }> = {
  true: { className: "text-positive-ink", Icon: Check },
  false: { className: "text-ink-faint", Icon: X },
  unknown: { className: "text-caution-ink", Icon: HelpCircle },
};

/** A condition with the value of each part, as the request made it. */
export function ConditionTree({ node }: { node: ConditionTrace }) {
  const t = useTranslations("try-it.condition");
  return (
    <ul aria-label={t("label")} className="flex flex-col">
      <Node node={node} />
    </ul>
  );
}

function Node({ node }: { node: ConditionTrace }) {
  const t = useTranslations("try-it.condition");
  return (
    <li className="min-w-0">
      <div className="flex items-start gap-2 py-0.5">
        <Truth value={node.value} />
        <span className="min-w-0 break-words">
          {node.kind === "constant" ? (
            t("always")
          ) : node.kind === "group" ? (
            t(`groups.${node.op}`)
          ) : (
            <Test node={node} />
          )}
        </span>
      </div>
      {node.kind === "group" ? (
        <ul className="ml-2 flex flex-col border-line border-l pl-3">
          {node.children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition's parts have no other name than their place.
            <Node key={index} node={child} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Truth({ value }: { value: TruthValue }) {
  const t = useTranslations("try-it.condition.truth");
  const { className, Icon } = truths[value];
  return (
    <span className={cn("flex w-24 shrink-0 items-center gap-1 text-sm", className)}>
      <Icon aria-hidden className="size-3.5" />
      {t(value)}
    </span>
  );
}

function Test({ node }: { node: Extract<ConditionTrace, { kind: "test" }> }) {
  const locale = useLocale();
  const [left, ...right] = node.operands;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {left ? <Operand operand={left} /> : null}
      <span className="text-ink-muted">{operatorWords(node.op, localeOfTag(locale))}</span>
      {right.map((operand, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: operands stand in their order.
        <Operand key={index} operand={operand} />
      ))}
    </span>
  );
}

function Operand({ operand }: { operand: OperandTrace }) {
  const t = useTranslations("try-it.condition");
  if ("literal" in operand) {
    return <code className="break-all font-mono text-sm">{JSON.stringify(operand.literal)}</code>;
  }
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1">
      <code className="break-all font-mono text-sm">{operand.path.replace(/^ctx\./, "")}</code>
      <span className={cn("text-sm", operand.present ? "text-ink-faint" : "font-medium text-caution-ink")}>
        {operand.present ? t("present", { value: JSON.stringify(operand.value) }) : t("missing")}
      </span>
    </span>
  );
}
