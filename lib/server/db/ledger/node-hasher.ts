import "server-only";
import type { Hasher } from "@/lib/ledger";
import { sha256 } from "../../sha256";

export const nodeHasher: Hasher = {
  sha256,
  sha256Text(prefix, text) {
    const bytes = Buffer.allocUnsafe(1 + Buffer.byteLength(text));
    bytes[0] = prefix;
    bytes.write(text, 1);
    return sha256(bytes);
  },
};
