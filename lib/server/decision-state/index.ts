import "server-only";

export type { EntityRecord, EntityRef } from "./entity-cache";
export { DEFAULT_SAFE_TO_LOG } from "./load-state";
export { currentState, latestState, stateAtLeast } from "./state-cache";
export type * from "./types";
