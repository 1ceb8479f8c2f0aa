import "server-only";

export { getPolicyVocabulary } from "./get-policy-vocabulary";
