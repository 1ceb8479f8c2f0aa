import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** By the names under which the demo hospital announces its sign-ins. */
const ROLES = { physician: "Physician", admin: "Administrator", auditor: "Auditor" } as const;
export type Role = keyof typeof ROLES;

/** In the order in which the seed registers them. */
const AGENT_NAMES = { rounds: "Rounds assistant", discharge: "Discharge writer", coding: "Coding reviewer" };

const signIns = z.object({
  people: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
  agents: z.array(z.object({ id: z.string(), name: z.string(), api_key: z.string() })),
});
export type DemoPerson = z.infer<typeof signIns>["people"][number];
export type DemoAgent = z.infer<typeof signIns>["agents"][number];

/** The one application that all tests use, started by global-setup.ts. */
export interface SharedApp {
  readonly baseUrl: string;
  readonly dataDir: string;
  /** An API key with every permission in an organization of its own: not the demo hospital's. */
  readonly adminKey: string;
  readonly demo: {
    readonly people: Readonly<Record<Role, DemoPerson>>;
    readonly agents: Readonly<Record<keyof typeof AGENT_NAMES, DemoAgent>>;
  };
}

// The workers inherit the environment of the process in which the global set-up runs.
const VARIABLE = "KYNARA_E2E_APP";

export function shareApp(app: Pick<SharedApp, "baseUrl" | "dataDir" | "adminKey">): void {
  const { baseUrl, dataDir, adminKey } = app;
  process.env[VARIABLE] = JSON.stringify({ baseUrl, dataDir, adminKey });
}

export function sharedApp(): SharedApp {
  const app = JSON.parse(process.env[VARIABLE] ?? "null") as Omit<SharedApp, "demo"> | null;
  if (app === null) throw new Error("The global set-up has started no application.");
  const { people, agents } = signIns.parse(JSON.parse(readFileSync(join(app.dataDir, "demo.json"), "utf8")));
  return {
    ...app,
    demo: {
      people: mapValues(ROLES, (wanted) => oneOf(people, (person) => person.role === wanted, wanted)),
      agents: mapValues(AGENT_NAMES, (wanted) => oneOf(agents, (agent) => agent.name === wanted, wanted)),
    },
  };
}

function oneOf<T>(items: readonly T[], matches: (item: T) => boolean, name: string): T {
  const found = items.find(matches);
  if (found === undefined) throw new Error(`The demo hospital has no ${name}.`);
  return found;
}

function mapValues<K extends string, A, B>(record: Record<K, A>, make: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, make(value)])) as Record<
    K,
    B
  >;
}
