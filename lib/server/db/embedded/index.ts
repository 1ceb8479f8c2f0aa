import "server-only";

export { EmbeddedPostgresError } from "./embedded-error";
export {
  destroyEmbedded,
  type EmbeddedPostgres,
  type StartEmbeddedOptions,
  startEmbedded,
  stopEmbeddedIfUnused,
} from "./embedded-postgres";
export { type StopWithLauncherOptions, stopWithLauncher } from "./stop-with-launcher";
