import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { browseColumns, CSV_HEADER, csvCell, neutralise, restore } from "./export-csv";
import { createCsvReader, createLineReader } from "./text-readers";

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'", '"', ",", "\n", "a") }),
);

function readRows(text: string, piece: number): { rows: string[][]; whole: boolean } {
  const rows: string[][] = [];
  const reader = createCsvReader((row) => rows.push([...row]));
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
  return { rows, whole: reader.end() };
}

describe("CSV", () => {
  it("has the columns of the specification", () => {
    expect(CSV_HEADER).toBe(
      "seq,time,type,actor_type,actor_id,effect,action,resource_type,resource_id,policy_id,approval_id,data,prev,hash",
    );
  });

  it("runs nothing in a spreadsheet, and gives every text back exactly", () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(neutralise(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(restore(neutralise(text))).toBe(text);
      }),
      { numRuns: 2000, seed: 4180 },
    );
    for (const start of ["=", "+", "-", "@", "\t", "\r"]) expect(neutralise(`${start}1`)).toBe(`'${start}1`);
  });

  it("reads back what it wrote, in pieces of any size", () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (written, piece) => {
        const text = written.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
        expect(readRows(text, piece)).toEqual({
          rows: written.map((row) => row.map(neutralise)),
          whole: true,
        });
      }),
      { numRuns: 1000, seed: 4180 },
    );
  });

  it("reads a last row without its end, and a bare line feed", () => {
    expect(readRows("a,b\nc,d", 3)).toEqual({
      rows: [
        ["a", "b"],
        ["c", "d"],
      ],
      whole: true,
    });
    expect(readRows('a,"b', 1)).toEqual({ rows: [], whole: false });
  });

  it("stops at text after a closing quote", () => {
    const reader = createCsvReader(() => {});
    expect(reader.write('"a"b,c\n')).toBe(false);
  });
});

describe("lines", () => {
  it("are cut at LF and CRLF only, in pieces of any size", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "\u2028", "\u0085", "😀", " ") });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (lines, piece, cr) => {
          const text = lines.map((one) => one + (cr ? "\r\n" : "\n")).join("");
          const read: string[] = [];
          const reader = createLineReader((one) => read.push(one));
          for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
          reader.end();
          expect(read).toEqual(lines);
        },
      ),
      { seed: 1 },
    );
  });
});

describe("columns to browse by", () => {
  it("come from the data, commitments as such", () => {
    const sealed = "ab".repeat(32);
    expect(
      browseColumns({ effect: "allow", action: "ehr.read", resource: { type: "r", id: { sealed } } }),
    ).toEqual({
      effect: "allow",
      action: "ehr.read",
      resourceType: "r",
      resourceId: `sealed:${sealed}`,
      policyId: null,
      approvalId: null,
    });
    expect(browseColumns({ policy: "p", approval: "a", resource: [] })).toMatchObject({
      policyId: "p",
      approvalId: "a",
    });
    expect(browseColumns({ policy_id: "p", approval_id: "a", policy: "x" })).toMatchObject({
      policyId: "p",
      approvalId: "a",
      resourceType: null,
    });
  });
});
