// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { type JsonValue, operatorSpec, parseCondition } from "@/lib/policy";
import { adaptArguments } from "../document/adapt-arguments";
import { writeArgument } from "../document/builder-node";
import { TEST_OPERATORS } from "../document/fitting-operators";
import { FaultContext } from "../fault-context";
import { ConditionBuilder } from "./condition-builder";

let current: JsonValue | undefined;

function Host({ initial }: { initial: JsonValue | undefined }) {
  const [condition, setCondition] = useState(initial);
  current = condition;
  const parsed = parseCondition(condition ?? true);
  const faults =
    parsed.kind === "ok"
      ? []
      : parsed.faults.map((fault) => ({ ...fault, pointer: `/condition${fault.pointer}` }));
  return (
    <FaultContext value={{ faults, isShown: () => true }}>
      <ConditionBuilder
        condition={condition}
        pointer="/condition"
        onConditionChange={setCondition}
        emptyText="Always."
      />
    </FaultContext>
  );
}

const mount = (initial?: JsonValue) => renderWithMessages(<Host initial={initial} />);
const press = (name: string | RegExp, at: HTMLElement = document.body) =>
  fireEvent.click(within(at).getByRole("button", { name }));
const test = (path: string, value: JsonValue) => ({ op: "eq", args: [path, value] });

