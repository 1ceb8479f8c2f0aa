import * as z from "zod";
import { id } from "../common";
import { createGrant, grant, grantPage, listGrantsQuery, reviewGrant } from "../directory";
import { endpoint } from "../endpoint";

const params = z.strictObject({ id: id("grt") });

export const grantEndpoints = {
  list: endpoint({
    operationId: "listGrants",
    method: "GET",
    path: "/api/v1/jit-grants",
    tag: "Emergency access",
    summary: "List emergency access, newest first",
    access: "grants.read",
    query: listGrantsQuery,
    response: grantPage,
  }),
  create: endpoint({
    operationId: "createGrant",
    method: "POST",
    path: "/api/v1/jit-grants",
    tag: "Emergency access",
    summary: "Take emergency access, for oneself or for an agent one owns",
    access: "grants.take",
    body: createGrant,
    response: grant,
    status: 201,
  }),
  get: endpoint({
    operationId: "getGrant",
    method: "GET",
    path: "/api/v1/jit-grants/{id}",
    tag: "Emergency access",
    summary: "Get one emergency access",
    access: "grants.read",
    params,
    response: grant,
  }),
  revoke: endpoint({
    operationId: "revokeGrant",
    method: "POST",
    path: "/api/v1/jit-grants/{id}/revoke",
    tag: "Emergency access",
    summary: "End emergency access before its time",
    access: ["grants.take", "grants.review"],
    params,
    response: grant,
  }),
  review: endpoint({
    operationId: "reviewGrant",
    method: "POST",
    path: "/api/v1/jit-grants/{id}/review",
    tag: "Emergency access",
    summary: "Close the review of emergency access with a finding; not by its taker",
    access: "grants.review",
    params,
    body: reviewGrant,
    response: grant,
  }),
};
