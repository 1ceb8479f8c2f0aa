import fc from "fast-check";
import { expect, test } from "vitest";
import { changeSearch, oneOf, readSearch, text, wholeNumber, withDefault } from "./search-params";

const params = {
  q: withDefault(text, ""),
  agent: text,
  order: withDefault(oneOf(["newest", "oldest"]), "newest"),
  effect: oneOf(["allow", "deny"]),
  entry: wholeNumber,
};

test("reads what the address gives, and what stands for the rest", () => {
  expect(readSearch(params, new URLSearchParams("agent=agt_1&order=oldest&entry=12&days=7"))).toEqual({
    q: "",
    agent: "agt_1",
    order: "oldest",
    effect: null,
    entry: 12,
  });
});

test.each(["effect=alow", "entry=1e3", "entry=", "entry=12345678901234567890", "order=NEWEST"])(
  "takes what makes no sense for not given: %s",
  (search) => expect(readSearch(params, new URLSearchParams(search))).toEqual(readSearch(params, {})),
);

test("of a parameter given twice the first counts, in the browser as on the server", () => {
  expect(readSearch(params, new URLSearchParams("agent=a&agent=b")).agent).toBe("a");
  expect(readSearch(params, { agent: ["a", "b"] }).agent).toBe("a");
});

test("leaves alone what it is not told to change, and whatever else stands in the address", () => {
  const changed = changeSearch(params, new URLSearchParams("agent=a&effect=deny&days=7"), {
    effect: null,
    order: "oldest",
    q: undefined,
  });
  expect(changed.toString()).toBe("agent=a&days=7&order=oldest");
});

test("leaves a default out of the address, and takes everything of its own out when told to", () => {
  expect(changeSearch(params, new URLSearchParams("order=oldest&q=x"), { order: "newest", q: "" }).size).toBe(
    0,
  );
  expect(changeSearch(params, new URLSearchParams("order=oldest&days=7"), null).toString()).toBe("days=7");
});

test("what was written is read again", () => {
  fc.assert(
    fc.property(
      fc.record({
        q: fc.string(),
        agent: fc.option(fc.string()),
        order: fc.constantFrom("newest" as const, "oldest" as const),
        effect: fc.option(fc.constantFrom("allow" as const, "deny" as const)),
        entry: fc.option(fc.integer()),
      }),
      (values) => {
        const written = changeSearch(params, new URLSearchParams("q=before&entry=1"), values).toString();
        expect(readSearch(params, new URLSearchParams(written))).toEqual(values);
      },
    ),
  );
});
