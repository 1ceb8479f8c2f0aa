import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { destroyEmbedded } from "@/lib/server/db/embedded";
import { launchBrowser, signIn } from "../application/browser";
import { startBuilt } from "../application/built-application";
import { eventDurations, firstPaint, watchEvents } from "./timings";

// How soon the console's busiest pages of the built application (npm run build) show something, and how soon they answer a
// hand, in Debian's Chromium over the demo hospital. Reported, not judged: what else the machine does shows in it.
const VISITS = Number(process.argv[2] ?? 10);
const PAINT_AIM_MS = 1_000;
const INTERACTION_AIM_MS = 100;

interface Subject {
  path: string;
  role: string;
  /** Something that stands on the page once it can be used. */
  ready: string;
  /** What a person does there many times a day. */
  use(page: Page): Promise<void>;
}

const SUBJECTS: readonly Subject[] = [
  {
    path: "/inbox",
    role: "Physician",
    ready: "[data-request]",
    use: async (page) => {
      for (const key of ["j", "j", "k", "k"]) await page.keyboard.press(key, { delay: 30 });
    },
  },
  {
    path: "/policies",
    role: "Administrator",
    ready: "main a[href^='/policies/pol_']",
    use: async (page) => {
      await page.getByRole("searchbox").first().click();
      await page.keyboard.type("demographics", { delay: 40 });
    },
  },
  {
    path: "/audit",
    role: "Auditor",
    ready: "a[data-seq]",
    use: async (page) => {
      await page.locator("a[data-seq]").nth(2).click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
    },
  },
];

const folder = mkdtempSync(path.join(tmpdir(), "kynara-paint-"));
const app = await startBuilt(folder, { KYNARA_DEMO: "1" });
try {
  const browser = await launchBrowser();
  console.log(
    `\n${VISITS} visits each at 1440 × 900; the aims are ${PAINT_AIM_MS} and ${INTERACTION_AIM_MS} ms\n`,
  );
  console.log(`${"".padEnd(10)}  first paint ms, new  kept files p50  p95  interaction ms p50  longest`);
  for (const subject of SUBJECTS) console.log(await measure(browser, subject));
  await browser.close();
} finally {
  await app.stop();
  await destroyEmbedded(folder);
}

async function measure(browser: Browser, { path: address, role, ready, use }: Subject): Promise<string> {
  const context = await browser.newContext({ baseURL: app.baseUrl, viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watchEvents);
  const page = await context.newPage();
  await signIn(page, demoPerson(role));
  const paints: number[] = [];
  const interactions: number[] = [];
  for (let visit = 0; visit <= VISITS; visit += 1) {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    paints.push(await firstPaint(page));
    await use(page);
    // An interaction is told once the frame that answers it has been painted.
    await sleep(300);
    interactions.push(...(await eventDurations(page)));
  }
  await context.close();
  const [fresh = 0, ...kept] = paints;
  const columns = [
    fresh,
    share(kept, 0.5),
    share(kept, 0.95),
    share(interactions, 0.5),
    share(interactions, 1),
  ];
  const widths = [19, 14, 3, 18, 7];
  return `${address.padEnd(10)}  ${columns.map((value, i) => value.toFixed(0).padStart(widths[i] ?? 0)).join("  ")}`;
}

function demoPerson(role: string): { email: string; password: string } {
  const { people } = JSON.parse(readFileSync(path.join(folder, "demo.json"), "utf8")) as {
    people: { role: string; email: string; password: string }[];
  };
  const person = people.find((one) => one.role === role);
  if (!person) throw new Error(`The demo hospital has no ${role}.`);
  return person;
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
