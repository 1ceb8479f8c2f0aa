import { at, headed, type Place, type Scene, stays } from "../support/place";

/** The gallery speaks English only. */
const opens = (
  name: string,
  button: string,
  role: "dialog" | "alertdialog",
  title: string | RegExp,
): Scene => ({
  name,
  async open(page) {
    await page.getByRole("button", { name: button, exact: true }).click();
    return page.getByRole(role, { name: title });
  },
});

const DESIGN_SCENES: readonly Scene[] = [
  opens("a dialog", "Dialog", "dialog", "Rename agent"),
  opens("a confirmation", "Confirm", "alertdialog", /^Disable/),
  {
    name: "a confirmation that fails",
    async open(page) {
      await page.getByRole("button", { name: "Confirm that fails" }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
      return page.getByText(/was published by somebody else/);
    },
  },
  opens("a drawer", "Drawer", "dialog", "Decision"),
  opens("a popover", "Popover", "dialog", "Why this was asked"),
  {
    name: "a menu",
    async open(page) {
      await page.getByRole("button", { name: "More for Ward scribe" }).click();
      return page.getByRole("menu");
    },
  },
  {
    name: "a tooltip",
    on: "desk",
    async open(page) {
      await page.getByRole("button", { name: "Tooltip" }).hover();
      return page.getByText("Copies the id");
    },
    async close(page) {
      await page.mouse.move(0, 0);
    },
  },
  {
    name: "a toast of what failed",
    async open(page) {
      await page.getByRole("button", { name: "More for Ward scribe" }).click();
      await page.getByRole("menuitem", { name: "Delete" }).click();
      return page.getByRole("region", { name: "Notifications" }).getByText("Deleted").first();
    },
    close: stays,
  },
];

/** The component gallery: a production build shows it where KYNARA_DESIGN asks for it, as that of the tests does. */
export const DESIGN_PLACES: readonly Place[] = [
  {
    name: "design",
    route: "/design",
    as: null,
    path: at("/design"),
    ready: headed,
    showsSkeletons: true,
    isPhotographedWhole: true,
    scenes: DESIGN_SCENES,
  },
  {
    name: "design-shell",
    route: "/design/shell",
    as: null,
    path: at("/design/shell"),
    ready: async (page) => page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor(),
  },
];
