import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page of ours has before its point. */
const MOST_STOPS = 80;

/**
 * Goes from stop to stop with Tab, as somebody without a mouse does, until the control has the focus. At each stop
 * the focus must be seen.
 *
 * @param options.back with Shift held
 */
export async function tabTo(page: Page, control: Locator, options: { back?: boolean } = {}): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(options.back ? "Shift+Tab" : "Tab");
    stops.push(await expectFocusInSight(page));
    if (await hasFocus(control)) return;
  }
  throw new Error(`${control} was not reached by keyboard. The stops were:\n${stops.join("\n")}`);
}

export const hasFocus = async (control: Locator) =>
  (await control.count()) > 0 &&
  (await control.first().evaluate((element) => element === document.activeElement));

/** The focus is drawn and nothing hides it (WCAG 2.2, 2.4.7 and 2.4.11). @returns what has it. */
export async function expectFocusInSight(page: Page): Promise<string> {
  const { name, isDrawn, isInWindow } = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) {
      return { name: "the page", isDrawn: true, isInWindow: true };
    }
    const outlined = (style: CSSStyleDeclaration) =>
      style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
    // A field drawn as one with what stands in it has its outline around the whole.
    const boxes = [focused, focused.parentElement, focused.parentElement?.parentElement];
    const isDrawn =
      outlined(getComputedStyle(focused, "::after")) ||
      boxes.some((box) => box instanceof HTMLElement && outlined(getComputedStyle(box)));
    const { top, bottom, left, right } = focused.getBoundingClientRect();
    const isInWindow = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return { name: focused.outerHTML.slice(0, 200), isDrawn, isInWindow };
  });
  expect.soft(isDrawn, `an outline around ${name}`).toBe(true);
  expect.soft(isInWindow, `in the window: ${name}`).toBe(true);
  return name;
}

/** Goes to a control and presses Enter. */
export async function enter(page: Page, control: Locator, options: { back?: boolean } = {}): Promise<void> {
  await tabTo(page, control, options);
  await page.keyboard.press("Enter");
}

/** Goes to a field and types; what stood there is replaced. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Signs in by keyboard alone and waits until the person has arrived. */
export async function signInByKeyboard(
  page: Page,
  { email, password }: { email: string; password: string },
  next: string,
): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  const field = page.getByLabel("E-mail address");
  await expect(field).toBeVisible();
  if (!(await hasFocus(field))) await tabTo(page, field);
  await page.keyboard.type(email);
  await typeInto(page, page.getByLabel("Password", { exact: true }), password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${next}$`));
}
