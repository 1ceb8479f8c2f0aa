import * as z from "zod";
import { id } from "../common";
import { createMember, listMembersQuery, member, memberPage, updateMember } from "../directory";
import { endpoint } from "../endpoint";

/** A person is found by the id of the membership or of the user. */
const params = z.strictObject({ id: z.union([id("mem"), id("usr")]) });

export const memberEndpoints = {
  list: endpoint({
    operationId: "listMembers",
    method: "GET",
    path: "/api/v1/members",
    tag: "People",
    summary: "List the people of the organization, in the order in which they joined",
    access: "members.read",
    query: listMembersQuery,
    response: memberPage,
  }),
  create: endpoint({
    operationId: "createMember",
    method: "POST",
    path: "/api/v1/members",
    tag: "People",
    summary: "Add a person, or take a removed one back",
    access: "members.write",
    body: createMember,
    response: member,
    status: 201,
  }),
  get: endpoint({
    operationId: "getMember",
    method: "GET",
    path: "/api/v1/members/{id}",
    tag: "People",
    summary: "Get a person",
    access: "members.read",
    params,
    response: member,
  }),
  update: endpoint({
    operationId: "updateMember",
    method: "PATCH",
    path: "/api/v1/members/{id}",
    tag: "People",
    summary: "Change a person's name, title, roles or attributes",
    access: "members.write",
    params,
    body: updateMember,
    response: member,
  }),
  remove: endpoint({
    operationId: "removeMember",
    method: "DELETE",
    path: "/api/v1/members/{id}",
    tag: "People",
    summary: "Remove a person and end their sessions",
    access: "members.write",
    params,
    response: member,
  }),
};
