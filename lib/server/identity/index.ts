import "server-only";

export {
  authenticateKey,
  badKey,
  displayOf,
  hashApiKey,
  identifyKey,
  keyInState,
  liveKey,
  newApiKeySecret,
  presentedKey,
} from "./api-key";
export { authenticate } from "./authenticate";
export { clientAddress } from "./client-address";
export { type DemoSignIn, listDemoSignIns } from "./demo-sign-ins";
export { nextPath } from "./next-path";
export { hashPassword } from "./password";
export { type SessionCaller, stillSignedIn } from "./session";
export { clearCookieHeader, setCookieHeader } from "./session-token";
export {
  describeCaller,
  endOwnSession,
  listOwnSessions,
  signOutCaller,
  switchOrganization,
} from "./sessions";
export { type SignInAttempt, type SignInOutcome, signInWithPassword } from "./sign-in";
