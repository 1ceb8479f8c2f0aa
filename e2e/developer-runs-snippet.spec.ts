import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./support/running-app";
import { expect, type Page, test } from "./support/test";

/** What README.md tells a user to write; nothing is added to it but the user's own `ehr`. */
const SNIPPET = `from kynara_sdk import permission_required

@permission_required(
    "ehr.read",
    resource_arg="patient_id",
    resource_type="patient_record",
    resource_attrs=lambda patient_id, record_type: {"record_type": record_type, "patient_id": patient_id},
)
def read_patient_record(patient_id: str, record_type: str):
    return ehr.get_record(patient_id, record_type)
`;

const OWN_EHR = `import os, sys
sys.path.insert(0, "examples/clinical-agent/python")
from fhir_records import FhirRecords, summary_line

ehr = FhirRecords(os.environ["FHIR_BASE_URL"])

`;

const USE = `
for record_type in ("demographics", "diagnosis"):
    for record in read_patient_record("marge-simpson", record_type):
        print(f"{record_type}: {summary_line(record)}", flush=True)
`;

test("the Python snippet as it stands: demographics at once, a diagnosis after the click", async ({
  app,
  signInAs,
  startAgent,
}, testInfo) => {
  expect(await readFile(join(root, "README.md"), "utf8")).toContain(SNIPPET);
  const program = testInfo.outputPath("snippet.py");
  await writeFile(program, OWN_EHR + SNIPPET + USE);

  const agent = startAgent("python3", [program], app.demo.agents.rounds);
  await expect.poll(agent.output).toContain("demographics: Marge Simpson, female, born 1961-08-23");

  const page = await signInAs("physician", "/inbox");
  await approve(page, /Read diagnosis.*Marge Simpson/);

  const { code, output } = await agent.finished;
  expect(output).toContain("diagnosis: Iron deficiency anemia, since 2026-08-03");
  expect(code).toBe(0);
});

test("the TypeScript agent: demographics at once, a diagnosis after the click", async ({
  app,
  signInAs,
  startAgent,
}) => {
  const script = ["scripts/run.mjs", "examples/clinical-agent/typescript/agent.ts"];
  const patient = ["marge-simpson", "demographics", "diagnosis"];
  const agent = startAgent(process.execPath, [...script, ...patient], app.demo.agents.rounds);
  await expect.poll(agent.output).toContain("diagnosis: waiting for a physician: ");
  expect(agent.output()).toContain("Marge Simpson, female, born 1961-08-23");
  expect(agent.output()).not.toContain("anemia");

  const approvalUrl = /waiting for a physician: (\S+)/.exec(agent.output())?.[1] ?? "";
  expect(approvalUrl).toContain(app.baseUrl);
  const page = await signInAs("physician", new URL(approvalUrl).pathname);
  await expect(page).toHaveURL(approvalUrl);
  await confirmByKeyboard(page);

  const { code, output } = await agent.finished;
  expect(output).toContain("Iron deficiency anemia, since 2026-08-03");
  expect(code).toBe(0);
});

async function approve(page: Page, title: RegExp): Promise<void> {
  await page.getByRole("link", { name: title }).click();
  await confirmByKeyboard(page);
}

/** A to reach the button, Enter to arm it, Enter to mean it. */
async function confirmByKeyboard(page: Page): Promise<void> {
  const decision = page.getByRole("region", { name: "Decision" });
  await expect(decision.getByRole("button", { name: "Approve" })).toBeVisible();
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await expect(decision.getByRole("button", { name: "Press again: Approve" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Approved by Elena Vasquez/).first()).toBeVisible();
}
