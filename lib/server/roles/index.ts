import "server-only";

export {
  allowsOf,
  assertMayGive,
  getRoles,
  type Powers,
  powersOf,
  rolesMissing,
  withoutLockOut,
} from "./non-escalation";
export { createRole, getRole, insertBuiltInRoles, listRoles, removeRole, updateRole } from "./operations";
