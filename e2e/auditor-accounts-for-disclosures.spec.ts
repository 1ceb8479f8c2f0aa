import { readFile } from "node:fs/promises";
import { expect, test } from "./support/test";

/** In the demo hospital's history every agent asks about her. */
const PATIENT = "marge-simpson";

test("the auditor accounts for one patient's disclosures, takes them away, and both are recorded", async ({
  page,
  signInAs,
}, testInfo) => {
  await signInAs("auditor");
  await page.goto("/audit/disclosures");
  await page.getByLabel("Patient or record id").fill(PATIENT);
  await page.getByRole("button", { name: "Account for disclosures" }).click();

  const table = page.getByRole("region", { name: "Disclosures of one patient’s data" });
  await expect(table.getByRole("row").nth(1)).toContainText("ehr.");
  await expect(page.getByText(/entries name this patient: \d+ access(es)? allowed/)).toBeVisible();
  // The patient is on the page, and in no address.
  expect(page.url()).not.toContain(PATIENT);

  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const file = testInfo.outputPath("disclosures.csv");
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^kynara-disclosures-\d+\.csv$/);
  await download.saveAs(file);
  const [head = "", ...rows] = (await readFile(file, "utf8")).trimEnd().split("\r\n");
  expect(head).toMatch(/^entry,time,by,/);
  expect(rows).toHaveLength((await table.getByRole("row").count()) - 1);

  await page.goto("/audit?type=audit.disclosures_accounted");
  const looked = page.getByRole("row").filter({ hasText: "Disclosures accounted for" });
  expect(await looked.count()).toBeGreaterThanOrEqual(2);
  await looked.first().getByRole("link").click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText("Sealed", { exact: true })).toBeVisible();
  await expect(drawer.getByText(PATIENT)).toHaveCount(0);
});

test("a patient whom nobody asked about has nothing to account for", async ({ page, signInAs }) => {
  await signInAs("auditor");
  await page.goto("/audit/disclosures");
  await page.getByLabel("Patient or record id").fill("nobody-knows");
  await page.getByRole("button", { name: "Account for disclosures" }).click();
  await expect(page.getByText("No entry names this patient")).toBeVisible();
});

test("who may read the log but reveal nothing of it is told so", async ({ page, signInAs }) => {
  await signInAs("physician");
  expect((await page.goto("/audit/disclosures"))?.status()).toBe(403);
  const asked = await page.request.post("/api/v1/audit/disclosures", { data: { patient: PATIENT } });
  expect(asked.status()).toBe(403);
});

test("the auditor reads the compliance evidence, follows a figure to its list, and takes the table away", async ({
  page,
  signInAs,
}, testInfo) => {
  await signInAs("auditor");
  await page.goto("/compliance");
  for (const section of ["§164.514(d)", "§164.312(a)(1)", "§164.312(b)", "§164.312(d)"])
    await expect(page.getByText(`HIPAA ${section}`)).toBeVisible();
  await expect(page.getByText(/passkeys and other second factors are not built yet/)).toBeVisible();

  const card = page.getByRole("region", { name: /Minimum necessary/ });
  const denied = card
    .locator("div")
    .filter({ hasText: /^Denied, 30 days/ })
    .getByRole("link");
  const count = Number((await denied.textContent())?.replaceAll(",", ""));
  await denied.click();
  await expect(
    page.getByText(new RegExp(`^${count.toLocaleString("en")} entr(y|ies), all shown$`)),
  ).toBeVisible();

  await page.goto("/compliance");
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download JSON" }).click();
  const file = testInfo.outputPath("compliance.json");
  await (await arriving).saveAs(file);
  const table = JSON.parse(await readFile(file, "utf8"));
  expect(table.rows).toHaveLength(6);
  expect(table.note).toContain("not legal advice");
  await page.goto("/audit?type=compliance.exported");
  await expect(page.getByRole("row").nth(1)).toContainText("Compliance evidence exported");
});
