export type { TokenProvider } from "./credential";
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
export { Kynara } from "./kynara";
export type { CheckOptions, EnforceOptions, GuardOptions, KynaraOptions } from "./options";
export type { RetryPolicy } from "./retry";
