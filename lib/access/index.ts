export { BUILT_IN_ROLES, type BuiltInRole } from "./built-in-roles";
export { beyond, permissionsOf } from "./non-escalation";
export { type Allowance, allowancesBeyond, patternCovers } from "./pattern-cover";
export { patternsMeet } from "./pattern-overlap";
export { ALL_PERMISSIONS, isPermission, PERMISSIONS, type Permission } from "./permissions";
