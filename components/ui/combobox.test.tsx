// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { Combobox } from "./combobox";
import { MultiCombobox } from "./multi-combobox";

const options = ["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }));
const around = vi.fn();

function mount(field: React.ReactElement) {
  // biome-ignore lint/a11y/noStaticElementInteractions: stands for the dialog that the field is in
  renderWithMessages(<div onKeyDown={({ key }) => around(key)}>{field}</div>);
  return screen.getByRole("combobox", { name: "Roles" });
}

describe("Escape in a combobox", () => {
  afterEach(() => {
    cleanup();
    around.mockClear();
  });

  it("changes nothing while the list is closed, and reaches what lies around", () => {
    const changed = vi.fn();
    const input = mount(
      <Combobox aria-label="Roles" options={options} value="b" onValueChange={changed} clearable />,
    );
    fireEvent.keyDown(input, { key: "Escape" });
    expect(changed).not.toHaveBeenCalled();
    expect(input).toHaveProperty("value", "B");
    expect(around).toHaveBeenCalledWith("Escape");
  });

  it("keeps each of several", () => {
    const changed = vi.fn();
    const input = mount(
      <MultiCombobox aria-label="Roles" options={options} values={["a", "c"]} onValuesChange={changed} />,
    );
    fireEvent.keyDown(input, { key: "Escape" });
    expect(changed).not.toHaveBeenCalled();
    expect(around).toHaveBeenCalledWith("Escape");
  });

  it("closes the list first", async () => {
    const changed = vi.fn();
    const input = mount(
      <MultiCombobox aria-label="Roles" options={options} values={["a", "c"]} onValuesChange={changed} />,
    );
    fireEvent.click(input);
    fireEvent.keyDown(input, { key: "ArrowDown" });
    await vi.waitFor(() => expect(input.getAttribute("aria-expanded")).toBe("true"));
    fireEvent.keyDown(input, { key: "Escape" });
    await vi.waitFor(() => expect(input.getAttribute("aria-expanded")).toBe("false"));
    expect(changed).not.toHaveBeenCalled();
  });
});
