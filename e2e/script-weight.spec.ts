import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AUDIT_PLACES } from "./places/audit";
import { INBOX_PLACES } from "./places/inbox";
import { POLICY_PLACES } from "./places/policies";
import { TRY_IT_PLACES } from "./places/try-it";
import { DEVICES } from "./support/devices";
import { first } from "./support/place";
import { root } from "./support/running-app";
import { expect, type Page, test } from "./support/test";
import { wordsIn } from "./support/words";

/**
 * What a first visit may load as it travels, with React and Next and everything else that comes with it. They alone are two
 * thirds of it, so 1 kB more of ours can be too much: docs/decisions/0015 says what may wait. The inbox and the audit log
 * have one limit that was agreed; the others are held a little above what they weigh.
 */
const LIMITS_BYTES = {
  inbox: 200_000,
  audit: 200_000,
  policies: 227_000,
  "policy-new": 467_000,
  "try-it": 328_000,
};
/** What comes after the page is ready and counts too; on a phone it stands behind a tab. */
const LATE: Readonly<Record<string, string>> = { "policy-new": ".cm-editor" };
const PLACES = [...INBOX_PLACES, ...AUDIT_PLACES, ...POLICY_PLACES, ...TRY_IT_PLACES];
/** What React and Next weigh at most, so that nothing of ours can hide among them. */
const FRAMEWORK_BYTES = 140_000;
/** Next compresses nothing that is smaller. */
const SMALL_BYTES = 1024;

for (const device of Object.values(DEVICES)) {
  for (const [name, limit] of Object.entries(LIMITS_BYTES)) {
    const place = first(
      PLACES.filter((one) => one.name === name),
      `place called ${name}`,
    );
    test.describe(`${name} at ${device.viewport.width} px`, () => {
      test.use({ ...device, as: place.as });

      test(`a first visit to ${name} at ${device.viewport.width} px loads no more JavaScript than agreed`, async ({
        page,
        api,
      }) => {
        // What a page at rest fetches ahead does not count (docs/decisions/0015): a slow machine would come to rest in between.
        await page.addInitScript(() => {
          window.requestIdleCallback = () => 0;
        });
        const scripts = watchScripts(page);
        await page.goto(await place.path(api), { waitUntil: "load" });
        await place.ready(page, wordsIn("en"));
        const late = LATE[name];
        if (late !== undefined && !("hasTouch" in device)) await page.locator(late).first().waitFor();
        const weights = (await scripts()).sort((one, other) => other.bytes - one.bytes);
        const framework = weights.filter(({ file }) => frameworkFiles().has(file));
        const total = sum(weights);
        const beyond = total - sum(framework);
        console.log(
          [
            `/${name} at ${device.viewport.width} px: ${kilobytes(beyond)} beyond React and Next, ${kilobytes(total)} in all, in ${weights.length} scripts; the limit is ${kilobytes(limit)}`,
            ...weights.map(({ file, bytes }) => `  ${kilobytes(bytes).padStart(9)}  ${file}`),
          ].join("\n"),
        );
        expect(weights.filter(({ isCompressed, bytes }) => !isCompressed && bytes > SMALL_BYTES)).toEqual([]);
        expect(framework.map(({ file }) => file).sort()).toEqual([...frameworkFiles()].sort());
        expect(sum(framework)).toBeLessThan(FRAMEWORK_BYTES);
        expect(total).toBeLessThan(limit);
      });
    });
  }
}

interface Weight {
  readonly file: string;
  /** As it came over the wire, without its headers. */
  readonly bytes: number;
  readonly isCompressed: boolean;
}

/** Weighs every script that the page asks for from now on. */
function watchScripts(page: Page): () => Promise<Weight[]> {
  const weighed: Promise<Weight>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    weighed.push(
      (async () => {
        const { responseBodySize } = await request.sizes();
        const encoding = await (await request.response())?.headerValue("content-encoding");
        return {
          file: new URL(request.url()).pathname,
          bytes: responseBodySize,
          isCompressed: encoding === "gzip" || encoding === "br",
        };
      })(),
    );
  });
  return () => Promise.all(weighed);
}

/** The scripts that every page of a Next application begins with: React, Next's runtime and router, and nothing of ours. */
function frameworkFiles(): ReadonlySet<string> {
  const manifest: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(join(root, ".next/build-manifest.json"), "utf8"),
  );
  return new Set(manifest.rootMainFiles.map((file) => `/_next/${file}`));
}

const sum = (weights: readonly Weight[]) => weights.reduce((total, { bytes }) => total + bytes, 0);

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
