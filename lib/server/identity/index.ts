import "server-only";

export {
  badKey,
  displayOf,
  hashApiKey,
  identifyKey,
  liveKey,
  newApiKeySecret,
  presentedKey,
} from "./api-key";
export { authenticate } from "./authenticate";
