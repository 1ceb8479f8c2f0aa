import { endpoint } from "../endpoint";
import { me } from "../session";

export const meEndpoints = {
  get: endpoint({
    operationId: "getMe",
    method: "GET",
    path: "/api/v1/me",
    tag: "Session",
    summary: "Who is signed in, or whose key this is, and what they may do",
    access: "authenticated",
    response: me,
  }),
};
