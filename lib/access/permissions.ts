/**
 * What a person or a key may do in Kynara itself, each with the words the console shows. What agents may do in the
 * hospital's systems is a matter of roles' `allows` and of policies, never of these.
 */
export const PERMISSIONS = {
  "decisions.check": "Ask for decisions about its own agent",
  "decisions.check_any": "Ask for decisions about any subject",
  "decisions.explain": "Try a request and see the decision explained",
  "policies.read": "See policies",
  "policies.write": "Create, change and archive policies",
  "policies.simulate": "Simulate policies",
  "agents.read": "See agents",
  "agents.write": "Register, change, disable and enable agents",
  "keys.read": "See API keys",
  "keys.write": "Create and revoke API keys",
  "roles.read": "See roles",
  "roles.write": "Create and change roles",
  "members.read": "See people",
  "members.write": "Add, change and remove people",
  "entities.read": "See the directory of subjects and resources",
  "entities.write": "Change the directory of subjects and resources",
  "approvals.read": "See approval requests",
  "approvals.vote": "Approve or deny requests",
  "approvals.cancel": "Cancel approval requests",
  "grants.read": "See emergency access",
  "grants.take": "Take emergency access",
  "grants.review": "End and review emergency access",
  "audit.read": "Browse the audit log",
  "audit.verify": "Verify the audit log",
  "audit.export": "Export the audit log",
  "audit.reveal": "See sealed values of the audit log",
  "audit.erase": "Erase sealed values of the audit log",
  "settings.read": "See settings",
  "settings.write": "Change settings",
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name);
}
