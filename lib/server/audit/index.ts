import "server-only";

export { listCheckpoints, makeCheckpointNow, makeDueCheckpoints } from "./checkpoints";
export { accountForDisclosures, exportDisclosures } from "./disclosures";
export { getAuditProof, listAuditEvents } from "./events";
export { exportLog } from "./export";
export { eraseSealedValues, revealSealedValues } from "./sealed-values";
export { catchUpTallies, type TallyRow, tallySince } from "./tally";
export { checkTail, type TailCheck, verifyAndRecord } from "./verify";
