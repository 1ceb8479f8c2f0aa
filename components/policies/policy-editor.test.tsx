// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { vocabularyQuery } from "@/lib/client/vocabulary-query";
import { operatorText } from "@/lib/policy";
import { PolicyEditor } from "./policy-editor";

// The router belongs to Next's runtime, which is not here; nothing in these tests navigates.
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }),
}));

// The full editor measures what it draws, which nothing here can answer, and would take the plain field's place at a moment
// of its own. The browser tests type in it.
vi.mock("./json/code-editor", () => {
  throw new Error("does not arrive");
});

const VOCABULARY = {
  attributes: [
    {
      path: "ctx.resource.attrs.record_type",
      types: ["text" as const],
      seen: 3,
      sources: [{ kind: "directory" as const, type: "patient_record", seen: 3 }],
      samples: ["diagnosis", "imaging"],
      withheld: false,
    },
  ],
  actions: ["ehr.read", "lab.order"],
  resource_types: ["patient_record"],
  state_version: 1,
};

const POLICY = {
  display_name: "Clinical data",
  effect: "require_approval",
  actions: ["ehr.read"],
  condition: { op: "in", args: ["ctx.resource.attrs.record_type", ["diagnosis"]] },
};

function mount(
  initial: typeof POLICY | { display_name: string; effect: string; actions: string[] } = POLICY,
  locale: "en" | "es" = "en",
) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(vocabularyQuery.queryKey, VOCABULARY);
  renderWithMessages(
    <QueryClientProvider client={queries}>
      <PolicyEditor policy={null} initial={initial} facts={{ roles: [], maySimulate: false }} />
    </QueryClientProvider>,
    { locale },
  );
  const json = screen.getByRole("textbox", {
    name: /como JSON|as JSON/,
    hidden: true,
  }) as HTMLTextAreaElement;
  return {
    json,
    name: screen.getByRole("textbox", { name: /^(Name|Nombre)$/ }) as HTMLInputElement,
    sentence: () => screen.getByRole("status", { name: "What it says" }).textContent,
    document: () => JSON.parse(json.value) as typeof POLICY & { priority?: number },
  };
}

const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } });

describe("PolicyEditor", () => {
  afterEach(cleanup);

  it("shows what is typed in the form in the JSON, and the other way round", () => {
    const { json, name, document } = mount();
    type(name, "Renamed");
    expect(document().display_name).toBe("Renamed");
    type(json, json.value.replace("Renamed", "From JSON").replace('["diagnosis"]', '["imaging"]'));
    expect(name.value).toBe("From JSON");
    expect(screen.getByText("imaging")).toBeTruthy();
  });

  it("says in one sentence what the draft says, while it is edited", () => {
    const { json, sentence } = mount();
    expect(sentence()).toContain("Require approval");
    type(json, json.value.replace("require_approval", "deny"));
    expect(sentence()).toContain("Deny when");
  });

  it("shows a fault at its field and at its line", () => {
    const { json } = mount();
    type(screen.getByRole("textbox", { name: "Priority" }), "5000");
    const message = "This must be a whole number from 0 to 1000.";
    expect(screen.getAllByText(message, { exact: false }).length).toBeGreaterThanOrEqual(2);
    const line = json.value.split("\n").findIndex((text) => text.includes("5000")) + 1;
    expect(
      screen.getByRole("button", { name: new RegExp(`^Line ${line} .*/priority`), hidden: true }),
    ).toBeTruthy();
  });

  it("accuses nobody of an empty form before something was asked for", () => {
    mount({ display_name: "", effect: "deny", actions: [] });
    const inField = () => screen.queryAllByText("This must not be empty.");
    expect(inField()).toHaveLength(0);
    type(screen.getByRole("textbox", { name: "Priority" }), "7");
    expect(inField()).toHaveLength(0);
    fireEvent.click(screen.getByRole("button", { name: "Publish policy" }));
    expect(inField()).toHaveLength(1);
    expect(screen.getByText("2 things to correct first")).toBeTruthy();
  });

  it("rests the form while the JSON is broken and loses nothing of either", async () => {
    const { json, name } = mount();
    type(name, "Renamed");
    const broken = `${json.value.slice(0, -1)}, `;
    type(json, broken);
    expect(await screen.findByText("The JSON is not complete")).toBeTruthy();
    expect(json.value).toBe(broken);
    expect(name.value).toBe("Renamed");
    expect(name.closest("fieldset:disabled")).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Back to the last complete text", hidden: true }));
    expect(JSON.parse(json.value).display_name).toBe("Renamed");
  });

  it("takes edits back and brings them again by key", () => {
    const { name, document } = mount();
    type(name, "Renamed");
    fireEvent.keyDown(name, { key: "z", ctrlKey: true });
    expect(document().display_name).toBe("Clinical data");
    fireEvent.keyDown(name, { key: "Z", ctrlKey: true, shiftKey: true });
    expect(document().display_name).toBe("Renamed");
  });

  it("drops approval rules with the effect that has them", () => {
    const { document } = mount();
    type(screen.getByRole("textbox", { name: "People needed" }), "2");
    expect(document()).toMatchObject({ approval: { quorum: 2 } });
    fireEvent.click(screen.getByRole("radio", { name: /^Allow/ }));
    expect(document()).not.toHaveProperty("approval");
    expect(document().effect).toBe("allow");
  });

  it("offers what was seen here, and takes it by a click", () => {
    const { document } = mount();
    fireEvent.click(screen.getByRole("button", { name: "Use imaging" }));
    expect(document().condition.args[1]).toEqual(["diagnosis", "imaging"]);
    expect(screen.queryByRole("button", { name: "Use diagnosis" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Use lab.order" }));
    expect(document().actions).toEqual(["ehr.read", "lab.order"]);
  });

  it("speaks Spanish, its operators and its faults too", () => {
    mount(POLICY, "es");
    expect(screen.getByRole("combobox", { name: "Comparación, condición 1" }).textContent).toBe(
      operatorText("in", "es").label,
    );
    type(screen.getByRole("textbox", { name: "Prioridad" }), "5000");
    expect(screen.getAllByText("Debe ser un número entero de 0 a 1000.").length).toBeGreaterThan(0);
  });

  it("judges a pattern that is no plain text once the engine for it has come, and accepts nothing before", async () => {
    const withPattern = (pattern: string) =>
      JSON.stringify({
        ...POLICY,
        condition: { op: "matches", args: ["ctx.resource.attrs.record_type", pattern] },
      });
    const { json, sentence } = mount();
    type(json, withPattern("^diag"));
    expect(sentence()).toContain("^diag");
    type(json, withPattern("^d[ai]ag("));
    expect(sentence()).toBe("Checking the pattern…");
    expect(await screen.findAllByText(/no regular expression in RE2 syntax/)).not.toHaveLength(0);
    expect(sentence()).toContain("One thing is still missing or wrong.");
    type(json, withPattern("^d[ai]ag"));
    expect(sentence()).toContain("^d[ai]ag");
  });
});
