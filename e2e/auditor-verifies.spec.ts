import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { verifyOffline } from "./support/verify-offline";

async function download(page: Page, path: string, format?: "CSV"): Promise<string> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export the log" });
  if (format) await dialog.getByRole("radio", { name: format }).click();
  const arriving = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download" }).click();
  await (await arriving).saveAs(path);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return path;
}

/** The verifier key as the page offers it to be copied. */
async function keyOnThePage(page: Page): Promise<string> {
  const code = page.getByLabel("Command that verifies an export offline");
  await expect(code).toContainText("--key");
  const key = /--key '([^']+)'/.exec((await code.textContent()) ?? "")?.[1];
  if (key === undefined) throw new Error("The page shows no verifier key.");
  return key;
}

test("the auditor verifies the log in the browser, takes it away, and the offline command agrees", async ({
  page,
  signInAs,
}, testInfo) => {
  await signInAs("auditor");
  await page.goto("/audit/verify");

  await page.getByRole("button", { name: "Verify the whole log" }).click();
  await expect(page.getByText("The log holds")).toBeVisible();
  await expect(
    page.getByText(/entries, the chain is unbroken, and it is the log of [\d,]+ entries/),
  ).toBeVisible();
  const key = await keyOnThePage(page);

  const file = await download(page, testInfo.outputPath("log.jsonl"));
  const offline = await verifyOffline(file, "--key", key);
  expect(offline).toMatchObject({ code: 0, report: { result: "holds", trust: "trusted_key" } });

  await page.getByLabel("Export to verify").setInputFiles(file);
  await expect(
    page.getByText(`${offline.report.entries.toLocaleString("en")} entries, the chain is unbroken`),
  ).toBeVisible();
  await expect(page.getByTitle(offline.report.tip ?? "no tip", { exact: true })).toBeVisible();

  const csv = await download(page, testInfo.outputPath("log.csv"), "CSV");
  expect((await verifyOffline(csv)).code).toBe(0);
});

test("a changed entry is named by the browser and by the command alike", async ({
  page,
  signInAs,
}, testInfo) => {
  await signInAs("auditor");
  await page.goto("/audit/verify");
  const file = await download(page, testInfo.outputPath("log.jsonl"));
  const lines = (await readFile(file, "utf8")).split("\n");
  // Line 1 is the header, so entry 9 stands on line 10.
  lines[9] = (lines[9] ?? "").replace('"type":"', '"type":"x');
  const changed = testInfo.outputPath("changed.jsonl");
  await writeFile(changed, lines.join("\n"));

  expect(await verifyOffline(changed)).toMatchObject({ code: 1, report: { result: "broken", seq: 9 } });
  await page.getByLabel("Export to verify").setInputFiles(changed);
  await expect(page.getByText("The log does not hold")).toBeVisible();
  await expect(page.getByText(/broken at entry 9:/)).toBeVisible();
});

test("a later verification holds the log against the checkpoint this browser remembers", async ({
  page,
  signInAs,
}) => {
  await signInAs("auditor");
  await page.goto("/audit/verify");
  const verify = page.getByRole("button", { name: "Verify the whole log" });
  await verify.click();
  await expect(page.getByText("The log holds")).toBeVisible();
  await page.reload();
  await verify.click();
  await expect(
    page.getByText(/It continues the log of [\d,]+ entries that an earlier checkpoint signed/),
  ).toBeVisible();
});

test("the auditor opens an entry by keyboard, sees its proof, and revealing is recorded", async ({
  page,
  signInAs,
}) => {
  await signInAs("auditor");
  await page.goto("/audit?type=decision.evaluated");
  await expect(page.getByRole("row").nth(1)).toContainText("Decision made");
  // Keys count once the page listens; until then the press is repeated.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("a[data-seq]:focus")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(/^Checked in this browser: the hash is right/)).toBeVisible();
  await drawer.getByRole("button", { name: "Reveal sealed values" }).click();
  await page.getByRole("button", { name: "Reveal and record" }).click();
  await expect(drawer.getByText("Opened for you now; the log has recorded it.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  await page.goto("/audit?type=audit.revealed");
  await expect(page.getByRole("row").nth(1)).toContainText("Sealed values opened");
});

test("a physician sees no audit log, whatever the menu shows", async ({ page, signInAs }) => {
  await signInAs("physician");
  for (const path of ["/audit", "/audit/verify", "/audit/print"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(403);
  }
  expect((await page.request.get("/api/v1/audit/events")).status()).toBe(403);
  expect((await page.request.get("/api/v1/audit/export")).status()).toBe(403);
});
