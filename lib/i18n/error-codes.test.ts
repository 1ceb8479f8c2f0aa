import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "@/lib/server/errors";
import { catalog } from "./catalog";
import { LOCALES } from "./locales";

/** Made by the client, where no server answered or none of ours. */
const OF_THE_CLIENT = ["unexpected", "unreachable"];

describe.each(LOCALES)("the sentences for what the API refuses, in %s", (locale) => {
  it("are there for each code, and for no other", () => {
    const told = Object.keys(catalog[locale].errors.codes).sort();
    expect(told).toEqual([...ERROR_CODES, ...OF_THE_CLIENT].sort());
  });
});
