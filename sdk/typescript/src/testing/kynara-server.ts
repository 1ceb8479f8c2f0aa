import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const API_KEY = "sk_live_0123456789012345678901234567890123456789";
const CLINICAL = ["diagnosis", "medication", "lab_result", "imaging"];

/** What to answer instead; status 0 closes the connection without a word. */
export interface Fault {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CheckBody {
  readonly action: string;
  readonly resource?: {
    readonly type: string;
    readonly id?: string;
    readonly attrs?: { readonly record_type?: string };
  };
  readonly approval_id?: string;
  readonly [member: string]: unknown;
}

interface StoredApproval {
  readonly id: string;
  readonly boundTo: string;
  state: string;
  reason: string | null;
}

/**
 * A loopback server that speaks the decision contract over real HTTP, with the product's example policies: demographics
 * are allowed, other clinical records need one person's approval, used once, and everything else is denied.
 */
export class KynaraServer {
  readonly checks: CheckBody[] = [];
  readonly apiKeys: (string | undefined)[] = [];
  readonly authorizations: (string | undefined)[] = [];
  /** The token that counts now. */
  token: string | null = null;
  readonly polls: number[] = [];
  readonly approvals = new Map<string, StoredApproval>();
  faults: Fault[] = [];
  pollFaults: Fault[] = [];
  /** What a person does with each request as soon as somebody waits for it. */
  person: { readonly state: string; readonly reason?: string } | null = null;
  readonly #server: Server;
  #changed: () => void = () => {};
  #change = new Promise<void>((resolve) => {
    this.#changed = resolve;
  });

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  static async start(): Promise<KynaraServer> {
    const server = new KynaraServer();
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** What a person, or the clock, does to an approval. */
  decide(approvalId: string, state: string, reason: string | null = null): void {
    const approval = this.approvals.get(approvalId);
    if (!approval) throw new Error(`no approval ${approvalId}`);
    Object.assign(approval, { state, reason });
    this.#changed();
    this.#change = new Promise((resolve) => {
      this.#changed = resolve;
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.url);
    const [, approvalId = "", cancel] = /^\/api\/v1\/approvals\/([^/]+)(\/cancel)?$/.exec(url.pathname) ?? [];
    const isCheck = request.method === "POST" && url.pathname.endsWith("/api/v1/decisions/check");
    const fault = isCheck ? this.faults.shift() : cancel ? undefined : this.pollFaults.shift();
    const key = request.headers["x-kynara-key"];
    this.apiKeys.push(typeof key === "string" ? key : undefined);
    this.authorizations.push(request.headers.authorization);
    const hasToken = this.token !== null && request.headers.authorization === `Bearer ${this.token}`;
    const body = await readJson(request);
    if (fault?.status === 0) return void request.socket.destroy();
    if (fault)
      return respond(response, fault.status, fault.body ?? '{"detail":"injected fault"}', fault.headers);
    if (key !== API_KEY && !hasToken) return problem(response, 401, "unauthorized", "The key is unknown.");
    if (isCheck) return respond(response, 200, JSON.stringify(this.#check(body as CheckBody)));
    if (cancel) this.decide(approvalId, "cancelled");
    await this.#poll(response, approvalId, Number(url.searchParams.get("wait") ?? 0));
  }

  #check(body: CheckBody): Record<string, unknown> {
    this.checks.push(body);
    const decision = { decision_id: `dec_${this.checks.length}`, matched_policy_id: null, ttl_seconds: 0 };
    const recordType = body.resource?.attrs?.record_type ?? "";
    if (body.action === "ehr.read" && recordType === "demographics") {
      return {
        ...decision,
        effect: "allow",
        reason: "policy",
        obligations: [{ type: "redact", fields: ["ssn"] }],
      };
    }
    if (body.action === "ehr.read" && CLINICAL.includes(recordType))
      return { ...decision, ...this.#withApproval(body) };
    return {
      ...decision,
      effect: "deny",
      reason: "no_matching_policy",
      message: "No policy allows this, so it is denied.",
    };
  }

  #withApproval(body: CheckBody): Record<string, unknown> {
    const { approval_id: presented, ...bound } = body;
    const boundTo = JSON.stringify(bound);
    const approval = presented ? this.approvals.get(presented) : undefined;
    if (approval) {
      if (approval.boundTo !== boundTo || !["pending", "approved"].includes(approval.state)) {
        const message = "The approval cannot be used. Ask without approval_id to open a new one.";
        return { effect: "deny", reason: "approval_not_valid", message };
      }
      if (approval.state === "pending") return this.#require(approval);
      approval.state = "consumed";
      return { effect: "allow", reason: "approval_granted", approval_id: approval.id };
    }
    const pending = [...this.approvals.values()].find(
      (known) => known.boundTo === boundTo && known.state === "pending",
    );
    return this.#require(
      pending ?? { id: `apr_${this.approvals.size + 1}`, boundTo, state: "pending", reason: null },
    );
  }

  #require(approval: StoredApproval): Record<string, unknown> {
    this.approvals.set(approval.id, approval);
    return {
      effect: "require_approval",
      reason: "approval_required",
      approval_id: approval.id,
      approval_url: `${this.url}/inbox/${approval.id}`,
      expires_at: "2030-01-01T00:00:00Z",
    };
  }

  async #poll(response: ServerResponse, approvalId: string, waitSeconds: number): Promise<void> {
    const approval = this.approvals.get(approvalId);
    if (!approval) return problem(response, 404, "not_found", "There is no such approval.");
    this.polls.push(waitSeconds);
    if (this.person && approval.state === "pending") {
      this.decide(approvalId, this.person.state, this.person.reason ?? null);
    }
    const end = Date.now() + waitSeconds * 1000;
    while (approval.state === "pending" && Date.now() < end) {
      let timer: NodeJS.Timeout | undefined;
      const timeUp = new Promise((resolve) => {
        timer = setTimeout(resolve, end - Date.now());
      });
      await Promise.race([this.#change, timeUp]);
      clearTimeout(timer);
    }
    const { id, state, reason } = approval;
    const resolved_by = state === "pending" ? null : { id: "usr_1", name: "Dr. Alice Smith" };
    respond(response, 200, JSON.stringify({ id, state, reason, resolved_by }));
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text === "" ? null : JSON.parse(text);
}

function problem(response: ServerResponse, status: number, code: string, detail: string): void {
  respond(response, status, JSON.stringify({ title: code, detail, code, request_id: "req_1" }));
}

function respond(response: ServerResponse, status: number, body: string, headers = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body);
}
