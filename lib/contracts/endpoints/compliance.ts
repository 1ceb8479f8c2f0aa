import { compliance, exportComplianceQuery } from "../compliance";
import { endpoint } from "../endpoint";

export const complianceEndpoints = {
  get: endpoint({
    operationId: "getCompliance",
    method: "GET",
    path: "/api/v1/compliance",
    tag: "Compliance",
    summary:
      "Requirements of the HIPAA Security and Privacy Rules with this installation's evidence and gaps",
    access: "audit.read",
    response: compliance,
  }),
  export: endpoint({
    operationId: "exportCompliance",
    method: "GET",
    path: "/api/v1/compliance/export",
    tag: "Compliance",
    summary: "Download the requirement table as CSV or JSON; that it was taken out is recorded",
    access: "audit.export",
    query: exportComplianceQuery,
    produces: ["text/csv", "application/json"],
  }),
};
