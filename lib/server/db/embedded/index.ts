import "server-only";

export { EmbeddedPostgresError } from "./embedded-error";
export {
  destroyEmbedded,
  type EmbeddedPostgres,
  type StartEmbeddedOptions,
  startEmbedded,
  stopEmbeddedIfUnused,
} from "./embedded-postgres";
