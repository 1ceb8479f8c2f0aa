import { describe, expect, it } from "vitest";
import { inclusionPlan, portableHasher, proofFromPlan, toBase64, toHex } from "@/lib/ledger";
import { checkpointOf, KEY, logOf, signerOf } from "@/lib/ledger/testing/log";
import { nodeOfLeaves } from "@/lib/ledger/testing/tree";
import { checkEntry, type EntryClaim } from "./check-entry";

const log = logOf(13);

async function claimOf(seq: number): Promise<EntryClaim> {
  const entry = log.entries[seq - 1];
  const plan = inclusionPlan(seq - 1, log.entries.length);
  const leaves = log.entries.map((one) => one.hash);
  const proof = plan && proofFromPlan(portableHasher, plan, nodeOfLeaves(portableHasher, leaves));
  if (!entry || !proof) throw new Error("There is no such entry.");
  return {
    seq,
    canonical: entry.text,
    hash: toHex(entry.hash),
    checkpoint: await checkpointOf(log, log.entries.length),
    proof: proof.map(toBase64),
    verifierKey: KEY,
  };
}

describe("checkEntry", () => {
  it("proves each entry in the log that the checkpoint signs", async () => {
    for (let seq = 1; seq <= 13; seq += 1)
      expect(await checkEntry(await claimOf(seq))).toEqual({ kind: "proven", size: 13 });
  });

  it("finds out changed bytes, another's bytes and another's place", async () => {
    const claim = await claimOf(5);
    const other = await claimOf(6);
    const changed = { ...claim, canonical: claim.canonical.replace("evaluated", "Evaluated") };
    expect((await checkEntry(changed)).kind).toBe("broken");
    expect((await checkEntry({ ...claim, canonical: other.canonical, hash: other.hash })).kind).toBe(
      "broken",
    );
    expect((await checkEntry({ ...claim, proof: other.proof })).kind).toBe("broken");
    expect((await checkEntry({ ...claim, proof: claim.proof.slice(1) })).kind).toBe("broken");
  });

  it("finds out a checkpoint that another key signed", async () => {
    const claim = await claimOf(5);
    const forged = await checkpointOf(log, 13, signerOf(9));
    expect((await checkEntry({ ...claim, checkpoint: forged })).kind).toBe("broken");
  });

  it("claims no more than the hash while no checkpoint covers the entry", async () => {
    expect(await checkEntry({ ...(await claimOf(5)), checkpoint: null, proof: [] })).toEqual({
      kind: "not_covered",
    });
  });
});
