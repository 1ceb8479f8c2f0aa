import "server-only";
import type { Compliance } from "@/lib/contracts/compliance";
import type { Caller } from "../caller";
import { gatherFacts } from "./facts";
import { accessControl } from "./requirements/access-control";
import { auditControls } from "./requirements/audit-controls";
import { authentication } from "./requirements/authentication";
import { emergencyAccess } from "./requirements/emergency-access";
import { minimumNecessary } from "./requirements/minimum-necessary";
import { supervision } from "./requirements/supervision";
import type { Requirement } from "./row";

const TABLE: readonly Requirement[] = [
  minimumNecessary,
  accessControl,
  auditControls,
  authentication,
  emergencyAccess,
  supervision,
];

/**
 * The requirements with what this installation has to show for each, computed as it stands now. A status follows from the
 * figures by rule; nothing of it is set by anybody.
 */
export async function getCompliance(caller: Caller): Promise<Compliance> {
  const facts = await gatherFacts(caller);
  return {
    organization: facts.state.name,
    made_at: facts.time.toISOString(),
    since: facts.since,
    counted_to: facts.log.countedTo,
    entries: facts.log.entries,
    rows: TABLE.map((requirement) => requirement(facts)),
  };
}
