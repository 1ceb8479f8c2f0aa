import * as z from "zod";
import { id } from "../common";
import { endpoint } from "../endpoint";
import { sessionInfo, sessionItem, switchOrganization } from "../session";

const TAG = "Session";

export const sessionEndpoints = {
  get: endpoint({
    operationId: "getSession",
    method: "GET",
    path: "/api/v1/session",
    tag: TAG,
    summary: "Who is signed in or whose key this is, what they may do, and until when",
    access: "authenticated",
    response: sessionInfo,
  }),
  signOut: endpoint({
    operationId: "signOut",
    method: "POST",
    path: "/api/v1/session/sign-out",
    tag: TAG,
    summary: "End this session",
    access: "authenticated",
    status: 204,
  }),
  switch: endpoint({
    operationId: "switchOrganization",
    method: "POST",
    path: "/api/v1/session/switch",
    tag: TAG,
    summary: "Go on in another organization that the person is a member of",
    access: "authenticated",
    body: switchOrganization,
    status: 204,
  }),
  list: endpoint({
    operationId: "listSessions",
    method: "GET",
    path: "/api/v1/sessions",
    tag: TAG,
    summary: "List one's own live sessions",
    access: "authenticated",
    response: z.object({ items: z.array(sessionItem) }),
  }),
  revoke: endpoint({
    operationId: "revokeSession",
    method: "DELETE",
    path: "/api/v1/sessions/{id}",
    tag: TAG,
    summary: "End one of one's own sessions",
    access: "authenticated",
    params: z.object({ id: id("ses") }),
    status: 204,
  }),
};
