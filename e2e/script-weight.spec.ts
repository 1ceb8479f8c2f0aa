import { AUDIT_PLACES } from "./places/audit";
import { INBOX_PLACES } from "./places/inbox";
import { DEVICES } from "./support/devices";
import { first } from "./support/place";
import { expect, type Page, test } from "./support/test";
import { wordsIn } from "./support/words";

/** What a first visit is to load of JavaScript at most, compressed as it travels. */
const AIM_BYTES = 200_000;
/**
 * What it may load until the aim is reached: what it loads, and a twentieth. A change that makes a page lighter
 * lowers its figure here; none raises it.
 */
const CEILINGS_BYTES = { inbox: 357_000, audit: 333_000 };
/** Next compresses nothing that is smaller. */
const SMALL_BYTES = 1024;

for (const device of Object.values(DEVICES)) {
  for (const name of ["inbox", "audit"] as const) {
    const place = first(
      [...INBOX_PLACES, ...AUDIT_PLACES].filter((one) => one.name === name),
      `place called ${name}`,
    );
    test.describe(`${name} at ${device.viewport.width} px`, () => {
      test.use({ ...device, as: place.as });

      test(`a first visit to ${name} at ${device.viewport.width} px loads no more JavaScript than agreed`, async ({
        page,
        api,
      }) => {
        const scripts = watchScripts(page);
        await page.goto(await place.path(api), { waitUntil: "load" });
        await place.ready(page, wordsIn("en"));
        const weights = (await scripts()).sort((one, other) => other.bytes - one.bytes);
        const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
        console.log(
          [
            `/${name} at ${device.viewport.width} px: ${kilobytes(total)} in ${weights.length} scripts; the aim is ${kilobytes(AIM_BYTES)}`,
            ...weights.map(({ file, bytes }) => `  ${kilobytes(bytes).padStart(9)}  ${file}`),
          ].join("\n"),
        );
        expect(weights.filter(({ isCompressed, bytes }) => !isCompressed && bytes > SMALL_BYTES)).toEqual([]);
        expect(total).toBeLessThan(CEILINGS_BYTES[name]);
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

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
