import "server-only";

export type { Asked, Asker } from "./asked";
export { checkDecision } from "./check";
export { explainDecision } from "./explain";
export { askedOf } from "./request";
export { simulate } from "./simulate";
