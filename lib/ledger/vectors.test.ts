import { createPrivateKey, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromBase64, fromHex, toBase64, toHex } from "./bytes";
import { canonicalJson } from "./canonical";
import { appendEntries, emptyHead, prepareDraft } from "./chain";
import { parseCheckpoint, signCheckpoint } from "./checkpoint";
import { canonicalEntry, type Entry, hashEntryHex, parseEntry } from "./entry";
import { rootFromLeaves } from "./frontier";
import { formatVerifierKey, type NoteSigner, parseVerifierKey, verifyNote } from "./note";
import { portableHasher as hasher, verifyEd25519Portable } from "./portable-crypto";
import { consistencyPlan, inclusionPlan, proofFromPlan, verifyConsistency, verifyInclusion } from "./proof";
import { opensSeal, sealValue } from "./sealed";
import { nodeOfLeaves } from "./testing/tree";
import vectors from "./vectors/audit.json";

const entries = vectors.entries.map((one) => ({ ...one, entry: one.entry as unknown as Entry }));
const leaves = entries.map((one) => bytesOf(fromHex(one.hash)));
const rootOf = (size: number) =>
  bytesOf(fromBase64(vectors.roots.find((one) => one.size === size)?.root ?? "-"));
const read = nodeOfLeaves(hasher, leaves);

function bytesOf(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new Error("The vector is not encoded as expected.");
  return bytes;
}

describe("vectors/audit.json", () => {
  it.each(entries)("canonicalises and hashes entry $entry.seq", ({ entry, canonical, hash }) => {
    expect(canonicalEntry(entry)).toEqual({ kind: "canonical", text: canonical });
    expect(hashEntryHex(hasher, canonical)).toBe(hash);
    expect(parseEntry(canonical)).toEqual({ kind: "entry", entry });
  });

  it("is the chain that appending its drafts gives", () => {
    const drafts = entries.map(({ entry }) => {
      const made = prepareDraft(entry);
      if (made.kind !== "prepared") throw new Error(made.sentence);
      return made.prepared;
    });
    const appended = appendEntries(hasher, emptyHead("org_mercy"), drafts);
    expect(appended.entries.map((one) => one.text)).toEqual(entries.map((one) => one.canonical));
    expect(appended.entries.map((one) => one.hashHex)).toEqual(entries.map((one) => one.hash));
    expect(appended.head.seq).toBe(entries.length);
  });

  it.each(vectors.roots)("has the root of size $size", ({ size, root }) => {
    expect(toBase64(rootFromLeaves(hasher, leaves.slice(0, size)))).toBe(root);
  });

  it.each(vectors.inclusion)(
    "has and verifies the inclusion proof of $seq in $size",
    ({ seq, size, proof }) => {
      const plan = inclusionPlan(seq - 1, size);
      expect(plan && proofFromPlan(hasher, plan, read)?.map(toBase64)).toEqual(proof);
      const claim = { leaf: bytesOf(leaves[seq - 1] ?? null), index: seq - 1, size, root: rootOf(size) };
      expect(verifyInclusion(hasher, claim, proof.map(fromBase64).map(bytesOf))).toBe(true);
    },
  );

  it.each(vectors.consistency)(
    "has and verifies the consistency proof from $from to $to",
    ({ from, to, proof }) => {
      const plan = consistencyPlan(from, to);
      expect(plan && proofFromPlan(hasher, plan, read)?.map(toBase64)).toEqual(proof);
      const claim = { from, fromRoot: rootOf(from), to, toRoot: rootOf(to) };
      expect(verifyConsistency(hasher, claim, proof.map(fromBase64).map(bytesOf))).toBe(true);
    },
  );

  it("has the verifier key", () => {
    const { key_name, public_key_hex, verifier_key } = vectors.signing;
    expect(formatVerifierKey(hasher, key_name, bytesOf(fromHex(public_key_hex)))).toBe(verifier_key);
    expect(toHex(parseVerifierKey(hasher, verifier_key)?.publicKey ?? new Uint8Array())).toBe(public_key_hex);
  });

  it.each(vectors.checkpoints)(
    "reads, verifies and signs the checkpoint of size $size",
    async ({ size, note }) => {
      const checkpoint = parseCheckpoint(note);
      const key = parseVerifierKey(hasher, vectors.signing.verifier_key);
      if (checkpoint === null || key === null) throw new Error("The vector does not parse.");
      expect(checkpoint).toMatchObject({ origin: vectors.signing.key_name, size, root: rootOf(size) });
      expect(await verifyNote(checkpoint.note, [key], verifyEd25519Portable)).toEqual({
        kind: "signed",
        by: [key],
      });
      expect(await signCheckpoint(hasher, checkpoint, signer(key.publicKey))).toBe(note);
    },
  );

  it("has the sealed value's commitment", () => {
    const { salt_hex, value, commitment } = vectors.sealed;
    const salt = bytesOf(fromHex(salt_hex));
    expect(sealValue(hasher, salt, value)).toEqual({ kind: "sealed", commitment: { sealed: commitment } });
    expect(opensSeal(hasher, { sealed: commitment }, salt, value)).toBe(true);
    expect(opensSeal(hasher, { sealed: commitment }, salt, "p-101")).toBe(false);
  });

  it("gives every entry the bytes of the plain canonicaliser", () => {
    for (const { entry, canonical } of entries)
      expect(canonicalJson(entry)).toMatchObject({ text: canonical });
  });
});

/** PKCS#8 wraps an Ed25519 seed in a fixed prefix (RFC 8410). */
function signer(publicKey: Uint8Array): NoteSigner {
  const der = Buffer.from(`302e020100300506032b657004220420${vectors.signing.ed25519_seed_hex}`, "hex");
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return { name: vectors.signing.key_name, publicKey, sign: (message) => sign(null, message, key) };
}
