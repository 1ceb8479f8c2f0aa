import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { settle } from "./layout";

/** All of WCAG 2.2 at level AA that a program can judge, and what axe holds to be good practice besides. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The two schemes differ in nothing but colours, so the second is judged by what looks at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

export async function showIn(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await settle(page);
}

/** Everything, in the scheme that shows now. The test goes on, so that one run names all faults of a page. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  expect.soft(await violations(new AxeBuilder({ page }).withTags(TAGS)), what).toEqual([]);
}

/**
 * All but colours, while something is open over the page, which was judged by itself before. Three things are so by design
 * of Base UI, and axe lets them pass for dialogs only:
 * - what opens stands at the document's end, in no landmark, and belongs to the control that opened it;
 * - while a list of choices is open, what lies around it is hidden from screen readers (the first Tab closes the list
 *   and shows it again), the page's heading with it;
 * - guards before and after what is open take the focus only to hand it on.
 */
export async function expectNoViolationsInScene(page: Page, what: string): Promise<void> {
  // A page that is fetched anew streams its title after its body: for a moment it has none.
  await expect(page).toHaveTitle(/./);
  const choosing = await page.locator("input[role=combobox][aria-expanded=true]").isVisible();
  const axe = new AxeBuilder({ page })
    .options(PORTALS_NEED_NO_LANDMARK)
    .withTags(TAGS)
    .disableRules(["page-has-heading-one", ...COLOUR_RULES, ...(choosing ? ["aria-hidden-focus"] : [])])
    .exclude("[data-base-ui-focus-guard]");
  expect.soft(await violations(axe), what).toEqual([]);
}

const PORTAL = "[data-base-ui-portal]";
/** axe's own list of what needs no landmark, and the portals. */
const PORTALS_NEED_NO_LANDMARK = {
  resultTypes: ["violations" as const],
  checks: {
    region: {
      options: { regionMatcher: `dialog, [role=dialog], [role=alertdialog], svg, ${PORTAL}` },
    },
  },
};

/** What depends on the colours of the scheme that shows now. */
export async function expectReadableColours(page: Page, what: string): Promise<void> {
  expect.soft(await violations(new AxeBuilder({ page }).withRules(COLOUR_RULES)), what).toEqual([]);
}

/** The colours of what is open; of the page, where nothing lies over it. */
export async function expectReadableColoursInScene(page: Page, what: string): Promise<void> {
  const axe = new AxeBuilder({ page }).withRules(COLOUR_RULES);
  const opened = page.locator(`${PORTAL} > *`).locator("visible=true");
  if ((await opened.count()) > 0) axe.include(PORTAL);
  expect.soft(await violations(axe), what).toEqual([]);
}

/** What axe finds, however slight, with where it is. */
async function violations(axe: AxeBuilder): Promise<string[]> {
  // Without it the findings travel through a page of their own, which takes twice the time; it is needed for frames
  // from elsewhere only, and no page of ours has any.
  axe.setLegacyMode(true);
  return (await axe.analyze()).violations
    .map((violation) => ({ ...violation, nodes: violation.nodes.filter((node) => !isHalfUnderABar(node)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, impact, help, nodes }) =>
        `${id} (${impact}): ${help}\n${nodes.map(({ html }) => `  ${html}`).join("\n")}`,
    );
}

type Found = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number]["nodes"][number];

/** A control is not small because the page happens to be scrolled so that a fixed bar covers a part of it. */
function isHalfUnderABar({ any }: Found): boolean {
  return any.some(({ id, data }) => id === "target-size" && data?.messageKey === "partiallyObscured");
}
