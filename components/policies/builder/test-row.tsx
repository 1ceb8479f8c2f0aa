"use client";

import { useMemo } from "react";
import { Select } from "@/components/ui/select";
import { isGroupOperator, OPERATOR_NAMES, operatorSpec, type TestOperator } from "@/lib/policy";
import { ControlGroup } from "../control-group";
import { adaptArguments } from "../document/adapt-arguments";
import { UNCHOSEN } from "../document/attribute-path";
import type { Argument, BuilderNode } from "../document/builder-node";
import { useFault } from "../fault-context";
import { ArgumentInput } from "./argument-input";
import type { ChangeNode } from "./builder-context";
import { OperandInput } from "./operand-input";
import { ReferenceInput } from "./reference-input";

type Test = BuilderNode & { kind: "test" };

interface TestRowProps {
  test: Test;
  pointer: string;
  /** Where it stands, "2.1", so that its controls have names of their own. */
  number: string;
  onTestChange: ChangeNode<Test>;
}

const OPERATORS = OPERATOR_NAMES.filter((op): op is TestOperator => !isGroupOperator(op)).map((op) => ({
  value: op,
  label: operatorSpec(op).label,
}));

/** One test: which attribute, which comparison, with what. */
export function TestRow({ test, pointer, number, onTestChange }: TestRowProps) {
  const specs = operatorSpec(test.op).args;
  const argsPointer = `${pointer}/args`;
  const help = operatorSpec(test.op).help;
  const rest = useMemo(() => specs.slice(1), [specs]);

  function setArgument(index: number, argument: Argument | undefined) {
    const args = test.args.slice();
    if (argument === undefined) args.splice(index, 1);
    else args[index] = argument;
    onTestChange({ ...test, args }, `${argsPointer}/${index}`);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="grid min-w-0 gap-2 @md:grid-cols-[minmax(0,1fr)_12rem]">
        <LeftInput
          argument={test.args[0] ?? { kind: "reference", path: UNCHOSEN }}
          pointer={`${argsPointer}/0`}
          label={`Attribute, condition ${number}`}
          onArgumentChange={(argument) => setArgument(0, argument)}
        />
        <Select
          aria-label={`Comparison, condition ${number}`}
          options={OPERATORS}
          value={test.op}
          onValueChange={(op) =>
            onTestChange({ kind: "test", op, args: adaptArguments(op, test.args) }, `${pointer}/op`)
          }
        />
      </div>
      {rest.length > 0 ? (
        <div className="flex min-w-0 flex-wrap items-start gap-2">
          {rest.map((spec, index) => (
            <ArgumentInput
              key={`${test.op}-${spec.name}`}
              spec={spec}
              argument={test.args[index + 1]}
              pointer={`${argsPointer}/${index + 1}`}
              label={`${nameOf(spec.name)}, condition ${number}`}
              onArgumentChange={(argument) => setArgument(index + 1, argument)}
            />
          ))}
        </div>
      ) : null}
      <p className="text-ink-faint text-xs">{help}</p>
    </div>
  );
}

const VALUE_NAMES = new Set(["to", "than", "list", "member", "prefix", "suffix"]);

function nameOf(spec: string): string {
  if (VALUE_NAMES.has(spec)) return "Value";
  return spec.charAt(0).toUpperCase() + spec.slice(1);
}

interface LeftInputProps {
  argument: Argument;
  pointer: string;
  label: string;
  onArgumentChange: (argument: Argument) => void;
}

/** Nearly always an attribute; a literal there, as the language allows, keeps its full control. */
function LeftInput({ argument, pointer, label, onArgumentChange }: LeftInputProps) {
  const fault = useFault(pointer, { within: true });
  const unchosen = argument.kind === "reference" && argument.path === UNCHOSEN;
  const error = fault !== undefined && unchosen ? "Choose an attribute." : fault;
  return (
    <ControlGroup label={label} error={error} className="w-full">
      {argument.kind === "reference" ? (
        <ReferenceInput
          label={label}
          path={argument.path}
          invalid={error !== undefined}
          onPathChange={(path) => onArgumentChange({ kind: "reference", path })}
        />
      ) : (
        <OperandInput
          label={label}
          argument={argument}
          spec={{ name: "value", kind: "value", expects: "any" }}
          invalid={error !== undefined}
          onArgumentChange={onArgumentChange}
        />
      )}
    </ControlGroup>
  );
}
