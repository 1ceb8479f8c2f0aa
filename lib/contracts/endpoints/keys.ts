import * as z from "zod";
import { apiKey, createdKey, createKey, keyPage, listKeysQuery } from "../agents";
import { id, pageQuery } from "../common";
import { endpoint } from "../endpoint";

const params = z.strictObject({ id: id("key") });
const ofAgent = z.strictObject({ id: id("agt") });

export const keyEndpoints = {
  list: endpoint({
    operationId: "listKeys",
    method: "GET",
    path: "/api/v1/keys",
    tag: "API keys",
    summary: "List API keys, oldest first",
    access: "keys.read",
    query: listKeysQuery,
    response: keyPage,
  }),
  create: endpoint({
    operationId: "createKey",
    method: "POST",
    path: "/api/v1/keys",
    tag: "API keys",
    summary: "Create an API key; its secret is in this answer and never again",
    access: "keys.write",
    body: createKey,
    response: createdKey,
    status: 201,
  }),
  get: endpoint({
    operationId: "getKey",
    method: "GET",
    path: "/api/v1/keys/{id}",
    tag: "API keys",
    summary: "Get an API key",
    access: "keys.read",
    params,
    response: apiKey,
  }),
  revoke: endpoint({
    operationId: "revokeKey",
    method: "DELETE",
    path: "/api/v1/keys/{id}",
    tag: "API keys",
    summary: "Revoke an API key, at once and for good",
    access: "keys.write",
    params,
    response: apiKey,
  }),
  listOfAgent: endpoint({
    operationId: "listAgentKeys",
    method: "GET",
    path: "/api/v1/agents/{id}/keys",
    tag: "API keys",
    summary: "List the API keys of an agent",
    access: "keys.read",
    params: ofAgent,
    query: pageQuery,
    response: keyPage,
  }),
  createForAgent: endpoint({
    operationId: "createAgentKey",
    method: "POST",
    path: "/api/v1/agents/{id}/keys",
    tag: "API keys",
    summary: "Create an API key with which an agent asks for decisions",
    access: "keys.write",
    params: ofAgent,
    body: createKey.omit({ agent_id: true }),
    response: createdKey,
    status: 201,
  }),
};
