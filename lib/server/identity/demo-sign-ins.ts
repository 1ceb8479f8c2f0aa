import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { config } from "../config";

const demoFile = z.object({
  people: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })).default([]),
});

export interface DemoSignIn {
  role: string;
  email: string;
  password: string;
}

/** The sign-ins of the demo hospital, as its seed wrote them down; none outside the demo. */
export async function listDemoSignIns(): Promise<DemoSignIn[]> {
  if (!config().demo) return [];
  try {
    return demoFile.parse(JSON.parse(await readFile(path.join(config().dataDir, "demo.json"), "utf8")))
      .people;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
