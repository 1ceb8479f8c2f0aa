import { at, headed, type Place, stays } from "../support/place";

/** What can be seen without signing in, and the pages that say no. */
export const PUBLIC_PLACES: readonly Place[] = [
  { name: "landing", route: "/", as: null, path: at("/"), ready: headed },
  {
    name: "sign-in",
    route: "/sign-in",
    as: null,
    path: at("/sign-in"),
    ready: headed,
    scenes: [
      {
        name: "a refused sign-in",
        async open(page, words) {
          await page.getByLabel(words("sign-in.email")).fill("nobody@example.org");
          await page
            .getByLabel(words("sign-in.password.label"), { exact: true })
            .fill("not a password of anybody");
          await page.getByRole("button", { name: words("sign-in.submit"), exact: true }).click();
          return page.getByText(words("sign-in.failure.refused.title"));
        },
        close: stays,
      },
    ],
  },
  { name: "api-reference", route: "/docs/api", as: null, path: at("/docs/api"), ready: headed },
  {
    name: "api-operation",
    route: "/docs/api/[operation]",
    as: null,
    path: at("/docs/api/checkDecision"),
    ready: headed,
  },
  { name: "not-found", route: null, as: null, path: at("/nowhere"), ready: headed, status: 404 },
  {
    name: "not-found-within",
    route: "/no-such-page",
    as: "admin",
    path: at("/no-such-page"),
    ready: headed,
    status: 404,
  },
  {
    name: "forbidden",
    route: "/policies",
    as: "physician",
    path: at("/policies"),
    ready: headed,
    status: 403,
  },
];
