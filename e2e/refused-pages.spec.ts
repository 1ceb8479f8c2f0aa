import { expect, test } from "./support/test";

test("a page that is not for a person, or that is not there, says so by its status too", async ({
  signInAs,
}) => {
  const physician = await signInAs("physician");
  const statuses: Record<string, number | undefined> = {};
  for (const path of [
    "/policies",
    "/policies/new",
    "/agents",
    "/audit",
    "/try-it",
    "/inbox/apr_0000",
    "/nowhere",
  ]) {
    statuses[path] = (await physician.goto(path))?.status();
  }
  expect(statuses).toEqual({
    "/policies": 403,
    "/policies/new": 403,
    "/agents": 403,
    "/audit": 403,
    "/try-it": 403,
    "/inbox/apr_0000": 404,
    "/nowhere": 404,
  });
});
