import enAgents from "@/messages/en/agents.json";
import enApiReference from "@/messages/en/api-reference.json";
import enAudit from "@/messages/en/audit.json";
import enCompliance from "@/messages/en/compliance.json";
import enDecision from "@/messages/en/decision.json";
import enErrorScreen from "@/messages/en/error-screen.json";
import enErrors from "@/messages/en/errors.json";
import enInbox from "@/messages/en/inbox.json";
import enLanding from "@/messages/en/landing.json";
import enOverview from "@/messages/en/overview.json";
import enPipeline from "@/messages/en/pipeline.json";
import enPolicies from "@/messages/en/policies.json";
import enRoles from "@/messages/en/roles.json";
import enShell from "@/messages/en/shell.json";
import enSignIn from "@/messages/en/sign-in.json";
import enTryIt from "@/messages/en/try-it.json";
import enUi from "@/messages/en/ui.json";
import esAgents from "@/messages/es/agents.json";
import esApiReference from "@/messages/es/api-reference.json";
import esAudit from "@/messages/es/audit.json";
import esCompliance from "@/messages/es/compliance.json";
import esDecision from "@/messages/es/decision.json";
import esErrorScreen from "@/messages/es/error-screen.json";
import esErrors from "@/messages/es/errors.json";
import esInbox from "@/messages/es/inbox.json";
import esLanding from "@/messages/es/landing.json";
import esOverview from "@/messages/es/overview.json";
import esPipeline from "@/messages/es/pipeline.json";
import esPolicies from "@/messages/es/policies.json";
import esRoles from "@/messages/es/roles.json";
import esShell from "@/messages/es/shell.json";
import esSignIn from "@/messages/es/sign-in.json";
import esTryIt from "@/messages/es/try-it.json";
import esUi from "@/messages/es/ui.json";
import type { Locale } from "./locales";

/** Every text of the console: `messages/<language>/<area>.json`, joined. English says which keys there are. */
const en = {
  ui: enUi,
  shell: enShell,
  landing: enLanding,
  "sign-in": enSignIn,
  overview: enOverview,
  inbox: enInbox,
  decision: enDecision,
  policies: enPolicies,
  roles: enRoles,
  agents: enAgents,
  audit: enAudit,
  pipeline: enPipeline,
  "try-it": enTryIt,
  compliance: enCompliance,
  "api-reference": enApiReference,
  errors: enErrors,
  "error-screen": enErrorScreen,
};

export type Messages = typeof en;
export type Area = keyof Messages;

const es: Messages = {
  ui: esUi,
  shell: esShell,
  landing: esLanding,
  "sign-in": esSignIn,
  overview: esOverview,
  inbox: esInbox,
  decision: esDecision,
  policies: esPolicies,
  roles: esRoles,
  agents: esAgents,
  audit: esAudit,
  pipeline: esPipeline,
  "try-it": esTryIt,
  compliance: esCompliance,
  "api-reference": esApiReference,
  errors: esErrors,
  "error-screen": esErrorScreen,
};

export const catalog: Record<Locale, Messages> = { en, es };
