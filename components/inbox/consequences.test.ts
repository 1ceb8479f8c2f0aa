import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { onApprove } from "./consequences";
import { exampleApproval } from "./example-approval";

const en = testTranslator("inbox.consequences");
const es = testTranslator("inbox.consequences", "es");

describe("what an approval brings about", () => {
  it.each([
    [{}, "Clinical Scribe may do this once.", "Clinical Scribe puede hacerlo una vez."],
    [{ uses_left: 3 }, "Clinical Scribe may do this 3 times.", "Clinical Scribe puede hacerlo 3 veces."],
    [
      { uses_left: 2_147_483_647 },
      "Clinical Scribe may do this for a limited time, as often as it asks.",
      "Clinical Scribe puede hacerlo durante un tiempo limitado, tantas veces como lo pida.",
    ],
    [
      { quorum: 2 },
      "Your approval counts as 1 of 2. Clinical Scribe goes on waiting for the others.",
      "Su aprobación cuenta como 1 de 2. Clinical Scribe sigue esperando las demás.",
    ],
    [
      { quorum: 2, approvals_in_stage: 1, stages: 2 },
      "The request goes on to step 2 of 2. Clinical Scribe goes on waiting.",
      "La solicitud pasa al paso 2 de 2. Clinical Scribe sigue esperando.",
    ],
  ])("%o", (more, english, spanish) => {
    expect(onApprove(exampleApproval(more), en)).toBe(english);
    expect(onApprove(exampleApproval(more), es)).toBe(spanish);
  });
});
