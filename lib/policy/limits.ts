/** What the parser allows at most; the contract's numbers first, then ours. Editors can say them beforehand. */
export const LIMITS = {
  displayNameCharacters: 200,
  priority: 1000,
  actions: 100,
  depth: 16,
  nodes: 256,
  listLength: 1000,
  stringCharacters: 4096,
  regexCharacters: 512,
  idCharacters: 200,
  obligations: 100,
  obligationTypeCharacters: 200,
  roles: 100,
  roleCharacters: 200,
  stages: 10,
  quorum: 100,
  uses: 10_000,
  /** One year; for every duration of an approval. */
  seconds: 31_536_000,
} as const;

export const DEFAULT_PRIORITY = 500;
export const DEFAULT_APPROVAL_EXPIRY_SECONDS = 86_400;
