export { concatBytes, equalBytes, fromBase64, fromHex, toBase64, toHex, utf8 } from "./bytes";
export {
  type Canonical,
  type CanonicalRefusal,
  canonicalJson,
  type JsonObject,
  type JsonValue,
  MAX_DEPTH,
} from "./canonical";
export {
  type Appended,
  type AppendedEntry,
  appendEntries,
  type ChainHead,
  type EntryDraft,
  emptyHead,
  KEPT_LEVEL_STEP,
  type PreparedDraft,
  prepareDraft,
} from "./chain";
export {
  type Checkpoint,
  formatCheckpoint,
  isOriginOf,
  type NotedCheckpoint,
  orgOfOrigin,
  originOf,
  parseCheckpoint,
  signCheckpoint,
} from "./checkpoint";
export {
  ACTOR_TYPES,
  type Actor,
  type ActorType,
  canonicalEntry,
  type Entry,
  type EventType,
  hashEntry,
  hashEntryHex,
  hashFromHex,
  isEventType,
  isHashHex,
  NO_ENTRY_HASH,
  type ParsedEntry,
  parseEntry,
} from "./entry";
export { EVENT_TYPES, type KnownEventType } from "./event-types";
export {
  type BrowseColumns,
  browseColumns,
  CSV_COLUMNS,
  CSV_HEADER,
  type CsvColumn,
  csvCell,
  csvRow,
} from "./export-csv";
export {
  type ExportEnd,
  type ExportHeader,
  emptyTip,
  jsonlEnd,
  jsonlEntry,
  jsonlHeader,
} from "./export-jsonl";
export {
  type Frontier,
  frontierFromLeaves,
  frontierLength,
  hashNode,
  type NodeRef,
  pushLeaf,
  rootFromFrontier,
  rootFromLeaves,
  type TreeNode,
} from "./frontier";
export { HASH_BYTES, type Hasher, LEAF_PREFIX, NODE_PREFIX } from "./hasher";
export { type LogClaims, LogVerifier, type VerifierOptions } from "./log-verifier";
export {
  formatVerifierKey,
  keyIdOf,
  type NoteSigner,
  type NoteVerdict,
  parseNote,
  parseVerifierKey,
  type SignedNote,
  signNote,
  type VerifierKey,
  type VerifySignature,
  verifyNote,
} from "./note";
export { portableHasher, verifyEd25519Portable } from "./portable-crypto";
export {
  consistencyPlan,
  inclusionPlan,
  type ProofPlan,
  type ProofStep,
  planNodes,
  proofFromPlan,
  rootPlan,
  verifyConsistency,
  verifyInclusion,
} from "./proof";
export { hmacSha256, isSealed, opensSeal, SALT_BYTES, type Sealed, sealValue } from "./sealed";
export type { TextVerifierOptions, Verifier } from "./text-verifier";
export {
  nodeFromTile,
  TILE_LEVELS,
  TILE_WIDTH,
  type TileRef,
  type TileSlice,
  tileOf,
  tilesCompleted,
  tileWidth,
} from "./tile";
export type {
  BrokenReason,
  ComparedCheckpoint,
  Finding,
  Reading,
  SignatureTrust,
  Verdict,
} from "./verdict";
export { createVerifier } from "./verifier";
export { type ExportOptions, verifyExport } from "./verify-export";
