// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { NoteField } from "./note-field";

afterEach(cleanup);

const describing = (field: HTMLElement) =>
  (field.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id !== "")
    .map((id) => document.getElementById(id)?.textContent);

it("is named by its label, and tells hint and error with it", () => {
  const { rerender } = render(<NoteField label="Reason" />);
  const field = screen.getByLabelText("Reason");
  expect(describing(field)).toEqual([]);
  expect(field.getAttribute("aria-invalid")).toBeNull();
  rerender(<NoteField label="Reason" hint="The agent reads it." error="Say why." />);
  expect(screen.getByLabelText("Reason")).toBe(field);
  expect(describing(field)).toEqual(["The agent reads it.", "Say why."]);
  expect(field.getAttribute("aria-invalid")).toBe("true");
});
