import type { activityEndpoints } from "../contracts/endpoints/activity";
import type { agentEndpoints } from "../contracts/endpoints/agents";
import type { approvalEndpoints } from "../contracts/endpoints/approvals";
import type { auditEndpoints } from "../contracts/endpoints/audit";
import type { complianceEndpoints } from "../contracts/endpoints/compliance";
import type { decisionEndpoints } from "../contracts/endpoints/decisions";
import type { entityEndpoints } from "../contracts/endpoints/entities";
import type { keyEndpoints } from "../contracts/endpoints/keys";
import type { memberEndpoints } from "../contracts/endpoints/members";
import type { policyEndpoints } from "../contracts/endpoints/policies";
import type { policyOrderEndpoints } from "../contracts/endpoints/policy-order";
import type { policyVocabularyEndpoints } from "../contracts/endpoints/policy-vocabulary";
import type { sessionEndpoints } from "../contracts/endpoints/session";
import type { tokenIssuerEndpoints } from "../contracts/endpoints/token-issuers";
import { operations } from "./operation";

// What the console asks of the API; the compiler holds it against the endpoints' own definitions.

export const activityOperations = operations<typeof activityEndpoints>()({
  ofAgents: { method: "GET", path: "/api/v1/activity/agents", answers: true },
});

export const agentOperations = operations<typeof agentEndpoints>()({
  list: { method: "GET", path: "/api/v1/agents", answers: true },
  create: { method: "POST", path: "/api/v1/agents", sends: true, answers: true },
  get: { method: "GET", path: "/api/v1/agents/{id}", answers: true },
  update: { method: "PATCH", path: "/api/v1/agents/{id}", sends: true, answers: true },
  disable: { method: "POST", path: "/api/v1/agents/{id}/disable", sends: true, answers: true },
  enable: { method: "POST", path: "/api/v1/agents/{id}/enable", sends: true, answers: true },
});

export const approvalOperations = operations<typeof approvalEndpoints>()({
  list: { method: "GET", path: "/api/v1/approvals", answers: true },
  get: { method: "GET", path: "/api/v1/approvals/{id}", answers: true },
  activity: { method: "GET", path: "/api/v1/approvals/{id}/activity", answers: true },
  vote: { method: "POST", path: "/api/v1/approvals/{id}/votes", sends: true, answers: true },
  comment: { method: "POST", path: "/api/v1/approvals/{id}/comments", sends: true, answers: true },
  stream: { method: "GET", path: "/api/v1/approvals/stream" },
});

export const auditOperations = operations<typeof auditEndpoints>()({
  list: { method: "GET", path: "/api/v1/audit/events", answers: true },
  get: { method: "GET", path: "/api/v1/audit/events/{seq}", answers: true },
  reveal: { method: "POST", path: "/api/v1/audit/events/{seq}/reveal", answers: true },
  verify: { method: "POST", path: "/api/v1/audit/verify", sends: true, answers: true },
  export: { method: "GET", path: "/api/v1/audit/export" },
  disclosures: { method: "POST", path: "/api/v1/audit/disclosures", sends: true, answers: true },
  exportDisclosures: { method: "POST", path: "/api/v1/audit/disclosures/export", sends: true },
  listCheckpoints: { method: "GET", path: "/api/v1/audit/checkpoints", answers: true },
  makeCheckpoint: { method: "POST", path: "/api/v1/audit/checkpoints", answers: true },
});

export const complianceOperations = operations<typeof complianceEndpoints>()({
  export: { method: "GET", path: "/api/v1/compliance/export" },
});

export const decisionOperations = operations<typeof decisionEndpoints>()({
  explain: { method: "POST", path: "/api/v1/decisions/explain", sends: true, answers: true },
  simulate: { method: "POST", path: "/api/v1/simulate", sends: true, answers: true },
});

export const entityOperations = operations<typeof entityEndpoints>()({
  get: { method: "GET", path: "/api/v1/entities/{kind}/{type}/{id}", answers: true },
  remove: { method: "DELETE", path: "/api/v1/entities/{kind}/{type}/{id}" },
});

export const keyOperations = operations<typeof keyEndpoints>()({
  list: { method: "GET", path: "/api/v1/keys", answers: true },
  get: { method: "GET", path: "/api/v1/keys/{id}", answers: true },
  revoke: { method: "DELETE", path: "/api/v1/keys/{id}", answers: true },
  createForAgent: { method: "POST", path: "/api/v1/agents/{id}/keys", sends: true, answers: true },
});

export const memberOperations = operations<typeof memberEndpoints>()({
  list: { method: "GET", path: "/api/v1/members", answers: true },
  get: { method: "GET", path: "/api/v1/members/{id}", answers: true },
});

export const policyOperations = operations<typeof policyEndpoints>()({
  list: { method: "GET", path: "/api/v1/policies", answers: true },
  create: { method: "POST", path: "/api/v1/policies", sends: true, answers: true },
  get: { method: "GET", path: "/api/v1/policies/{id}", answers: true },
  update: { method: "PUT", path: "/api/v1/policies/{id}", sends: true, answers: true },
  archive: { method: "POST", path: "/api/v1/policies/{id}/archive", sends: true, answers: true },
  listVersions: { method: "GET", path: "/api/v1/policies/{id}/versions", answers: true },
  rollback: { method: "POST", path: "/api/v1/policies/{id}/rollback", sends: true, answers: true },
});

export const policyOrderOperations = operations<typeof policyOrderEndpoints>()({
  reorder: { method: "POST", path: "/api/v1/policies/order", sends: true, answers: true },
});

export const policyVocabularyOperations = operations<typeof policyVocabularyEndpoints>()({
  get: { method: "GET", path: "/api/v1/policies/vocabulary", answers: true },
});

export const sessionOperations = operations<typeof sessionEndpoints>()({
  get: { method: "GET", path: "/api/v1/session", answers: true },
  switch: { method: "POST", path: "/api/v1/session/switch", sends: true },
});

export const tokenIssuerOperations = operations<typeof tokenIssuerEndpoints>()({
  create: { method: "POST", path: "/api/v1/token-issuers", sends: true, answers: true },
  update: { method: "PATCH", path: "/api/v1/token-issuers/{id}", sends: true, answers: true },
  remove: { method: "DELETE", path: "/api/v1/token-issuers/{id}" },
  bind: { method: "POST", path: "/api/v1/token-bindings", sends: true, answers: true },
  unbind: { method: "DELETE", path: "/api/v1/token-bindings/{id}" },
});
