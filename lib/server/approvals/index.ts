import "server-only";

export { getApprovalActivity } from "./activity";
export { cancelApproval, commentOnApproval, sweepApprovals } from "./close";
export { openTexts } from "./open-texts";
export { awaitApproval, countPendingFor, getApproval, listApprovals } from "./read";
export {
  type ApprovalConsumption,
  consumeApproval,
  type Requested,
  type RequestToApprove,
  requestApproval,
} from "./request-approval";
export { approvalStream } from "./stream";
export { approvalUrl, stateAt } from "./view";
export { castVote } from "./vote";
