import "server-only";

export { EmbeddedPostgresError } from "./embedded-error";
export {
  destroyEmbedded,
  type EmbeddedPostgres,
  type StartEmbeddedOptions,
  startEmbedded,
  stopEmbeddedIfUnused,
} from "./embedded-postgres";
export { leaveWithLauncher } from "./leave-with-launcher";
