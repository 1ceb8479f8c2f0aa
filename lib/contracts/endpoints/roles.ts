import * as z from "zod";
import { pageQuery, roleName } from "../common";
import { createRole, role, rolePage, updateRole } from "../directory";
import { endpoint } from "../endpoint";

const params = z.strictObject({ name: roleName });

export const roleEndpoints = {
  list: endpoint({
    operationId: "listRoles",
    method: "GET",
    path: "/api/v1/roles",
    tag: "Roles",
    summary: "List roles by name",
    access: "roles.read",
    query: pageQuery,
    response: rolePage,
  }),
  create: endpoint({
    operationId: "createRole",
    method: "POST",
    path: "/api/v1/roles",
    tag: "Roles",
    summary: "Create a role; nobody gives more than they hold",
    access: "roles.write",
    body: createRole,
    response: role,
    status: 201,
  }),
  get: endpoint({
    operationId: "getRole",
    method: "GET",
    path: "/api/v1/roles/{name}",
    tag: "Roles",
    summary: "Get a role",
    access: "roles.read",
    params,
    response: role,
  }),
  update: endpoint({
    operationId: "updateRole",
    method: "PATCH",
    path: "/api/v1/roles/{name}",
    tag: "Roles",
    summary: "Change a role; what is left out stays as it is",
    access: "roles.write",
    params,
    body: updateRole,
    response: role,
  }),
  remove: endpoint({
    operationId: "deleteRole",
    method: "DELETE",
    path: "/api/v1/roles/{name}",
    tag: "Roles",
    summary: "Delete a role that nobody has and no policy names",
    access: "roles.write",
    params,
    status: 204,
  }),
};
