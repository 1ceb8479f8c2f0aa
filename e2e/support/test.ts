import {
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import { type RunningFhirServer, startFhirServer } from "@/examples/fhir-server/server";
import type { CallInput } from "@/lib/client/call";
import type { Endpoint, ResponseOf } from "@/lib/contracts/endpoint";
import { type AgentProcess, agentEnvironment, startAgentProcess } from "./agent-process";
import { callAs, signInRequest } from "./api-client";
import { type DemoAgent, type Role, type SharedApp, sharedApp } from "./shared-app";
import { signIn } from "./sign-in";

export { expect, type Page } from "@playwright/test";
export type { Role } from "./shared-app";

/** Calls an operation as the demo hospital's administrator; what it sets up is meant for the test, not shown to anybody. */
export type HospitalApi = <const E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
) => Promise<ResponseOf<E>>;

export interface TestFixtures {
  /** Who is signed in already when the test begins, where signing in is not the point: `test.use({ as: "admin" })`. */
  as: Role | null;
  /** The folder, below the repository's root, into which pages.spec.ts puts the pictures that it takes. */
  photographs: string;
  /**
   * Signs one of the hospital's people in through the sign-in page. The first gets the test's own `page`, everybody
   * after that a browser of their own with the same options, so that two people can be at work in one test.
   *
   * @param next the path to arrive at
   * @returns the page on which they arrived
   */
  signInAs: (role: Role, next?: string) => Promise<Page>;
  /** Starts the Python agent of examples/ for a patient, as this agent (the rounds assistant when left out). */
  runPythonAgent: (args: readonly string[], agent?: Pick<DemoAgent, "id" | "api_key">) => AgentProcess;
  /** Starts any agent's program; whatever still runs when the test ends is killed. */
  startAgent: (
    command: string,
    args: readonly string[],
    agent: Pick<DemoAgent, "id" | "api_key">,
  ) => AgentProcess;
}

interface WorkerFixtures {
  app: SharedApp;
  /** The hospital's records: the FHIR server of examples/. */
  fhir: RunningFhirServer;
  api: HospitalApi;
  /** Cookies of a signed-in person, for tests in which signing in is not the point. */
  storageStateOf: (role: Role) => Promise<Exclude<BrowserContextOptions["storageState"], string | undefined>>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  app: [({}, use) => use(sharedApp()), { scope: "worker" }],

  baseURL: ({ app }, use) => use(app.baseUrl),

  as: [null, { option: true }],

  photographs: ["test-results/photographs", { option: true }],

  storageState: async ({ as, storageStateOf }, use) => use(as ? await storageStateOf(as) : undefined),

  signInAs: async ({ app, page, browser }, use) => {
    const guests: Page[] = [];
    let isFree = true;
    await use(async (role, next) => {
      const { email, password } = app.demo.people[role];
      const own = isFree ? page : await guestPage(browser, guests);
      isFree = false;
      await signIn(own, email, password, next);
      return own;
    });
    for (const guest of guests) await guest.context().close();
  },

  startAgent: async ({ app, fhir }, use) => {
    const started: AgentProcess[] = [];
    await use((command, args, agent) => {
      const env = { ...agentEnvironment(app.baseUrl, agent), FHIR_BASE_URL: fhir.baseUrl };
      const agentProcess = startAgentProcess(command, args, env);
      started.push(agentProcess);
      return agentProcess;
    });
    for (const one of started) one.kill();
  },

  runPythonAgent: ({ app, startAgent }, use) =>
    use((args, agent = app.demo.agents.rounds) =>
      startAgent("python3", ["examples/clinical-agent/python/agent.py", ...args], agent),
    ),

  fhir: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const fhir = await startFhirServer({ port: 0 });
      await use(fhir);
      await fhir.stop();
    },
    { scope: "worker" },
  ],

  storageStateOf: [
    async ({ app, playwright }, use) => {
      const contexts = new Map<Role, APIRequestContext>();
      await use(async (role) => {
        const known = contexts.get(role);
        const context = known ?? (await playwright.request.newContext({ baseURL: app.baseUrl }));
        contexts.set(role, context);
        if (!known) await signInRequest(context, app.demo.people[role]);
        return context.storageState();
      });
      for (const context of contexts.values()) await context.dispose();
    },
    { scope: "worker" },
  ],

  api: [
    async ({ app, playwright, storageStateOf }, use) => {
      const storageState = await storageStateOf("admin");
      const request = await playwright.request.newContext({ baseURL: app.baseUrl, storageState });
      await use((endpoint, input) => callAs(request, endpoint, input));
      await request.dispose();
    },
    { scope: "worker" },
  ],
});

async function guestPage(browser: Browser, guests: Page[]): Promise<Page> {
  const page = await browser.newPage();
  guests.push(page);
  return page;
}
