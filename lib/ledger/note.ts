import { concatBytes, equalBytes, fromBase64, fromHex, toBase64, toHex, utf8 } from "./bytes";
import type { Hasher } from "./hasher";

/** C2SP signed-note: the byte that marks an Ed25519 key and its signatures. */
const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const PUBLIC_KEY_BYTES = 32;
/** A key's name has no space and no plus (C2SP signed-note). */
const KEY_NAME = /^[^\s+\p{Cc}]+$/u;

/** An Ed25519 key that notes are verified with: `<name>+<key id, 8 hex digits>+<base64 of 0x01 ‖ key>`. */
export interface VerifierKey {
  readonly name: string;
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Signs notes. The private key stays with whoever hands in `sign`. */
export interface NoteSigner {
  readonly name: string;
  readonly publicKey: Uint8Array;
  /** Ed25519 over the message: 64 bytes. */
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** Ed25519 (RFC 8032) verification: node's crypto, WebCrypto or `verifyEd25519Portable`. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** A note taken apart. `text` ends in a newline and is what is signed. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Key id of C2SP signed-note: the first 4 bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key). */
export function keyIdOf(hasher: Hasher, name: string, publicKey: Uint8Array): Uint8Array {
  const bytes = concatBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return hasher.sha256(bytes).slice(0, KEY_ID_BYTES);
}

/** A key as one line to hand out, for `--key` and the exports. Null where the name or key is not a key's. */
export function formatVerifierKey(hasher: Hasher, name: string, publicKey: Uint8Array): string | null {
  if (!KEY_NAME.test(name) || publicKey.length !== PUBLIC_KEY_BYTES) return null;
  const key = concatBytes(Uint8Array.of(ED25519), publicKey);
  return `${name}+${toHex(keyIdOf(hasher, name, publicKey))}+${toBase64(key)}`;
}

/** Reads a verifier key; null unless its id belongs to its name and key, and the key is Ed25519. */
export function parseVerifierKey(hasher: Hasher, text: string): VerifierKey | null {
  const [name, idText, keyText, ...rest] = splitKey(text);
  if (name === undefined || idText === undefined || keyText === undefined || rest.length > 0) return null;
  const id = fromHex(idText);
  const key = fromBase64(keyText);
  if (!KEY_NAME.test(name) || id === null || key === null) return null;
  if (key.length !== 1 + PUBLIC_KEY_BYTES || key[0] !== ED25519) return null;
  const publicKey = key.slice(1);
  return equalBytes(id, keyIdOf(hasher, name, publicKey)) ? { name, id, publicKey } : null;
}

/** Base64 has plus signs too, so only the first two separate. */
function splitKey(text: string): string[] {
  const first = text.indexOf("+");
  const second = text.indexOf("+", first + 1);
  return first < 0 || second < 0
    ? []
    : [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

/** Takes a note apart; null where it is not a C2SP signed note. Nothing is verified yet. */
export function parseNote(note: string): SignedNote | null {
  // Everything after the last blank line is signatures.
  const blank = note.lastIndexOf("\n\n");
  if (blank < 0 || !note.endsWith("\n") || hasControls(note)) return null;
  const signatures: NoteSignature[] = [];
  for (const line of note.slice(blank + 2, -1).split("\n")) {
    const signature = parseSignatureLine(line);
    if (signature === null) return null;
    signatures.push(signature);
  }
  return { text: note.slice(0, blank + 1), signatures };
}

function parseSignatureLine(line: string): NoteSignature | null {
  const match = /^— (\S+) (\S+)$/u.exec(line);
  const bytes = match?.[2] === undefined ? null : fromBase64(match[2]);
  if (match?.[1] === undefined || !KEY_NAME.test(match[1]) || bytes === null || bytes.length <= KEY_ID_BYTES)
    return null;
  return { name: match[1], keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

/** C2SP signed-note: no ASCII control character but the newline. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}

/**
 * Signs a note.
 *
 * @param text what is signed; it must end in a newline.
 * @returns the note with one signature line; more may be added below (witnesses do).
 */
export async function signNote(hasher: Hasher, text: string, signer: NoteSigner): Promise<string> {
  if (!text.endsWith("\n")) throw new RangeError("The text of a note ends in a newline.");
  const signature = await signer.sign(utf8(text));
  const id = keyIdOf(hasher, signer.name, signer.publicKey);
  return `${text}\n— ${signer.name} ${toBase64(concatBytes(id, signature))}\n`;
}

export type NoteVerdict =
  /** Signed by these keys of those that were given, and by none of them wrongly. */
  | { readonly kind: "signed"; readonly by: readonly VerifierKey[] }
  /** Not signed by any of the keys. */
  | { readonly kind: "unknown_keys" }
  /** A line claims one of the keys, and its signature is not that key's. */
  | { readonly kind: "forged"; readonly key: VerifierKey };

/** Verifies a note against keys. Signatures of other keys are ignored, as C2SP signed-note asks. */
export async function verifyNote(
  note: SignedNote,
  keys: readonly VerifierKey[],
  verify: VerifySignature,
): Promise<NoteVerdict> {
  const message = utf8(note.text);
  const by: VerifierKey[] = [];
  for (const { name, keyId, signature } of note.signatures) {
    const key = keys.find((one) => one.name === name && equalBytes(one.id, keyId));
    if (key === undefined) continue;
    const holds = signature.length === SIGNATURE_BYTES && (await verify(key.publicKey, message, signature));
    if (!holds) return { kind: "forged", key };
    if (!by.includes(key)) by.push(key);
  }
  return by.length > 0 ? { kind: "signed", by } : { kind: "unknown_keys" };
}
