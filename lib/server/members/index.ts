import "server-only";

export {
  assertActiveMember,
  createMember,
  getMember,
  listMembers,
  removeMember,
  updateMember,
} from "./operations";