describe("ConditionBuilder", () => {
  afterEach(cleanup);

  it("starts with a test whose attribute is asked for", () => {
    mount();
    expect(screen.getByText("Always.")).toBeTruthy();
    press("Add condition");
    expect(current).toEqual({ op: "eq", args: ["ctx.", ""] });
    expect(screen.getByText("Choose an attribute.")).toBeTruthy();
    expect(screen.queryByText("Always.")).toBeNull();
  });

  it("puts a second condition beside the first, into a group", () => {
    mount(test("ctx.context.a", "x"));
    press("Add condition");
    expect(current).toEqual({ op: "and", args: [test("ctx.context.a", "x"), test("ctx.", "")] });
    press("Add group");
    expect(current).toMatchObject({ args: [{}, {}, { op: "or", args: [test("ctx.", "")] }] });
  });

  it("writes what is typed into values of every kind", () => {
    mount({
      op: "and",
      args: [test("ctx.context.a", "x"), test("ctx.context.b", 3), test("ctx.context.c", true)],
    });
    fireEvent.change(screen.getByRole("textbox", { name: "Value, condition 1.1" }), {
      target: { value: "y" },
    });
    fireEvent.change(screen.getByRole("textbox", { name: "Value, condition 1.2" }), {
      target: { value: "4.5" },
    });
    fireEvent.click(screen.getByRole("radio", { name: "No" }));
    expect(current).toEqual({
      op: "and",
      args: [test("ctx.context.a", "y"), test("ctx.context.b", 4.5), test("ctx.context.c", false)],
    });
  });

  it("wraps a text that would read as an attribute", () => {
    mount(test("ctx.context.a", "x"));
    fireEvent.change(screen.getByRole("textbox", { name: "Value, condition 1" }), {
      target: { value: "ctx.subject.id" },
    });
    expect(current).toEqual({ op: "eq", args: ["ctx.context.a", { lit: "ctx.subject.id" }] });
  });

  it("keeps digits in a list of texts as text", () => {
    mount({ op: "in", args: ["ctx.context.code", ["99213"]] });
    const input = screen.getByRole("textbox", { name: "Value, condition 1" });
    fireEvent.change(input, { target: { value: "99214" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(current).toEqual({ op: "in", args: ["ctx.context.code", ["99213", "99214"]] });
  });

  it("says that a number is none yet and leaves the rule as it is", () => {
    mount({ op: "gte", args: ["ctx.context.n", 3] });
    fireEvent.change(screen.getByRole("textbox", { name: "Value, condition 1" }), { target: { value: "-" } });
    expect(screen.getByText("Not a number yet: the rule still says 3.")).toBeTruthy();
    expect(current).toEqual({ op: "gte", args: ["ctx.context.n", 3] });
  });

  it("tries a pattern on a text by the engine's own rules", async () => {
    mount({ op: "matches", args: ["ctx.subject.id", "^dr-[0-9]+$"] });
    const text = screen.getByRole("textbox", { name: "Try the pattern on a text" });
    fireEvent.change(text, { target: { value: "dr-12" } });
    expect(await screen.findByText("Matches")).toBeTruthy();
    fireEvent.change(text, { target: { value: "dr-x" } });
    expect(screen.getByText("Does not match")).toBeTruthy();
    fireEvent.change(screen.getByRole("textbox", { name: "Pattern, condition 1" }), {
      target: { value: "(" },
    });
    expect(screen.getByText("No valid pattern")).toBeTruthy();
    expect(screen.getByText("The pattern is no regular expression in RE2 syntax.")).toBeTruthy();
  });

  it("toggles weekdays and keeps the order of those that stay", () => {
    mount({ op: "weekday_in", args: ["ctx.env.time", ["sun", "mon"]] });
    press(/^Sat/);
    press(/^Sun/);
    expect(current).toEqual({ op: "weekday_in", args: ["ctx.env.time", ["mon", "sat"]] });
  });

  it("refuses what is no network", () => {
    mount({ op: "ip_in", args: ["ctx.context.ip", "10.0.0.0/8"] });
    const input = screen.getByRole("textbox", { name: "Networks, condition 1" });
    fireEvent.change(input, { target: { value: "10.0.0.0" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(current).toEqual({ op: "ip_in", args: ["ctx.context.ip", "10.0.0.0/8"] });
    fireEvent.change(input, { target: { value: "::/0" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(current).toEqual({ op: "ip_in", args: ["ctx.context.ip", ["10.0.0.0/8", "::/0"]] });
  });

  it("moves a condition with Alt and an arrow", () => {
    const [a, b] = [test("ctx.context.a", 1), test("ctx.context.b", 2)];
    mount({ op: "and", args: [a, b] });
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Value, condition 1.2" }), {
      key: "ArrowUp",
      altKey: true,
    });
    expect(current).toEqual({ op: "and", args: [b, a] });
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Value, condition 1.1" }), {
      key: "ArrowUp",
      altKey: true,
    });
    expect(current).toEqual({ op: "and", args: [b, a] });
  });

  it("shows what it has no controls for and leaves it alone", () => {
    const strange = { op: "xor", args: [true] };
    mount({ op: "and", args: [strange, test("ctx.context.a", "x")] });
    expect(screen.getByText("This part can only be edited as JSON")).toBeTruthy();
    expect(screen.getByText('There is no operator "xor".', { exact: false })).toBeTruthy();
    fireEvent.change(screen.getByRole("textbox", { name: "Value, condition 1.2" }), {
      target: { value: "y" },
    });
    expect(current).toEqual({ op: "and", args: [strange, test("ctx.context.a", "y")] });
  });

  const focusIn = (name: string) => screen.getByRole("button", { name: `More for condition ${name}` });
  const key = (name: string, init: object) => fireEvent.keyDown(focusIn(name), init);
  const [a, b, c] = [test("ctx.context.a", 1), test("ctx.context.b", 2), test("ctx.context.c", 3)];

  it("nests, takes out, duplicates and removes by key", () => {
    mount({ op: "and", args: [{ op: "or", args: [a] }, b] });
    key("1.2", { key: "ArrowRight", altKey: true, shiftKey: true });
    expect(current).toEqual({ op: "and", args: [{ op: "or", args: [a, b] }] });
    key("1.1.2", { key: "ArrowLeft", altKey: true, shiftKey: true });
    expect(current).toEqual({ op: "and", args: [{ op: "or", args: [a] }, b] });
    key("1.2", { key: "d", code: "KeyD", altKey: true, shiftKey: true });
    expect(current).toEqual({ op: "and", args: [{ op: "or", args: [a] }, b, b] });
    key("1.3", { key: "Delete" });
    key("1.1", { key: "Backspace", altKey: true, shiftKey: true });
    expect(current).toEqual({ op: "and", args: [b] });
  });

  it("makes a group around a condition where none stands above to go into", () => {
    mount({ op: "and", args: [a, b] });
    key("1.1", { key: "ArrowRight", altKey: true, shiftKey: true });
    expect(current).toEqual({ op: "and", args: [{ op: "and", args: [a] }, b] });
  });

  it("takes the focus along when a condition is moved, and to its neighbour when one is removed", () => {
    mount({ op: "and", args: [a, b, c] });
    focusIn("1.3").focus();
    key("1.3", { key: "ArrowUp", altKey: true });
    expect(document.activeElement).toBe(focusIn("1.2"));
    key("1.2", { key: "Delete" });
    expect(current).toEqual({ op: "and", args: [a, b] });
    expect(document.activeElement).toBe(focusIn("1.2"));
    key("1.2", { key: "Delete" });
    expect(document.activeElement).toBe(focusIn("1.1"));
  });

  it("leaves Delete, and the clipboard, to a text that is being typed", () => {
    mount({ op: "and", args: [test("ctx.context.a", "x"), b] });
    const value = screen.getByRole("textbox", { name: "Value, condition 1.1" });
    fireEvent.keyDown(value, { key: "Delete" });
    fireEvent.paste(value, { clipboardData: { getData: () => JSON.stringify(c) } });
    expect(current).toMatchObject({ args: [{}, b] });
  });

  it("copies a condition as JSON and pastes one behind it", () => {
    mount({ op: "and", args: [a, b] });
    let copied = "";
    const clipboardData = { setData: (_: string, text: string) => (copied = text), getData: () => copied };
    fireEvent.copy(focusIn("1.1"), { clipboardData });
    expect(JSON.parse(copied)).toEqual(a);
    fireEvent.paste(focusIn("1.2"), { clipboardData });
    expect(current).toEqual({ op: "and", args: [a, b, a] });
    copied = "no condition";
    fireEvent.paste(focusIn("1.2"), { clipboardData });
    expect(current).toEqual({ op: "and", args: [a, b, a] });
  });

  it("takes a condition, or that of a whole policy, from a field", () => {
    mount();
    press("Paste JSON");
    const field = screen.getByRole("textbox", { name: "Condition as JSON" });
    const insert = () => screen.getByRole("button", { name: "Insert" }) as HTMLButtonElement;
    fireEvent.change(field, { target: { value: '{ "op": "xor", "args": [] }' } });
    expect(screen.getByText(/There is no operator "xor"/)).toBeTruthy();
    expect(insert().disabled).toBe(true);
    fireEvent.change(field, { target: { value: JSON.stringify({ display_name: "P", condition: a }) } });
    fireEvent.click(insert());
    expect(current).toEqual(a);
  });

  /** A control of each operator's own arguments, by the role and name under which it is found. */
  const CONTROLS = {
    number: ["textbox", /^Value, condition 1$/],
    string: ["textbox", /^Value, condition 1$/],
    any: ["textbox", /^Value, condition 1$/],
    list: ["textbox", /^Value, condition 1$/],
    time: [null, /^Value, condition 1, UTC$/],
    regex: ["textbox", /^Pattern, condition 1$/],
    cidrs: ["textbox", /^Networks, condition 1$/],
    time_of_day: [null, /^(From|Until), condition 1$/],
    weekdays: ["button", /^Mon/],
    zone: ["combobox", /^Time zone, condition 1$/],
  } as const;

  it.each(TEST_OPERATORS)("has a fitting control for each argument of %s", (op) => {
    mount({ op, args: adaptArguments(op, []).map(writeArgument) });
    for (const spec of operatorSpec(op).args.slice(1)) {
      const wanted = spec.kind === "value" ? (spec.expects ?? "any") : spec.kind;
      const [role, name] = CONTROLS[wanted as keyof typeof CONTROLS];
      const found = role === null ? screen.getAllByLabelText(name) : screen.getAllByRole(role, { name });
      expect(found.length).toBeGreaterThan(0);
    }
    expect(screen.queryByText("This part can only be edited as JSON")).toBeNull();
  });
});
