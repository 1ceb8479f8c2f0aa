import { policyVocabularyEndpoints } from "@/lib/contracts/endpoints/policy-vocabulary";
import { route } from "@/lib/server/http/route";
import { getPolicyVocabulary } from "@/lib/server/vocabulary";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(policyVocabularyEndpoints.get, getPolicyVocabulary);
