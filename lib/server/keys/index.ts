import "server-only";

export { createKey, getKey, insertKeyOf, keyCreated, listKeys, revokeKey } from "./operations";
