import "server-only";

export type { EntityRecord, EntityRef } from "./entity-cache";
export { currentState, latestState, stateAtLeast } from "./state-cache";
export { countActionsToday } from "./store";
export type * from "./types";
