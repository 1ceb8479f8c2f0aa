import type { Approval } from "@/lib/contracts/approvals";

/** A request as the API tells it, for tests. */
export function exampleApproval(more: Partial<Approval> = {}): Approval {
  return {
    id: "apr_1",
    state: "pending",
    decision_id: "dec_1",
    action: "ehr.read",
    resource: { type: "patient_record", id: "123", attrs: { record_type: "diagnosis" } },
    resource_display_name: "Homer Simpson",
    resource_directory_attrs: { birth_date: "1956-05-12", mrn: "MV-204118", unit: "medicine" },
    context: { purpose: "TREAT" },
    subject: { type: "agent", id: "agt_1", name: "Clinical Scribe" },
    on_behalf_of: { id: "usr_3", name: "Dr. Lena Bhatt" },
    policy: {
      id: "pol_1",
      version: 1,
      display_name: "Clinical records",
      sentence: "Require approval.",
      sentences: { en: "Require approval.", es: "Requerir aprobación." },
    },
    approver_roles: ["attending_physician"],
    stage: 0,
    stages: 1,
    quorum: 1,
    approvals_in_stage: 0,
    require_reason: "deny",
    step_up: "none",
    votes: [],
    comments: [],
    may_vote: { allowed: true, message: "You may decide this request.", barrier: null },
    uses_left: 1,
    created_at: "2026-11-23T14:00:00.000Z",
    expires_at: "2099-01-01T00:00:00.000Z",
    escalated_at: null,
    resolved_at: null,
    resolved_by: null,
    reason: "",
    approval_url: "https://kynara.test/inbox/apr_1",
    ...more,
  };
}
