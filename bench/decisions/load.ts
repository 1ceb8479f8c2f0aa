import autocannon from "autocannon";

export interface Measured {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  /** Milliseconds of CPU of the measured server per request; null where it is not ours to see. */
  cpuMs: number | null;
  failures: number;
}

export interface Target {
  name: string;
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  connections: number;
  seconds: number;
  /** Process whose CPU time is read around the run. */
  pid?: number;
}

/** Until the compiler has seen enough: a server that has run for a day is what is measured, theirs like ours. */
const WARM_UP_SECONDS = 6;

/** Closed-loop load: each connection asks again when it was answered. */
export async function load(target: Target): Promise<Measured> {
  const options = {
    url: target.url,
    method: target.method ?? ("GET" as const),
    headers: target.headers ?? {},
    ...(target.body !== undefined && { body: target.body }),
    connections: target.connections,
  };
  await autocannon({ ...options, duration: WARM_UP_SECONDS });
  const before = target.pid ? cpuMs(target.pid) : 0;
  const result = await autocannon({ ...options, duration: target.seconds });
  const requests = result["2xx"];
  return {
    name: target.name,
    perSecond: requests / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: target.pid ? (cpuMs(target.pid) - before) / Math.max(1, requests) : null,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}

import { readFileSync } from "node:fs";

const MS_PER_TICK = 10;

/** User and system time of a process (proc(5), fields 14 and 15), in milliseconds. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
