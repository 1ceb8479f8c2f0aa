import { createHash, createHmac, randomBytes, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, fromHex, toBase64, toHex, utf8 } from "./bytes";
import { formatCheckpoint, isOriginOf, orgOfOrigin, originOf, parseCheckpoint } from "./checkpoint";
import {
  formatVerifierKey,
  parseNote,
  parseVerifierKey,
  signNote,
  type VerifierKey,
  verifyNote,
} from "./note";
import { portableHasher as hasher, verifyEd25519Portable } from "./portable-crypto";
import { hmacSha256, isSealed, opensSeal, sealValue } from "./sealed";
import { checkpointOf, KEY, keyText, logOf, ORIGIN, SIGNER, signerOf } from "./testing/log";

const bytes = fc.uint8Array({ maxLength: 300 });

function keyOf(text: string): VerifierKey {
  const key = parseVerifierKey(hasher, text);
  if (key === null) throw new Error("This is no verifier key.");
  return key;
}

describe("encodings agree with node's", () => {
  it("hex, base64 and SHA-256", () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(toHex(data)).toBe(Buffer.from(data).toString("hex"));
        expect(toBase64(data)).toBe(Buffer.from(data).toString("base64"));
        expect(fromHex(toHex(data))).toEqual(data);
        expect(fromBase64(toBase64(data))).toEqual(data);
        expect(toHex(hasher.sha256(data))).toBe(createHash("sha256").update(data).digest("hex"));
      }),
      { seed: 4648 },
    );
  });

  it("HMAC-SHA-256", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), bytes, (key, message) => {
        expect(toHex(hmacSha256(hasher, key, message))).toBe(
          createHmac("sha256", key).update(message).digest("hex"),
        );
      }),
      { seed: 2104 },
    );
  });

  it("and refuse every other spelling", () => {
    for (const text of ["A", "AA", "AAA", "AA==\n", "AB==", "AAB=", "A===", "====", "AA=A", "A-__"]) {
      expect(fromBase64(text)).toBeNull();
    }
    for (const text of ["a", "AB", "zz", "0x"]) expect(fromHex(text)).toBeNull();
  });
});

describe("signed notes", () => {
  const text = "kynara.example/audit/org\n3\nroot\n";

  it("verify with their key, with node's own Ed25519 as with the portable one", async () => {
    const note = parseNote(await signNote(hasher, text, SIGNER));
    const key = keyOf(KEY);
    const native = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
      const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
      return verify(null, message, { key: der, format: "der", type: "spki" }, signature);
    };
    expect(note && (await verifyNote(note, [key], native))).toEqual({ kind: "signed", by: [key] });
    expect(note && (await verifyNote(note, [key], verifyEd25519Portable))).toEqual({
      kind: "signed",
      by: [key],
    });
  });

  it("are forged when one character of the text, or of the signature, is another", async () => {
    const note = await signNote(hasher, text, SIGNER);
    const verdicts = new Set<string>();
    for (let at = 0; at < note.length; at++) {
      const changed = note.slice(0, at) + (note[at] === "A" ? "B" : "A") + note.slice(at + 1);
      const parsed = parseNote(changed);
      const verdict =
        parsed === null ? "no note" : (await verifyNote(parsed, [keyOf(KEY)], verifyEd25519Portable)).kind;
      verdicts.add(verdict);
    }
    expect([...verdicts].sort()).toEqual(["forged", "no note", "unknown_keys"]);
  });

  it("ignore keys that nobody asked about, and carry a witness beside the log", async () => {
    const witness = signerOf(9, "witness.example/w1");
    const own = await signNote(hasher, text, SIGNER);
    const cosigned = own + (await signNote(hasher, text, witness)).slice(text.length + 1);
    const note = parseNote(cosigned);
    const both = [keyOf(KEY), keyOf(keyText(witness))];
    expect(note?.signatures).toHaveLength(2);
    expect(note && (await verifyNote(note, both, verifyEd25519Portable))).toEqual({
      kind: "signed",
      by: both,
    });
    expect(note && (await verifyNote(note, [keyOf(keyText(signerOf(3)))], verifyEd25519Portable))).toEqual({
      kind: "unknown_keys",
    });
  });

  it("are rejected as a whole when a known key's signature is false, though another's is right", async () => {
    const witness = signerOf(9, "witness.example/w1");
    const own = await signNote(hasher, text, SIGNER);
    const other = (await signNote(hasher, `x${text}`, witness)).slice(text.length + 2);
    const note = parseNote(own + other);
    const verdict =
      note && (await verifyNote(note, [keyOf(KEY), keyOf(keyText(witness))], verifyEd25519Portable));
    expect(verdict).toMatchObject({ kind: "forged", key: { name: "witness.example/w1" } });
  });

  it.each([
    "",
    "text\n",
    "text\n\n",
    "text\n\n— name\n",
    "text\n\n- name AAAAAAAA\n",
    "te\txt\n\n— n AAAAAAAA\n",
    "text\n\n— n AAAAAAAA",
  ])("are not %j", (note) => expect(parseNote(note)).toBeNull());
});

