import { expect, test } from "./support/test";

test("the session's end is told before, and what was typed is there when its person is back", async ({
  app,
  page,
  context,
  signInAs,
}) => {
  await page.clock.install();
  await signInAs("admin", "/agents/new");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("Half a name");

  await page.clock.fastForward("26:00");
  await expect(page.getByRole("button", { name: "Stay signed in" })).toBeVisible();
  await expect(page.getByText(/Your session ends in/)).toBeVisible();

  await context.clearCookies({ name: "kynara-session" });
  await page.clock.fastForward("00:35");
  const ended = page.getByRole("alertdialog", { name: "Your session has ended" });
  await expect(ended).toBeVisible();

  const { email, password } = app.demo.people.admin;
  await ended.getByLabel(`Password of ${email}`).fill(`${password}!`);
  await ended.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(ended.getByText("That did not match")).toBeVisible();
  await ended.getByLabel(`Password of ${email}`).fill(password);
  await ended.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(ended).toBeHidden();
  await expect(name).toHaveValue("Half a name");
  await expect(page).toHaveURL(/\/agents\/new$/);
  expect((await page.request.get("/api/v1/me")).status()).toBe(200);
});

test("whoever belongs to two organizations goes over and comes back", async ({ signInAs }) => {
  const page = await signInAs("admin", "/overview");
  await page.getByRole("button", { name: /Mercy Valley Hospital$/ }).click();
  await page.getByRole("menuitem", { name: "Mercy Valley Home Care" }).click();
  const switcher = page.getByRole("button", { name: /Mercy Valley Home Care$/ });
  await expect(switcher).toBeVisible();

  // A new organization: what is there ticks itself off, and nothing of the hospital shows through.
  await expect(page).toHaveURL(/\/overview$/);
  const setup = page.getByRole("region", { name: "Set up" });
  await expect(setup.getByRole("link", { name: "Publish a policy" })).toBeVisible();
  await page.goto("/agents");
  await expect(page.getByText("Rounds assistant")).toBeHidden();

  await switcher.click();
  await page.getByRole("menuitem", { name: "Mercy Valley Hospital" }).click();
  await expect(page.getByRole("button", { name: /Mercy Valley Hospital$/ })).toBeVisible();
});

test("a half-filled form of an agent is not lost by a link, by Back or by Cancel, and goes once it is sent", async ({
  signInAs,
}) => {
  const page = await signInAs("admin", "/agents");
  await page.getByRole("link", { name: "Register an agent" }).first().click();
  await expect(page).toHaveURL(/\/agents\/new$/);
  const name = page.getByLabel("Name", { exact: true });
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await name.fill("Night watch");
  for (const leave of [
    () => page.getByRole("link", { name: "Compliance" }).first().click(),
    () => page.getByRole("link", { name: "Cancel" }).click(),
    () => page.evaluate(() => history.back()),
  ]) {
    await leave();
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(question).toBeHidden();
    await expect(name).toHaveValue("Night watch");
  }
  await page.getByRole("button", { name: "Register agent" }).click();
  await expect(page).toHaveURL(/\/agents\/agt_/);

  await page.goto(`${new URL(page.url()).pathname}/edit`);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/agents\/agt_\w+$/);
});

test("Back asks before a draft is lost, and goes back once it may", async ({ signInAs }) => {
  const page = await signInAs("admin", "/policies");
  await page.getByRole("link", { name: "Notes: the attending physician approves each draft" }).click();
  await expect(page).toHaveURL(/\/policies\/pol_/);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("Half a name");

  // Playwright's own way back waits for a page that is not to come.
  const goBack = () => page.evaluate(() => history.back());
  await goBack();
  const ask = page.getByRole("alertdialog", { name: "Leave without publishing?" });
  await ask.getByRole("button", { name: "Stay" }).click();
  await expect(ask).toBeHidden();
  await expect(page).toHaveURL(/\/policies\/pol_/);
  await expect(name).toHaveValue("Half a name");

  await goBack();
  await ask.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/policies$/);
});

test("the palette names a waiting request as the inbox does", async ({ signInAs }) => {
  const page = await signInAs("physician", "/overview");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("ehr.read");
  const found = palette.getByRole("group", { name: "Waiting requests" }).getByRole("option");
  await expect(found.filter({ hasText: /^Read (medication|lab result) · / })).not.toHaveCount(0);
  await expect(found.filter({ hasText: "ehr.read" })).toHaveCount(0);
});

test("the palette finds a policy by name, and a decision by its id in the log", async ({ signInAs }) => {
  const page = await signInAs("admin", "/overview");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("notes: the attending");
  await expect(palette.getByRole("group", { name: "Policies" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/policies\/pol_/);

  const entries = await page.request.get("/api/v1/audit/events?type=decision.evaluated&limit=1");
  const [entry] = (await entries.json()).items;
  await page.keyboard.press("ControlOrMeta+k");
  await palette.getByRole("combobox").fill(entry.entry.data.decision_id);
  await expect(palette.getByRole("group", { name: "Decisions" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/audit\\?entry=${entry.seq}$`));
});

test("a physician's palette asks for nothing that a physician may not see", async ({ signInAs }) => {
  const page = await signInAs("physician", "/inbox");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("dec_01ARZ3NDEKTSV4RRFFQ69G5FAV");
  await expect(palette.getByText(/^Nothing matches/)).toBeVisible();
  expect(asked).not.toContain("/api/v1/audit/events");
});

test("a language that is chosen stays, and the browser's is spoken before anybody chose", async ({
  signInAs,
  browser,
  app,
}) => {
  const page = await signInAs("auditor", "/overview");
  await page.getByRole("button", { name: /^Account of / }).click();
  await page.getByRole("radio", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Resumen" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page).toHaveTitle(/Resumen · Kynara$/);

  const visitor = await browser.newContext({ baseURL: app.baseUrl, locale: "es-MX" });
  const start = await visitor.newPage();
  await start.goto("/sign-in");
  await expect(start.getByRole("heading", { level: 1, name: "Iniciar sesión" })).toBeVisible();
  await start.getByRole("button", { name: "English" }).click();
  await expect(start.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await visitor.close();
});

test("a lost network and a lost server are said, and said to be over", async ({ signInAs }) => {
  const page = await signInAs("admin", "/overview");
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("You are offline")).toBeHidden();

  await page.route("**/api/**", (route) => route.abort());
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog", { name: "Command palette" }).getByRole("combobox").fill("notes");
  await expect(page.getByText("Reconnecting…")).toBeVisible();
  await page.unroute("**/api/**");
  await expect(page.getByText("Reconnecting…")).toBeHidden();
});
