import * as z from "zod";
import {
  addComment,
  approval,
  approvalActivity,
  approvalPage,
  cancelApproval,
  castVote,
  getApprovalQuery,
  listApprovalsQuery,
} from "../approvals";
import { id } from "../common";
import { endpoint } from "../endpoint";

const params = z.strictObject({ id: id("apr") });

export const approvalEndpoints = {
  list: endpoint({
    operationId: "listApprovals",
    method: "GET",
    path: "/api/v1/approvals",
    tag: "Approvals",
    summary: "List approvals, newest first; a key without approvals.read sees those its agent asked for",
    access: "authenticated",
    query: listApprovalsQuery,
    response: approvalPage,
  }),
  get: endpoint({
    operationId: "getApproval",
    method: "GET",
    path: "/api/v1/approvals/{id}",
    tag: "Approvals",
    summary: "Get an approval; with wait, as soon as it is no longer pending or after that many seconds",
    access: "authenticated",
    params,
    query: getApprovalQuery,
    response: approval,
  }),
  activity: endpoint({
    operationId: "getApprovalActivity",
    method: "GET",
    path: "/api/v1/approvals/{id}/activity",
    tag: "Approvals",
    summary:
      "What the agent that asks was answered in the last hour, for those who may decide its request now",
    access: "approvals.vote",
    params,
    response: approvalActivity,
  }),
  vote: endpoint({
    operationId: "castVote",
    method: "POST",
    path: "/api/v1/approvals/{id}/votes",
    tag: "Approvals",
    summary: "Approve or deny; a vote is final",
    access: "approvals.vote",
    params,
    body: castVote,
    response: approval,
  }),
  comment: endpoint({
    operationId: "commentOnApproval",
    method: "POST",
    path: "/api/v1/approvals/{id}/comments",
    tag: "Approvals",
    summary: "Say something to the others who decide",
    access: "approvals.vote",
    params,
    body: addComment,
    response: approval,
  }),
  cancel: endpoint({
    operationId: "cancelApproval",
    method: "POST",
    path: "/api/v1/approvals/{id}/cancel",
    tag: "Approvals",
    summary: "Withdraw a request: by the agent that asked, or with approvals.cancel",
    access: "authenticated",
    params,
    body: cancelApproval,
    response: approval,
  }),
  stream: endpoint({
    operationId: "streamApprovals",
    method: "GET",
    path: "/api/v1/approvals/stream",
    tag: "Approvals",
    summary: "Server-sent events: which approvals changed, never what stands in them",
    access: "approvals.read",
    produces: ["text/event-stream"],
  }),
};
