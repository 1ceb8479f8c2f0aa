import * as z from "zod";
import {
  auditPage,
  auditProof,
  checkpoint,
  checkpointPage,
  exportQuery,
  listAuditQuery,
  revealed,
  verifyRequest,
  verifyResponse,
} from "../audit";
import { disclosures, disclosuresRequest } from "../audit-disclosures";
import { pageQuery } from "../common";
import { endpoint } from "../endpoint";

const params = z.strictObject({ seq: z.coerce.number().int().min(1) });
const paths = z.array(z.string().min(1).max(1000)).min(1).max(1000);

/** Without paths: all sealed values of the entry. */
export const eraseRequest = z.strictObject({ paths: paths.optional() });
export const erased = z.object({ paths: z.array(z.string()) });

export const auditEndpoints = {
  list: endpoint({
    operationId: "listAuditEvents",
    method: "GET",
    path: "/api/v1/audit/events",
    tag: "Audit",
    summary: "Browse the audit log; a type that ends in .* stands for all that begin so",
    access: "audit.read",
    query: listAuditQuery,
    response: auditPage,
  }),
  get: endpoint({
    operationId: "getAuditEvent",
    method: "GET",
    path: "/api/v1/audit/events/{seq}",
    tag: "Audit",
    summary: "Get an entry with its proof of inclusion in the newest checkpoint",
    access: "audit.read",
    params,
    response: auditProof,
  }),
  reveal: endpoint({
    operationId: "revealAuditEvent",
    method: "POST",
    path: "/api/v1/audit/events/{seq}/reveal",
    tag: "Audit",
    summary: "Open the sealed values of an entry; that they were opened is recorded",
    access: "audit.reveal",
    params,
    response: revealed,
  }),
  erase: endpoint({
    operationId: "eraseAuditEvent",
    method: "POST",
    path: "/api/v1/audit/events/{seq}/erase",
    tag: "Audit",
    summary: "Erase sealed values of an entry for good; the log still verifies",
    access: "audit.erase",
    params,
    body: eraseRequest,
    response: erased,
  }),
  verify: endpoint({
    operationId: "verifyAuditLog",
    method: "POST",
    path: "/api/v1/audit/verify",
    tag: "Audit",
    summary: "Verify the log from its bytes up, against earlier checkpoints",
    access: "audit.verify",
    body: verifyRequest,
    response: verifyResponse,
  }),
  export: endpoint({
    operationId: "exportAuditLog",
    method: "GET",
    path: "/api/v1/audit/export",
    tag: "Audit",
    summary: "Download the log, or a stretch of it, as a file that can be verified without this server",
    access: "audit.export",
    query: exportQuery,
    produces: ["application/x-ndjson", "text/csv"],
  }),
  disclosures: endpoint({
    operationId: "accountForDisclosures",
    method: "POST",
    path: "/api/v1/audit/disclosures",
    tag: "Audit",
    summary: "List who asked for one patient's data (45 CFR 164.528); that this was looked up is recorded",
    access: "audit.reveal",
    body: disclosuresRequest,
    response: disclosures,
  }),
  exportDisclosures: endpoint({
    operationId: "exportDisclosures",
    method: "POST",
    path: "/api/v1/audit/disclosures/export",
    tag: "Audit",
    summary: "Download who asked for one patient's data as CSV; needs audit.export too, and is recorded",
    access: "audit.reveal",
    body: disclosuresRequest,
    produces: ["text/csv"],
  }),
  listCheckpoints: endpoint({
    operationId: "listAuditCheckpoints",
    method: "GET",
    path: "/api/v1/audit/checkpoints",
    tag: "Audit",
    summary: "List signed checkpoints, newest first, each with the key that verifies it",
    access: "audit.read",
    query: pageQuery,
    response: checkpointPage,
  }),
  makeCheckpoint: endpoint({
    operationId: "makeAuditCheckpoint",
    method: "POST",
    path: "/api/v1/audit/checkpoints",
    tag: "Audit",
    summary: "Sign a checkpoint of the log as it stands now",
    access: ["audit.verify", "audit.export"],
    response: checkpoint,
    status: 201,
  }),
};
