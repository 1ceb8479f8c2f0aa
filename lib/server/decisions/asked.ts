import "server-only";
import type { JsonObject } from "@/lib/policy";
import type { Credential } from "../identity";

/** A request for a decision as the pipeline takes it, whichever surface it came through. Immutable. */
export interface Asked {
  subject: { type: string; id: string; attrs: JsonObject };
  /** The person the subject acts for. */
  principalId: string | null;
  action: { name: string; attrs: JsonObject };
  resource: { type: string; id: string | null; attrs: JsonObject };
  context: JsonObject;
  approvalId: string | null;
}

/** Who asks. The credential is looked up again in the state that decides, so that a revoked one gets no answer. */
export interface Asker {
  organizationId: string;
  credential: Credential;
  requestId: string;
}
