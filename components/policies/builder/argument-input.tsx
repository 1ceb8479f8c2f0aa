"use client";

import { useTranslations } from "#i18n";
import type { ArgumentSpec } from "@/lib/policy";
import { ControlGroup } from "../control-group";
import type { Argument } from "../document/builder-node";
import { useFault } from "../fault-context";
import { NetworkInput } from "./network-input";
import { OperandInput } from "./operand-input";
import { PatternInput } from "./pattern-input";
import { ReferenceInput } from "./reference-input";
import { TimeOfDayInput } from "./time-input";
import { WeekdayInput } from "./weekday-input";
import { ZoneInput } from "./zone-input";

interface ArgumentInputProps {
  spec: ArgumentSpec;
  /** Undefined for an optional argument that is not written. */
  argument: Argument | undefined;
  onArgumentChange: (argument: Argument | undefined) => void;
  pointer: string;
  /** Of the condition, so that its controls have names of their own. */
  number: string;
}

/** Arguments that have a name of their own beside them; every other one is "the value". */
const NAMED = ["pattern", "networks", "from", "until", "zone", "weekdays"] as const;
const TITLED: readonly string[] = ["from", "until", "zone"];

/** One argument of a test by its kind, with what is wrong about it below. */
export function ArgumentInput(props: ArgumentInputProps) {
  const { spec, pointer, number } = props;
  const t = useTranslations("policies.builder.arguments");
  const error = useFault(pointer, { within: true });
  const name = t(NAMED.find((one) => one === spec.name) ?? "value");
  const isTitled = TITLED.includes(spec.name);
  const label = t("ofCondition", { name, number });
  return (
    <ControlGroup
      label={label}
      title={isTitled ? name : undefined}
      error={error}
      className={isTitled ? "w-36 max-w-full grow" : "w-full"}
    >
      <Control {...props} label={label} invalid={error !== undefined} />
    </ControlGroup>
  );
}

function textOf(argument: Argument | undefined): string {
  return argument?.kind === "literal" && typeof argument.value === "string" ? argument.value : "";
}

function textsOf(argument: Argument | undefined): readonly string[] {
  if (argument?.kind !== "literal") return [];
  const { value } = argument;
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? value.map(String) : [];
}

function Control(props: ArgumentInputProps & { label: string; invalid: boolean }) {
  const { spec, argument, onArgumentChange, label, invalid } = props;
  const wrapped = argument?.kind === "literal" && argument.wrapped;
  const setText = (value: string) => onArgumentChange({ kind: "literal", value, wrapped });
  const setTexts = (value: readonly string[]) => onArgumentChange({ kind: "literal", value, wrapped: false });
  const shared = { label, invalid };
  switch (spec.kind) {
    case "regex":
      return <PatternInput {...shared} pattern={textOf(argument)} onPatternChange={setText} />;
    case "cidrs":
      return <NetworkInput {...shared} networks={textsOf(argument)} onNetworksChange={setTexts} />;
    case "time_of_day":
      return <TimeOfDayInput {...shared} value={textOf(argument)} onValueChange={setText} />;
    case "weekdays":
      return <WeekdayInput label={label} days={textsOf(argument)} onDaysChange={setTexts} />;
    case "zone":
      return (
        <ZoneInput
          {...shared}
          zone={argument === undefined ? null : textOf(argument)}
          onZoneChange={(zone) => (zone === null ? onArgumentChange(undefined) : setText(zone))}
        />
      );
    case "reference":
      return (
        <ReferenceInput
          {...shared}
          path={argument?.kind === "reference" ? argument.path : ""}
          onPathChange={(path) => onArgumentChange({ kind: "reference", path })}
        />
      );
    default:
      return argument === undefined ? null : (
        <OperandInput {...shared} spec={spec} argument={argument} onArgumentChange={onArgumentChange} />
      );
  }
}
