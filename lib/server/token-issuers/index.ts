import "server-only";

export {
  createTokenBinding,
  getTokenBinding,
  listTokenBindings,
  removeTokenBinding,
} from "./bindings";
export {
  createTokenIssuer,
  getTokenIssuer,
  listTokenIssuers,
  removeTokenIssuer,
  updateTokenIssuer,
} from "./issuers";
