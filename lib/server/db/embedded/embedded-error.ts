/** A reason why the embedded PostgreSQL cannot be used here, in a sentence a person can act on. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
}
