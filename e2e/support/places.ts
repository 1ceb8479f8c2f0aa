import { AGENT_PLACES } from "../places/agents";
import { AUDIT_PLACES } from "../places/audit";
import { DESIGN_PLACES } from "../places/design";
import { INBOX_PLACES } from "../places/inbox";
import { OVERVIEW_PLACES } from "../places/overview";
import { POLICY_PLACES } from "../places/policies";
import { PUBLIC_PLACES } from "../places/public";
import { TRY_IT_PLACES } from "../places/try-it";
import type { Place } from "./place";

/** Every page there is; pages.spec.ts visits them all, and fails where one is missing. */
export const PLACES: readonly Place[] = [
  ...PUBLIC_PLACES,
  ...OVERVIEW_PLACES,
  ...INBOX_PLACES,
  ...POLICY_PLACES,
  ...AGENT_PLACES,
  ...TRY_IT_PLACES,
  ...AUDIT_PLACES,
  ...DESIGN_PLACES,
];
