"use client";

import { useMemo } from "react";
import { useTranslations } from "#i18n";
import { operatorSpec, type TestOperator } from "@/lib/policy";
import { ControlGroup } from "../control-group";
import { adaptArguments } from "../document/adapt-arguments";
import { UNCHOSEN } from "../document/attribute-path";
import type { Argument, BuilderNode } from "../document/builder-node";
import { withAttribute, withSample } from "../document/fitting-operators";
import { useFault } from "../fault-context";
import { useOperatorText } from "../use-operator-text";
import { ArgumentInput } from "./argument-input";
import { type ChangeNode, useAttribute } from "./builder-context";
import { OperandInput } from "./operand-input";
import { OperatorSelect } from "./operator-select";
import { ReferenceInput } from "./reference-input";
import { SeenValues } from "./seen-values";

type Test = BuilderNode & { kind: "test" };

interface TestRowProps {
  test: Test;
  pointer: string;
  /** Where it stands, "2.1", so that its controls have names of their own. */
  number: string;
  onTestChange: ChangeNode<Test>;
}

/** One test: which attribute, which comparison, with what. */
export function TestRow({ test, pointer, number, onTestChange }: TestRowProps) {
  const t = useTranslations("policies.builder");
  const operatorText = useOperatorText();
  const specs = operatorSpec(test.op).args;
  const rest = useMemo(() => specs.slice(1), [specs]);
  const argsPointer = `${pointer}/args`;
  const left = test.args[0] ?? { kind: "reference", path: UNCHOSEN };
  const attribute = useAttribute(left.kind === "reference" ? left.path : null);
  const takesSamples = rest[0]?.kind === "value" && test.args[1]?.kind === "literal";

  function setArgument(index: number, argument: Argument | undefined) {
    const args = test.args.slice();
    if (argument === undefined) args.splice(index, 1);
    else args[index] = argument;
    onTestChange({ ...test, args }, `${argsPointer}/${index}`);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="grid min-w-0 gap-2 @md:grid-cols-[minmax(0,1fr)_13rem]">
        <LeftInput
          argument={left}
          pointer={`${argsPointer}/0`}
          label={t("attribute", { number })}
          onPathChange={(path, types) => onTestChange(withAttribute(test, path, types), `${argsPointer}/0`)}
          onArgumentChange={(argument) => setArgument(0, argument)}
        />
        <OperatorSelect
          label={t("comparison", { number })}
          op={test.op}
          types={attribute?.types ?? []}
          onOperatorChange={(op: TestOperator) =>
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
              number={number}
              onArgumentChange={(argument) => setArgument(index + 1, argument)}
            />
          ))}
        </div>
      ) : null}
      {takesSamples && attribute !== undefined ? (
        <SeenValues
          attribute={attribute}
          taken={test.args[1]}
          onTake={(sample) => {
            const argument = test.args[1];
            if (argument !== undefined) setArgument(1, withSample(argument, sample));
          }}
        />
      ) : null}
      <p className="text-ink-faint text-xs">{operatorText(test.op).help}</p>
    </div>
  );
}

interface LeftInputProps {
  argument: Argument;
  pointer: string;
  label: string;
  onPathChange: Parameters<typeof ReferenceInput>[0]["onPathChange"];
  onArgumentChange: (argument: Argument) => void;
}

/** Nearly always an attribute; a literal there, as the language allows, keeps its full control. */
function LeftInput({ argument, pointer, label, onPathChange, onArgumentChange }: LeftInputProps) {
  const t = useTranslations("policies.builder");
  const fault = useFault(pointer, { within: true });
  const unchosen = argument.kind === "reference" && argument.path === UNCHOSEN;
  const error = fault !== undefined && unchosen ? t("chooseAttribute") : fault;
  return (
    <ControlGroup label={label} error={error} className="w-full">
      {argument.kind === "reference" ? (
        <ReferenceInput
          label={label}
          path={argument.path}
          invalid={error !== undefined}
          onPathChange={onPathChange}
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
