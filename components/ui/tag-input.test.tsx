// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { TagInput } from "./tag-input";

function mount(values: string[] = ["a"]) {
  const onValuesChange = vi.fn();
  const validate = (text: string) => (/^[a-z]+$/.test(text) ? null : "Letters only.");
  renderWithMessages(
    <TagInput aria-label="Codes" values={values} onValuesChange={onValuesChange} validate={validate} />,
  );
  return { onValuesChange, input: screen.getByRole("textbox", { name: "Codes" }) };
}

describe("TagInput", () => {
  afterEach(cleanup);

  it("adds with Enter and with a comma, and keeps values once", () => {
    const { onValuesChange, input } = mount();
    fireEvent.change(input, { target: { value: " b " } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(onValuesChange).toHaveBeenLastCalledWith(["a", "b"]);
    fireEvent.change(input, { target: { value: "a" } });
    fireEvent.keyDown(input, { key: "," });
    expect(onValuesChange).toHaveBeenCalledTimes(1);
  });

  it("refuses with the reason and keeps the text", () => {
    const { onValuesChange, input } = mount();
    fireEvent.change(input, { target: { value: "b2" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(screen.getByRole("alert").textContent).toBe("Letters only.");
    expect(input).toHaveProperty("value", "b2");
    expect(onValuesChange).not.toHaveBeenCalled();
  });

  it("splits what is pasted", () => {
    const { onValuesChange, input } = mount();
    fireEvent.paste(input, { clipboardData: { getData: () => "b, c\nb;d" } });
    expect(onValuesChange).toHaveBeenLastCalledWith(["a", "b", "c", "d"]);
  });

  it("takes the last away with Backspace in the empty field only", () => {
    const { onValuesChange, input } = mount(["a", "b"]);
    fireEvent.change(input, { target: { value: "x" } });
    fireEvent.keyDown(input, { key: "Backspace" });
    expect(onValuesChange).not.toHaveBeenCalled();
    fireEvent.change(input, { target: { value: "" } });
    fireEvent.keyDown(input, { key: "Backspace" });
    expect(onValuesChange).toHaveBeenLastCalledWith(["a"]);
  });
});
