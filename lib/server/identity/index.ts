import "server-only";

export { displayOf, hashApiKey, identifyKey, liveKey, newApiKeySecret } from "./api-key";
export { authenticate } from "./authenticate";
export { requireLiveToken } from "./bearer-token";
export { clientAddress } from "./client-address";
export { type DemoSignIn, listDemoSignIns } from "./demo-sign-ins";
export { authenticateMachine, type Credential, credentialId, machineCaller } from "./machine";
export { nextPath } from "./next-path";
export { hashPassword } from "./password";
export { type SessionCaller, stillSignedIn } from "./session";
export { clearCookieHeader, setCookieHeader } from "./session-token";
export {
  describeCaller,
  endOwnSession,
  listOwnOrganizations,
  listOwnSessions,
  signOutCaller,
  switchOrganization,
} from "./sessions";
export { type SignInAttempt, type SignInOutcome, signInWithPassword } from "./sign-in";
export { organizationOfAudience } from "./unverified-token";
