import { describe, expect, it } from "vitest";
import { filterCommands } from "./filter-commands";

const groups = [
  { id: "go", commands: [{ label: "Audit" }, { label: "Inbox", keywords: ["approvals"] }] },
  {
    id: "do",
    commands: [{ label: "New policy" }, { label: "Policies", description: "in evaluation order" }],
  },
];

function labels(query: string) {
  return filterCommands(groups, query).map((group) => group.commands.map((command) => command.label));
}

describe("filterCommands", () => {
  it("keeps everything for an empty query", () => {
    expect(labels("  ")).toEqual([
      ["Audit", "Inbox"],
      ["New policy", "Policies"],
    ]);
  });

  it("finds by keyword and description, and drops empty groups", () => {
    expect(labels("approv")).toEqual([["Inbox"]]);
    expect(labels("evaluation pol")).toEqual([["Policies"]]);
  });

  it("puts a match at the start first", () => {
    expect(labels("pol")).toEqual([["Policies", "New policy"]]);
  });

  it("finds nothing for words that do not occur together", () => {
    expect(labels("inbox policy")).toEqual([]);
  });
});
