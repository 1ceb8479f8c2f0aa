import "server-only";

export { listCheckpoints, makeCheckpoint, makeCheckpointNow, makeDueCheckpoints } from "./checkpoints";
export { getAuditProof, listAuditEvents } from "./events";
export { exportLog } from "./export";
export { eraseSealedValues, revealSealedValues } from "./sealed-values";
export { logOrigin, verifierKeyOf } from "./signing";
export { verifyLog } from "./verify";
