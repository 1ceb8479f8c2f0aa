import { expect, type Page, test } from "./support/test";

/** A sentence that stands in the engine for patterns and nowhere else of ours. */
const ENGINE_MARK = "missing argument to repetition operator";

const withPattern = (pattern: string) =>
  JSON.stringify({
    display_name: "Doctors by name",
    effect: "deny",
    actions: ["ehr.read"],
    condition: { op: "matches", args: ["ctx.subject.id", pattern] },
  });

/** The scripts loaded so far that carry the engine. */
function watchEngine(page: Page): () => Promise<string[]> {
  const scripts: Promise<string | null>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(
      response.text().then(
        (text) => (text.includes(ENGINE_MARK) ? response.url() : null),
        () => null,
      ),
    );
  });
  return async () => (await Promise.all(scripts)).filter((url) => url !== null);
}

async function open(page: Page) {
  await page.goto("/policies/new", { waitUntil: "networkidle" });
  const json = page.getByRole("textbox", { name: "Policy as JSON" });
  await expect(json).toBeVisible();
  return json;
}

const saying = (page: Page) => page.getByRole("status", { name: "What it says" });

test.use({ as: "admin" });

test("the editor fetches the engine for patterns when a pattern needs it", async ({ page }) => {
  const engine = watchEngine(page);
  const json = await open(page);
  await json.fill(withPattern("^dr-"));
  await expect(saying(page)).toContainText("^dr-");
  expect(await engine()).toEqual([]);

  await json.fill(withPattern("^dr-[0-9"));
  await expect(saying(page)).toContainText("One thing is still missing or wrong.");
  await expect(page.getByText(/no regular expression in RE2 syntax/).first()).toBeVisible();
  expect(await engine()).toHaveLength(1);
  await json.fill(withPattern("^dr-[0-9]+$"));
  await expect(saying(page)).toContainText("^dr-[0-9]+$");
});

test("a pattern that cannot be checked is not published, and is checked when the network is back", async ({
  page,
  context,
}) => {
  const json = await open(page);
  await context.setOffline(true);
  await json.fill(withPattern("^dr-[0-9]+$"));
  await expect(page.getByText(/This pattern could not be checked/).first()).toBeVisible();
  await page.getByRole("button", { name: "Publish policy" }).click();
  await expect(page.getByText("One thing to correct first")).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);

  await context.setOffline(false);
  await expect(saying(page)).toContainText("^dr-[0-9]+$");
  await page.getByRole("button", { name: "Publish policy" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("^dr-[0-9]+$");
});
