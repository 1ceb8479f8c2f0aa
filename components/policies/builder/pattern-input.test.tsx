// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { PatternInput } from "./pattern-input";

// The engine for patterns is on its way for as long as the test lasts.
vi.mock("../use-regex-engine", async (original) => ({
  ...(await original<typeof import("../use-regex-engine")>()),
  useRegexEngine: () => ({ regex: () => null, state: "partial" }),
}));

afterEach(cleanup);

function tryOn(props: { invalid: boolean }): string | null {
  renderWithMessages(<PatternInput label="Pattern" pattern="[0-9" onPatternChange={() => {}} {...props} />);
  fireEvent.change(screen.getByLabelText("Try the pattern on a text"), { target: { value: "dr-1" } });
  return screen.getByRole("status").textContent;
}

it("says that a pattern is being checked where nothing is known of it yet", () => {
  expect(tryOn({ invalid: false })).toBe("Checking…");
});

it("does not say so beside what is wrong with it", () => {
  expect(tryOn({ invalid: true })).toBe("");
});
