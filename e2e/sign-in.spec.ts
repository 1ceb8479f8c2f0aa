import { signOut } from "./support/sign-in";
import { expect, test } from "./support/test";

test("whoever is not signed in is asked to, and arrives where they wanted to go", async ({ page, app }) => {
  const { email, password } = app.demo.people.auditor;
  await page.goto("/audit");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faudit$/);

  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(`${password}!`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("That did not match")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/audit$/);
});

test("signing out ends the session, in other tabs too", async ({ signInAs }) => {
  const page = await signInAs("physician", "/inbox");
  const cookies = await page.context().cookies();
  await signOut(page);
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/sign-in/);

  // A copy of the cookie is worth nothing any more.
  await page.context().addCookies(cookies);
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
});