describe("verifier keys", () => {
  it("are refused when name, id or key do not belong together", () => {
    const other = keyText(signerOf(9));
    const [name, id, key] = [
      KEY.slice(0, KEY.indexOf("+")),
      KEY.split("+")[1],
      KEY.split("+").slice(2).join("+"),
    ];
    expect(parseVerifierKey(hasher, `${name}+${id}+${key}`)).not.toBeNull();
    for (const text of [
      `${name}x+${id}+${key}`,
      `${name}+00000000+${key}`,
      `${name}+${id}+${other.split("+").slice(2).join("+")}`,
      `${name}+${id}`,
      `${name} ${id} ${key}`,
      `${name}+${id}+${key.slice(0, -4)}`,
      "",
    ]) {
      expect(parseVerifierKey(hasher, text)).toBeNull();
    }
    expect(formatVerifierKey(hasher, "two words", SIGNER.publicKey)).toBeNull();
    expect(formatVerifierKey(hasher, "a+b", SIGNER.publicKey)).toBeNull();
    expect(formatVerifierKey(hasher, "short", new Uint8Array(31))).toBeNull();
  });
});

describe("checkpoints", () => {
  it("read back as they were written, extension lines and all", async () => {
    const note = await checkpointOf(logOf(5), 5);
    const checkpoint = parseCheckpoint(note);
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(checkpoint?.note.text);
    const extended = await signNote(hasher, `${checkpoint?.note.text}extension line\n`, SIGNER);
    expect(parseCheckpoint(extended)).toMatchObject({ origin: ORIGIN, size: 5 });
  });

  it.each(["05", "-1", "1e3", "", " 5", "9007199254740992"])("have no size of %j", async (size) => {
    const root = toBase64(hasher.sha256(utf8("")));
    expect(parseCheckpoint(await signNote(hasher, `${ORIGIN}\n5\n${root}\n`, SIGNER))).not.toBeNull();
    expect(parseCheckpoint(await signNote(hasher, `${ORIGIN}\n${size}\n${root}\n`, SIGNER))).toBeNull();
  });

  it("are named for host and organization", () => {
    const origin = originOf("kynara.example:3000", "org_1");
    expect(origin).toBe("kynara.example:3000/audit/org_1");
    expect([isOriginOf(origin, "org_1"), isOriginOf(origin, "1"), orgOfOrigin(origin)]).toEqual([
      true,
      false,
      "org_1",
    ]);
    expect(orgOfOrigin("sum.golang.org")).toBeNull();
  });
});

describe("sealed values", () => {
  it("open with their salt and value only", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        fc.pre(value !== other && !`${value}${other}`.includes("\0"));
        const salt = new Uint8Array(randomBytes(32));
        const made = sealValue(hasher, salt, value);
        if (made.kind !== "sealed") throw new Error(made.sentence);
        expect(isSealed(made.commitment)).toBe(true);
        expect(opensSeal(hasher, made.commitment, salt, value)).toBe(true);
        expect(opensSeal(hasher, made.commitment, salt, other)).toBe(false);
        expect(opensSeal(hasher, made.commitment, new Uint8Array(randomBytes(32)), value)).toBe(false);
      }),
      { seed: 2104 },
    );
  });

  it("refuse a salt of another length and a value without canonical form", () => {
    expect(sealValue(hasher, new Uint8Array(16), "x").kind).toBe("refused");
    expect(sealValue(hasher, new Uint8Array(32), 0.5)).toMatchObject({ kind: "refused" });
  });
});
