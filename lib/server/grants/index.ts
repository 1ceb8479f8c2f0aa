import "server-only";

export { expireDueGrants } from "./expire-due-grants";
export { createGrant, getGrant, listGrants, reviewGrant, revokeGrant } from "./operations";
