import { describe, expect, it } from "vitest";
import { appendEntries, type EntryDraft, emptyHead, prepareDraft } from "./chain";
import { isEventType, NO_ENTRY_HASH, parseEntry } from "./entry";
import { EVENT_TYPES } from "./event-types";
import { rootFromFrontier, rootFromLeaves } from "./frontier";
import { portableHasher as hasher } from "./portable-crypto";
import { draftOf, extend, logOf, ORG } from "./testing/log";
import { nodeOfLeaves } from "./testing/tree";

describe("appendEntries", () => {
  it("gives the same chain in one group or in many", () => {
    const drafts = Array.from({ length: 40 }, (_, i) => draftOf(i));
    const whole = logOf(40);
    for (const group of [1, 3, 16]) {
      let log = { head: emptyHead(ORG), entries: [] as typeof whole.entries };
      for (let at = 0; at < drafts.length; at += group)
        log = { ...extend(log, drafts.slice(at, at + group)) };
      expect(log.head).toEqual(whole.head);
      expect(log.entries).toEqual(whole.entries);
    }
  });

  it("leaves the head it was given as it was, so that a lost race can be run again", () => {
    const { head } = logOf(7);
    const before = { ...head, frontier: [...head.frontier] };
    const first = extend({ head, entries: [] }, [draftOf(7)]);
    expect(head).toEqual(before);
    expect(extend({ head, entries: [] }, [draftOf(7)])).toEqual(first);
  });

  it("never lets time run backwards", () => {
    const at = (time: string): EntryDraft => ({ ...draftOf(1), time });
    const { entries } = extend({ head: emptyHead(ORG), entries: [] }, [
      at("2026-11-23T08:00:00.500Z"),
      at("2026-11-23T08:00:00.400Z"),
      at("2026-11-23T08:00:00.501Z"),
    ]);
    expect(entries.map((one) => one.time.slice(-5))).toEqual(
      [".500Z", ".500Z", ".501Z"].map((one) => one.slice(-5)),
    );
    expect(entries.map((one) => one.time)).toEqual([...entries.map((one) => one.time)].sort());
  });

  it("counts from 1 without a gap and links each entry to the one before", () => {
    const { entries } = logOf(20);
    entries.forEach((entry, i) => {
      const parsed = parseEntry(entry.text);
      expect(parsed).toMatchObject({ entry: { seq: i + 1, prev: entries[i - 1]?.hashHex ?? NO_ENTRY_HASH } });
    });
  });

  it("carries a frontier whose root is the tree's, and reports each kept node once", () => {
    const log = logOf(700);
    const leaves = log.entries.map((one) => one.hash);
    expect(rootFromFrontier(hasher, log.head.frontier)).toEqual(rootFromLeaves(hasher, leaves));
    const prepared = log.entries.flatMap(({ draft }) => {
      const made = prepareDraft(draft);
      return made.kind === "prepared" ? [made.prepared] : [];
    });
    const { nodes } = appendEntries(hasher, emptyHead(ORG), prepared);
    const read = nodeOfLeaves(hasher, leaves);
    expect(nodes).toEqual([0, 1].map((index) => ({ level: 8, index, hash: read({ level: 8, index }) })));
  });
});

describe("prepareDraft", () => {
  it.each([
    ["a time without milliseconds", { time: "2026-11-23T08:00:00Z" }, "/time"],
    ["a time of another zone", { time: "2026-11-23T08:00:00.000+01:00" }, "/time"],
    ["a type without a dot", { type: "decision" }, "/type"],
    ["an actor of another kind", { actor: { type: "robot", id: "r" } }, "/actor"],
    ["an actor without id", { actor: { type: "user", id: "" } }, "/actor"],
    ["an actor that says more", { actor: { type: "user", id: "u", name: "n" } }, "/actor"],
    ["an id with U+0000", { actor: { type: "user", id: "\0" } }, "/actor/id"],
    ["a fraction in the data", { data: { a: { b: 0.5 } } }, "/data/a/b"],
    ["data that is a list", { data: [] }, "/data"],
  ])("refuses %s", (_, change, path) => {
    expect(prepareDraft({ ...draftOf(1), ...change } as EntryDraft)).toMatchObject({ kind: "refused", path });
  });

  it("takes every known type and those of a later version", () => {
    for (const type of [...EVENT_TYPES, "later.kind"]) {
      expect(isEventType(type)).toBe(true);
      expect(prepareDraft({ ...draftOf(1), type }).kind).toBe("prepared");
    }
  });
});

describe("parseEntry", () => {
  const text = logOf(1).entries[0]?.text ?? "";
  it.each([
    ["text that is not JSON", "{"],
    ["a list", "[]"],
    ["another version", text.replace('"v":1', '"v":2')],
    ["an extra member", text.replace('"v":1', '"v":1,"w":1')],
    ["seq 0", text.replace('"seq":1', '"seq":0')],
    ["a link in upper case", text.replace(/"prev":"0/, '"prev":"A')],
    ["no organization", text.replace(`"org":"${ORG}"`, '"org":""')],
  ])("refuses %s", (_, changed) => {
    expect(parseEntry(text).kind).toBe("entry");
    expect(parseEntry(changed).kind).toBe("malformed");
  });
});
