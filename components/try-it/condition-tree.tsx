import { Check, HelpCircle, X } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { ConditionTrace, OperandTrace, TruthValue } from "@/lib/policy";
import { operatorWords } from "./operator-words";

const truths: Record<TruthValue, { word: string; className: string; Icon: typeof Check }> = {
  true: { word: "true", className: "text-positive-ink", Icon: Check },
  false: { word: "false", className: "text-ink-faint", Icon: X },
  unknown: { word: "unknown", className: "text-caution-ink", Icon: HelpCircle },
};

/** A condition with the value of each part, as the request made it. */
export function ConditionTree({ node }: { node: ConditionTrace }) {
  return (
    <ul aria-label="Condition" className="flex flex-col">
      <Node node={node} />
    </ul>
  );
}

const groupWords: Readonly<Record<string, string>> = {
  and: "All of these",
  or: "Any of these",
  not: "Not this",
};

function Node({ node }: { node: ConditionTrace }) {
  return (
    <li className="min-w-0">
      <div className="flex items-start gap-2 py-0.5">
        <Truth value={node.value} />
        <span className="min-w-0 break-words">
          {node.kind === "constant" ? (
            "Always"
          ) : node.kind === "group" ? (
            (groupWords[node.op] ?? node.op)
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
  const { word, className, Icon } = truths[value];
  return (
    <span className={cn("flex w-20 shrink-0 items-center gap-1 text-sm", className)}>
      <Icon aria-hidden className="size-3.5" />
      {word}
    </span>
  );
}

function Test({ node }: { node: Extract<ConditionTrace, { kind: "test" }> }) {
  const [left, ...right] = node.operands;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {left ? <Operand operand={left} /> : null}
      <span className="text-ink-muted">{operatorWords(node.op)}</span>
      {right.map((operand, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: operands stand in their order.
        <Operand key={index} operand={operand} />
      ))}
    </span>
  );
}

function Operand({ operand }: { operand: OperandTrace }) {
  if ("literal" in operand) {
    return <code className="break-all font-mono text-sm">{JSON.stringify(operand.literal)}</code>;
  }
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1">
      <code className="break-all font-mono text-sm">{operand.path.replace(/^ctx\./, "")}</code>
      <span className={cn("text-sm", operand.present ? "text-ink-faint" : "font-medium text-caution-ink")}>
        ({operand.present ? `is ${JSON.stringify(operand.value)}` : "missing"})
      </span>
    </span>
  );
}
