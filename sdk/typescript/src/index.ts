export type { Approval, Decision, Effect, Obligation, Resource } from "./decision";
export {
  ApprovalCancelled,
  ApprovalDenied,
  ApprovalExpired,
  ApprovalRequired,
  KynaraConfigurationError,
  KynaraError,
  KynaraRequestError,
  KynaraUnavailable,
  PermissionDenied,
} from "./errors";
export { guarded } from "./guarded";
export {
  type CheckOptions,
  type EnforceOptions,
  type GuardOptions,
  Kynara,
  type KynaraOptions,
} from "./kynara";
export type { RetryPolicy } from "./retry";
