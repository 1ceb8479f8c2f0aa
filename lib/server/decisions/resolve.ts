import "server-only";
import type { PolicyContext, Principal } from "@/lib/policy";
import { config } from "../config";
import type { AgentRecord, DecisionState, EntityRef, PersonRecord } from "../decision-state";
import type { Asked } from "./asked";

/** Who and what a request is about, as the organization's own records say. */
export interface Resolved {
  /** Null when nobody knows the subject. */
  subject: Principal | null;
  agent: AgentRecord | null;
  principal: PersonRecord | null;
  context: PolicyContext;
}

/** The directory entries that a request touches: they are loaded before the decision is made. */
export function directoryRefs(asked: Asked): EntityRef[] {
  const refs: EntityRef[] = [{ kind: "subject", type: asked.subject.type, id: asked.subject.id }];
  if (asked.resource.id !== null)
    refs.push({ kind: "resource", type: asked.resource.type, id: asked.resource.id });
  if (asked.principalId !== null) refs.push({ kind: "subject", type: "user", id: asked.principalId });
  return refs;
}

/** What the directory says replaces what the caller claims under the same name; `ctx.env` is the server's alone. */
export function resolve(state: DecisionState, asked: Asked, now: Date): Resolved {
  const agent = asked.subject.type === "agent" ? (state.agents.get(asked.subject.id) ?? null) : null;
  const person = asked.subject.type === "user" ? (state.people.get(asked.subject.id) ?? null) : null;
  const principal = asked.principalId === null ? null : (state.people.get(asked.principalId) ?? null);
  const subject = resolveSubject(state, asked, agent, person);
  const resource = asked.resource;
  const known =
    resource.id === null
      ? null
      : state.entities.get({ kind: "resource", type: resource.type, id: resource.id });
  return {
    subject,
    agent,
    principal,
    context: {
      subject: subject ?? {
        type: asked.subject.type,
        id: asked.subject.id,
        roles: [],
        attrs: asked.subject.attrs,
      },
      ...(principal && { on_behalf_of: personContext(state, principal) }),
      action: asked.action,
      resource: {
        type: resource.type,
        ...(resource.id !== null && { id: resource.id }),
        attrs: { ...resource.attrs, ...known?.attrs },
      },
      context: asked.context,
      env: { time: now.toISOString(), region: config().region },
    },
  };
}

function resolveSubject(
  state: DecisionState,
  asked: Asked,
  agent: AgentRecord | null,
  person: PersonRecord | null,
): Principal | null {
  const { type, id, attrs } = asked.subject;
  const listed = state.entities.get({ kind: "subject", type, id });
  if (agent) return { type, id, roles: agent.roles, attrs: { ...attrs, ...listed?.attrs, ...agent.attrs } };
  if (person)
    return person.active
      ? { ...personContext(state, person), attrs: { ...attrs, ...listed?.attrs, ...person.attrs } }
      : null;
  if (!listed || type === "agent") return null;
  // Subjects that are neither agents nor members (services, people of another system) have the roles the directory gives.
  const roles = Array.isArray(listed.attrs.roles)
    ? listed.attrs.roles.filter((role) => typeof role === "string")
    : [];
  return { type, id, roles, attrs: { ...attrs, ...listed.attrs } };
}

function personContext(state: DecisionState, person: PersonRecord): Principal {
  const listed = state.entities.get({ kind: "subject", type: "user", id: person.id });
  return { type: "user", id: person.id, roles: person.roles, attrs: { ...listed?.attrs, ...person.attrs } };
}
