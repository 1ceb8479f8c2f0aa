import "server-only";
import type { ApprovalState } from "@/lib/contracts/approvals";
import type { ApprovalTerms, JsonObject, PolicyContext, PolicyLanguage } from "@/lib/policy";

/** What the approver decides on: the request as it was resolved, without the server's own clock. */
export interface BoundRequest {
  context: Omit<PolicyContext, "env" | "approver">;
  /** What the caller itself said of the resource; the rest of its attributes came from the directory. */
  claimedAttrs: JsonObject;
  policyName: string;
  policySentence: string;
  /** The same in every language; approvals opened before there were others have the English one alone. */
  policySentences?: Readonly<Record<PolicyLanguage, string>>;
}

export interface VoteRecord {
  userId: string;
  stage: number;
  vote: "approve" | "deny";
  reason: string;
  createdAt: Date;
}

export interface CommentRecord {
  id: string;
  userId: string;
  body: string;
  createdAt: Date;
}

/** An approval as it is stored. */
export interface ApprovalRecord {
  id: string;
  organizationId: string;
  state: ApprovalState;
  policyId: string;
  policyVersion: number;
  decisionId: string;
  subjectType: string;
  subjectId: string;
  principalId: string | null;
  action: string;
  resourceType: string;
  resourceId: string;
  request: BoundRequest;
  terms: ApprovalTerms;
  stage: number;
  usesLeft: number;
  createdAt: Date;
  expiresAt: Date;
  escalatedAt: Date | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  reason: string;
  votes: VoteRecord[];
  comments: CommentRecord[];
}

/** Uses of an approval that holds for a time instead of a number. */
export const UNLIMITED_USES = 2_147_483_647;
