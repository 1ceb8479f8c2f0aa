import "server-only";

export {
  createAgent,
  disableAgent,
  enableAgent,
  getAgent,
  getAgentRow,
  listAgents,
  updateAgent,
} from "./operations";
