import "server-only";

export type { EntityRecord, EntityRef } from "./entity-cache";
export { currentState, latestState, stateAtLeast } from "./state-cache";
export { countActionsToday, DEFAULT_SAFE_TO_LOG } from "./store";
export type * from "./types";
