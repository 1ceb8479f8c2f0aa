import type { Locator, Page } from "@playwright/test";
import type { DeviceName } from "./devices";
import type { HospitalApi, Role } from "./test";
import type { Words } from "./words";

/** A page of Kynara, by the person it is meant for. */
export interface Place {
  /** Its pictures are called after it. */
  readonly name: string;
  /** The page it shows, as Next's file convention has it: "/agents/[id]"; null where no page of ours answers. */
  readonly route: string | null;
  readonly as: Role | null;
  /** Where it is; the hospital's own ids are looked up. */
  path(api: HospitalApi): Promise<string>;
  /** Resolves when the page shows what it is for, not its skeleton. */
  ready(page: Page, words: Words): Promise<void>;
  /** What is done on it before it is seen, where the page by itself does not show its point. */
  prepare?(page: Page, words: Words): Promise<void>;
  /** What the server answers with; 200 when left out. */
  readonly status?: number;
  /** It shows skeletons because it is about them. */
  readonly showsSkeletons?: boolean;
  /** Its picture shows what is below the window too. */
  readonly isPhotographedWhole?: boolean;
  /** What can be opened on it, in an order in which each can follow the one before. */
  readonly scenes?: readonly Scene[];
}

/** Something that a person opens on a page: a dialog, a menu, a list of choices, the faults of a form. */
export interface Scene {
  readonly name: string;
  /** The only device on which it exists. */
  readonly on?: DeviceName;
  /** @returns what is in sight then. */
  open(page: Page, words: Words): Promise<Locator>;
  /** Escape, unless it says otherwise. */
  close?(page: Page, words: Words): Promise<void>;
}

export const at = (path: string) => async () => path;

export async function headed(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** For what stands on the page itself: it stays for the scene that follows. */
export const stays = async () => undefined;

/** Presses a button; what opens is a dialog with this title. Both are given by the key of their text. */
export function dialog(name: string, button: string, role: "dialog" | "alertdialog", title: string): Scene {
  return {
    name,
    async open(page, words) {
      await page
        .getByRole("button", { name: words.like(button) })
        .first()
        .click();
      return page.getByRole(role, { name: words.like(title) });
    },
  };
}

/** Opens a list of choices by its control, whose name begins with the text of this key. */
export function choices(name: string, control: string): Scene {
  return {
    name,
    async open(page, words) {
      await page
        .getByRole("combobox", { name: words.beginning(control) })
        .first()
        .click();
      return page.getByRole("listbox").first();
    },
  };
}

/** Goes away from what was entered and not saved, by a link of the navigation; the title of the question is given by its key. */
export function questionBeforeLeaving(title: string): Scene {
  return {
    name: "the question before leaving",
    async open(page, words) {
      await page
        .getByRole("link", { name: words("shell.places.inbox") })
        .locator("visible=true")
        .first()
        .click();
      return page.getByRole("alertdialog", { name: words(title) });
    },
  };
}

/** The first of a list from the API. @throws Error that says what the demo hospital lacks. */
export function first<T>(items: readonly T[], name: string): T {
  const [item] = items;
  if (item === undefined) throw new Error(`The demo hospital has no ${name}.`);
  return item;
}
