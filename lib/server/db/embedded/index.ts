import "server-only";

export {
  destroyEmbedded,
  type EmbeddedPostgres,
  type StartEmbeddedOptions,
  startEmbedded,
} from "./embedded-postgres";
export { leaveWithLauncher } from "./leave-with-launcher";
