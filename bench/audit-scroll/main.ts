import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { closeDatabase } from "@/lib/server/db/close-database";
import { startEmbedded } from "@/lib/server/db/embedded";
import { migrate } from "@/lib/server/db/migrate";
import { launchBrowser, signIn } from "../application/browser";
import { startBuilt } from "../application/built-application";
import { type FilledLog, fillLog } from "./fill";
import { type Frames, measureFrames, memoryOf, quantiles } from "./frames";

// The audit page of the built application (npm run build) over a log of a million entries, in Debian's Chromium: frame
// times while the wheel turns and the scrollbar jumps, memory, and what the server takes for a page. Reported, not judged:
// what else the machine does shows in them, so an idle page is measured beside it.
const WHEEL_MS = 6_000;
const FRAMES_HEAD = `${"".padEnd(30)}  p50 ms  p95 ms  p99 ms  dropped    of  rows awaited`;
const COUNT = Number(process.argv[2] ?? 1_000_000);
const folder = process.argv[3] ?? path.join(tmpdir(), `kynara-audit-scroll-${COUNT}`);
// As it was given, before filling points this process at the database.
const environment = { ...process.env };

const log = await filled();
const app = await startBuilt(folder, {}, environment);
try {
  await measure();
} finally {
  await app.stop();
}

/** A folder that was filled before is used again: filling takes minutes. */
async function filled(): Promise<FilledLog> {
  const kept = path.join(folder, "filled.json");
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as FilledLog;
  const database = await startEmbedded({ dataDir: folder, durability: "none" });
  await migrate(database.ownerUrl, path.resolve("prisma/migrations"));
  process.env.DATABASE_URL = database.ownerUrl;
  process.env.KYNARA_DATA_DIR = folder;
  const log = await fillLog(COUNT, (done) => {
    if (done % 50_000 === 0) console.log(`${done.toLocaleString("en")} entries`);
  });
  await closeDatabase();
  await database.stop();
  console.log(`filled in ${log.seconds.toFixed(0)} s`);
  writeFileSync(kept, JSON.stringify(log), { mode: 0o600 });
  return log;
}

async function measure(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ baseURL: app.baseUrl, viewport: { width: 1440, height: 900 } });
  try {
    console.log(`\n${COUNT.toLocaleString("en")} entries, 1440 × 900\n`);
    console.log(FRAMES_HEAD);
    print(await idle(page));
    await signIn(page, log);
    await page.goto("/audit");
    await page.locator("a[data-seq]").first().waitFor();
    const before = await memoryOf(page);
    print(await measureFrames(page, "wheel, 120 px a turn", () => turnWheel(page, 120)));
    print(await measureFrames(page, "wheel, 600 px a turn", () => turnWheel(page, 600)));
    print(await measureFrames(page, "scrollbar dragged to the end", () => drag(page)));
    const jumps = await jump(page, 30);
    const after = await memoryOf(page);
    const { p50, p95 } = quantiles(jumps);
    console.log(
      `\njump to anywhere until its rows stand: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
    );
    console.log(
      `heap ${before.megabytes.toFixed(1)} → ${after.megabytes.toFixed(1)} MB, nodes ${before.nodes} → ${after.nodes}`,
    );
    await timeRequests(page, log);
    if (process.argv.includes("--verify")) await verify(page);
  } finally {
    await browser.close();
  }
}

async function idle(page: Page): Promise<Frames> {
  await page.goto("/sign-in");
  return measureFrames(page, "nothing at all", () => sleep(4_000));
}

async function turnWheel(page: Page, pixels: number): Promise<void> {
  await page.mouse.move(700, 500);
  const until = performance.now() + WHEEL_MS;
  while (performance.now() < until) {
    await page.mouse.wheel(0, pixels);
    await sleep(12);
  }
}

/** As a hand drags the thumb: in a hundred and fifty steps from where it stands to the end. */
async function drag(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const end = document.documentElement.scrollHeight - innerHeight;
    const from = scrollY;
    for (let step = 1; step <= 150; step += 1) {
      scrollTo({ top: from + ((end - from) * step) / 150, behavior: "instant" });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

async function jump(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    taken.push(
      await page.evaluate(
        async (share) => {
          const started = performance.now();
          scrollTo({
            top: (document.documentElement.scrollHeight - innerHeight) * share,
            behavior: "instant",
          });
          const stands = () => {
            const row = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[role=row]");
            return row?.querySelector("a[data-seq]") != null;
          };
          await new Promise((resolve) => requestAnimationFrame(resolve));
          while (!stands()) await new Promise((resolve) => requestAnimationFrame(resolve));
          return performance.now() - started;
        },
        ((i * 37) % 100) / 100 + 0.003,
      ),
    );
    await sleep(150);
  }
  return taken;
}

function print({ name, p50, p95, p99, dropped, total, waiting }: Frames): void {
  const times = [p50, p95, p99].map((value) => value.toFixed(1).padStart(6)).join("  ");
  const share = `${(waiting * 100).toFixed(1)} %`.padStart(12);
  console.log(
    `${name.padEnd(30)}  ${times}  ${String(dropped).padStart(7)}  ${String(total).padStart(4)}  ${share}`,
  );
}

/** The whole way of a request, as the page makes it. */
async function timeRequests(page: Page, { patient }: FilledLog): Promise<void> {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
  const list = "/api/v1/audit/events?limit=60";
  const asked: [string, string, unknown?][] = [
    ["newest page", list],
    ["a page in the middle", `${list}&to_seq=${Math.floor(COUNT / 2)}`],
    ["two days, three weeks ago", `${list}&from=${day(22)}&to=${day(20)}`],
    ["denied, by effect", `${list}&effect=deny`],
    ["one type of event, rare", `${list}&type=session.signed_in`],
    ["group of events, rare", `${list}&type=session.*`],
    ["action that never was", `${list}&action=never.was`],
    ["disclosures of one patient", "/api/v1/audit/disclosures", { patient }],
    ["compliance, first", "/api/v1/compliance"],
    ["compliance, again", "/api/v1/compliance"],
  ];
  console.log();
  for (const [name, url, body] of asked) {
    const taken: number[] = [];
    for (let i = 0; i < (name.endsWith("first") ? 1 : 7); i += 1) {
      const started = performance.now();
      const answer = await (body ? page.request.post(url, { data: body }) : page.request.get(url));
      if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
      await answer.body();
      taken.push(performance.now() - started);
    }
    console.log(`${name.padEnd(30)}  p50 ${quantiles(taken).p50.toFixed(0).padStart(5)} ms`);
  }
}

/** The whole log, hashed in the browser. */
async function verify(page: Page): Promise<void> {
  await page.goto("/audit/verify");
  const started = performance.now();
  await page.getByRole("button", { name: "Verify the whole log" }).click();
  const frames = await measureFrames(page, "verifying in a worker", async () => {
    await page.getByText("The log holds").waitFor({ timeout: 1_800_000 });
  });
  console.log(`\nverified in the browser in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  console.log(await page.getByText(/the chain is unbroken/).textContent());
  print(frames);
}
