import * as z from "zod";
import { agent, agentPage, agentStatusChange, createAgent, listAgentsQuery, updateAgent } from "../agents";
import { id } from "../common";
import { endpoint } from "../endpoint";

const params = z.strictObject({ id: id("agt") });

export const agentEndpoints = {
  list: endpoint({
    operationId: "listAgents",
    method: "GET",
    path: "/api/v1/agents",
    tag: "Agents",
    summary: "List agents, oldest first",
    access: "agents.read",
    query: listAgentsQuery,
    response: agentPage,
  }),
  create: endpoint({
    operationId: "createAgent",
    method: "POST",
    path: "/api/v1/agents",
    tag: "Agents",
    summary: "Register an agent",
    access: "agents.write",
    body: createAgent,
    response: agent,
    status: 201,
  }),
  get: endpoint({
    operationId: "getAgent",
    method: "GET",
    path: "/api/v1/agents/{id}",
    tag: "Agents",
    summary: "Get an agent",
    access: "agents.read",
    params,
    response: agent,
  }),
  update: endpoint({
    operationId: "updateAgent",
    method: "PATCH",
    path: "/api/v1/agents/{id}",
    tag: "Agents",
    summary: "Change an agent; what is left out stays as it is",
    access: "agents.write",
    params,
    body: updateAgent,
    response: agent,
  }),
  disable: endpoint({
    operationId: "disableAgent",
    method: "POST",
    path: "/api/v1/agents/{id}/disable",
    tag: "Agents",
    summary: "Switch an agent off: every decision after this one is a denial",
    access: "agents.write",
    params,
    body: agentStatusChange,
    response: agent,
  }),
  enable: endpoint({
    operationId: "enableAgent",
    method: "POST",
    path: "/api/v1/agents/{id}/enable",
    tag: "Agents",
    summary: "Switch an agent on again",
    access: "agents.write",
    params,
    body: agentStatusChange,
    response: agent,
  }),
};
