/** What policies are called, by id; empty where the reader may not see them. */
export type PolicyNames = Readonly<Record<string, string>>;
