import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import {
  type ConditionTrace,
  isOperator,
  type JsonValue,
  operatorSpec,
  type PolicyTrace,
} from "@/lib/policy";

const MARKS = {
  true: { Icon: CircleCheck, tone: "text-positive-ink", word: "True" },
  false: { Icon: CircleX, tone: "text-negative-ink", word: "False" },
  unknown: { Icon: CircleHelp, tone: "text-caution-ink", word: "Unknown" },
} as const;

function Mark({ value }: { value: keyof typeof MARKS }) {
  const { Icon, tone, word } = MARKS[value];
  return (
    <span className={`inline-flex shrink-0 items-center gap-1 ${tone}`}>
      <Icon aria-hidden className="size-4" />
      <span className="font-medium text-xs">{word}</span>
    </span>
  );
}

/** Why a policy did or did not match, node by node. */
export function TraceView({ trace }: { trace: PolicyTrace }) {
  if (!trace.action_matched)
    return <p className="text-ink-muted text-sm">None of its actions matches the request's.</p>;
  if (trace.value === null) {
    return <p className="text-ink-muted text-sm">None of its resource types matches the request's.</p>;
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {trace.condition === null ? (
        <p className="text-ink-muted text-sm">It has no condition.</p>
      ) : (
        <ul>
          <ConditionNode node={trace.condition} />
        </ul>
      )}
      {trace.unknown_paths.map((unknown) => (
        <p key={unknown.path} className="text-caution-ink text-sm">
          <code className="break-all text-xs">{unknown.path}</code>{" "}
          {unknown.problem === "missing" ? "is missing in the request." : "is not of the type this needs."}
        </p>
      ))}
    </div>
  );
}

function ConditionNode({ node }: { node: ConditionTrace }) {
  if (node.kind === "group") {
    return (
      <li className="min-w-0">
        <span className="flex items-center gap-2 py-0.5">
          <Mark value={node.value} />
          <span className="text-ink-muted text-sm">{label(node.op)}</span>
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
        {node.kind === "constant" ? "as written" : describeTest(node)}
      </span>
    </li>
  );
}

function label(op: string): string {
  return isOperator(op) ? operatorSpec(op).label : op;
}

function describeTest(node: ConditionTrace & { kind: "test" }): string {
  const [left, ...rest] = node.operands.map((operand) => {
    if ("literal" in operand) return JSON.stringify(operand.literal);
    const seen = operand.present ? JSON.stringify(operand.value as JsonValue) : "missing";
    return `${operand.path} (${seen})`;
  });
  return [left, label(node.op), rest.join(" and ")].filter(Boolean).join(" ");
}
