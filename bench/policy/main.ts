import { cpus } from "node:os";
import { type Decide, type Engine, OURS, PEERS } from "./engines";
import { type Job, makeJob, type Shape } from "./job";

const SIZES = [100, 1_000, 10_000] as const;
const SHAPES: Readonly<Record<Shape, string>> = {
  own_action: "each policy its own action",
  one_action: "all policies on one action, told apart by conditions",
};
/** What the engine aims at, in decisions per second on one core. */
const AIMS: readonly { shape: Shape; size: number; perSecond: number }[] = [
  ...SIZES.map((size) => ({ shape: "own_action" as const, size, perSecond: 1_000_000 })),
  { shape: "one_action", size: 1_000, perSecond: 300_000 },
];
const WINDOWS = 4;
const WINDOW_MS = 250;
const WARM_UP_MS = 300;
const CHECK_MS = 1_500;

interface Cell {
  readonly engine: string;
  readonly perSecond: number;
  readonly loadMs: number;
}

/** Decisions per second; the clock is read so seldom that it does not weigh. */
function measure(decide: Decide, requests: number, milliseconds: number): number {
  let next = 0;
  let chunk = 1;
  let decided = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    const start = performance.now();
    for (let left = chunk; left > 0; left -= 1) {
      decide(next);
      next = next + 1 === requests ? 0 : next + 1;
    }
    const took = performance.now() - start;
    decided += chunk;
    elapsed += took;
    if (took < 10) chunk *= 2;
  }
  return (decided / elapsed) * 1_000;
}

/** The best of several windows: what others do on the machine can only make a window worse. */
function measureBest(decide: Decide, requests: number): number {
  return Math.max(...Array.from({ length: WINDOWS }, () => measure(decide, requests, WINDOW_MS)));
}

/**
 * Compares with our answers, request by request, within bounded time: the same rules in other words are the
 * ground of any comparison. Throws at the first difference.
 */
function checkSame(name: string, decide: Decide, ours: Decide, job: Job): number {
  const end = performance.now() + CHECK_MS;
  let checked = 0;
  while (checked < job.requests.length && (checked < 16 || performance.now() < end)) {
    if (decide(checked) !== ours(checked)) {
      throw new Error(`${name} answers otherwise: ${JSON.stringify(job.requests[checked])}`);
    }
    checked += 1;
  }
  return checked;
}

async function runCell(engine: Engine, job: Job, ours: Decide): Promise<Cell & { checked: number }> {
  const start = performance.now();
  const decide = await engine.load(job);
  const loadMs = performance.now() - start;
  const checked = checkSame(engine.name, decide, ours, job);
  measure(decide, job.requests.length, WARM_UP_MS);
  return {
    engine: engine.name,
    perSecond: measureBest(decide, job.requests.length),
    loadMs,
    checked,
  };
}

const count = (value: number): string => Math.round(value).toLocaleString("en-US");
const ratio = (value: number): string => (value < 10 ? value.toFixed(1) : count(value));

async function runRow(shape: Shape, size: number): Promise<readonly Cell[]> {
  const job = makeJob(shape, size);
  const ours = await OURS.load(job);
  const allowed = job.requests.filter((_, index) => ours(index)).length;
  const cells: Cell[] = [];
  for (const engine of [OURS, ...PEERS]) {
    const cell = await runCell(engine, job, ours);
    cells.push(cell);
    const mine = cells[0]?.perSecond ?? 0;
    const faster = engine === OURS ? "" : `   ours is ${ratio(mine / cell.perSecond)} times as fast`;
    const facts = `load ${count(cell.loadMs)} ms, ${cell.checked} answers compared`;
    console.log(`  ${engine.name.padEnd(14)}${count(cell.perSecond).padStart(12)}/s   (${facts})${faster}`);
  }
  console.log(`  ${allowed} of ${job.requests.length} requests are allowed`);
  return cells;
}

function printTable(rows: ReadonlyMap<string, readonly Cell[]>): void {
  const peers = PEERS.map((peer) => peer.name);
  console.log(`\n| policies | ${OURS.name} /s | ${peers.map((name) => `${name} /s | ratio`).join(" | ")} |`);
  console.log(`|---|--:|${peers.map(() => "--:|--:|").join("")}`);
  for (const [name, [mine, ...others]] of rows) {
    const own = mine?.perSecond ?? 0;
    const columns = others.map((cell) => `${count(cell.perSecond)} | ${ratio(own / cell.perSecond)}`);
    console.log(`| ${name} | ${count(own)} | ${columns.join(" | ")} |`);
  }
}

console.log(`Decisions per second on one core (${cpus()[0]?.model ?? "unknown"}, node ${process.version})`);
const rows = new Map<string, readonly Cell[]>();
const shortfalls: string[] = [];
for (const shape of ["own_action", "one_action"] as const) {
  for (const size of SIZES) {
    console.log(`\n${count(size)} policies, ${SHAPES[shape]}`);
    const cells = await runRow(shape, size);
    rows.set(`${count(size)}, ${shape === "own_action" ? "own action" : "one action"}`, cells);
    const [mine, ...others] = cells;
    const own = mine?.perSecond ?? 0;
    const aim = AIMS.find((one) => one.shape === shape && one.size === size);
    if (aim !== undefined && own < aim.perSecond) {
      shortfalls.push(`${count(size)} ${shape}: ${count(own)}/s, the aim is ${count(aim.perSecond)}/s`);
    }
    for (const other of others) {
      if (other.perSecond >= own) shortfalls.push(`${count(size)} ${shape}: ${other.engine} is faster`);
    }
  }
}
printTable(rows);
console.log(shortfalls.length === 0 ? "\nEvery aim is met." : `\nAims missed:\n- ${shortfalls.join("\n- ")}`);
