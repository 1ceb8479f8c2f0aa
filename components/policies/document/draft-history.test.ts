import { describe, expect, it } from "vitest";
import { type Draft, draftText, newDraft, reduceDraft } from "./draft-history";

const start = newDraft({ display_name: "A", actions: ["ehr.read"] });
const rename = (draft: Draft, name: string, at: number) =>
  reduceDraft(draft, {
    type: "edit",
    document: { ...draft.document, display_name: name },
    place: "/display_name",
    at,
  });
const type = (draft: Draft, text: string, at = 0) => reduceDraft(draft, { type: "type", text, at });
const undo = (draft: Draft) => reduceDraft(draft, { type: "undo" });
const redo = (draft: Draft) => reduceDraft(draft, { type: "redo" });

describe("a policy draft", () => {
  it("takes one word typed in one field back in one step", () => {
    const draft = rename(rename(rename(start, "AB", 100), "ABC", 300), "ABC later", 5000);
    expect(undo(draft).document.display_name).toBe("ABC");
    expect(undo(undo(draft)).document).toEqual(start.document);
    expect(redo(redo(undo(undo(draft)))).document).toEqual(draft.document);
  });

  it("forgets what was undone once something else is edited", () => {
    const draft = rename(undo(rename(start, "B", 0)), "C", 1);
    expect(redo(draft)).toBe(draft);
  });

  it("shows the text as typed and the document it says", () => {
    const typed = type(start, '{"display_name":"B",   "actions":[]}');
    expect(typed.document).toEqual({ display_name: "B", actions: [] });
    expect(draftText(typed)).toBe('{"display_name":"B",   "actions":[]}');
    expect(draftText(undo(typed))).toBe(draftText(start));
  });

  it("keeps the last document while the text is broken, and the text too", () => {
    const broken = type(start, '{"display_name": ');
    expect(broken.document).toBe(start.document);
    expect(broken.textFault).toMatchObject({ offset: 17 });
    expect(draftText(broken)).toBe('{"display_name": ');
    expect(draftText(reduceDraft(broken, { type: "discard-text", at: 5000 }))).toBe(draftText(start));
    expect(type(start, "[]").textFault?.code).toBe("policyObject");
  });

  it("takes typing in the text back step by step, through broken text, and brings it again", () => {
    const texts = ['{"a": ', '{"a": 1}', '{"a": 1, "b', '{"a": 1, "b": 2}'];
    const drafts = [start];
    for (const [index, text] of texts.entries()) {
      drafts.push(type(drafts.at(-1) ?? start, text, (index + 1) * 5000));
    }
    let draft = drafts.at(-1) ?? start;
    for (const before of drafts.slice(0, -1).toReversed()) {
      draft = undo(draft);
      expect([draftText(draft), draft.document]).toEqual([draftText(before), before.document]);
    }
    for (const after of drafts.slice(1)) {
      draft = redo(draft);
      expect([draftText(draft), draft.document, draft.textFault]).toEqual([
        draftText(after),
        after.document,
        after.textFault,
      ]);
    }
  });

  it("can bring back a broken text that was discarded", () => {
    const broken = type(start, '{"display_name": ');
    const discarded = reduceDraft(broken, { type: "discard-text", at: 100 });
    expect(draftText(undo(discarded))).toBe('{"display_name": ');
    expect(discarded.document).toBe(start.document);
  });

  it("makes no step of spaces alone", () => {
    const spaced = type(start, `${draftText(start)}\n\n`);
    expect(spaced.past).toHaveLength(0);
    expect(draftText(spaced)).toBe(`${draftText(start)}\n\n`);
  });

  it("returns to the text made from the document when another view edits", () => {
    const draft = rename(type(start, '{"display_name":"B","actions":[]}', 0), "C", 10);
    expect(JSON.parse(draftText(draft))).toEqual({ display_name: "C", actions: [] });
    expect(draft.touched.has("/display_name")).toBe(true);
  });
});
