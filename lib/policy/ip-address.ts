/** An address as its bytes: 4 for IPv4, 16 for IPv6. */
export type AddressBytes = readonly number[];

export interface AddressRange {
  readonly bytes: AddressBytes;
  /** Length of the network's prefix in bits. */
  readonly prefix: number;
}

const DECIMAL_BYTE = /^(?:0|[1-9]\d{0,2})$/;
const PREFIX_LENGTH = /^(?:0|[1-9]\d{0,2})$/;
const HEX_GROUP = /^[0-9A-Fa-f]{1,4}$/;
const LONGEST_ADDRESS = 45;

/**
 * Parses an IPv4 address (four decimal numbers, no leading zeros) or an IPv6 address (RFC 4291 section 2.2,
 * no zone identifier). An IPv4-mapped IPv6 address stays IPv6.
 * @returns the bytes, or null where the text is no address
 */
export function parseAddress(text: string): AddressBytes | null {
  if (text.length > LONGEST_ADDRESS) return null;
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): AddressBytes | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  const bytes: number[] = [];
  for (const part of parts) {
    const byte = DECIMAL_BYTE.test(part) ? Number(part) : 256;
    if (byte > 255) return null;
    bytes.push(byte);
  }
  return bytes;
}

function parseIpv6(text: string): AddressBytes | null {
  const halves = text.split("::");
  const head = parseGroups(halves[0] ?? "", halves.length === 1);
  if (head === null || halves.length > 2) return null;
  if (halves.length === 1) return head.length === 16 ? head : null;
  const tail = parseGroups(halves[1] ?? "", true);
  // `::` stands for at least one group of zeros.
  if (tail === null || head.length + tail.length > 14) return null;
  return [...head, ...new Array<number>(16 - head.length - tail.length).fill(0), ...tail];
}

/** Groups between colons; an IPv4 address may stand for the last two where the text ends. */
function parseGroups(text: string, endsAddress: boolean): number[] | null {
  if (text === "") return [];
  const groups = text.split(":");
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (endsAddress && index === groups.length - 1 && group.includes(".")) {
      const last = parseIpv4(group);
      if (last === null) return null;
      bytes.push(...last);
    } else {
      if (!HEX_GROUP.test(group)) return null;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes.length <= 16 ? bytes : null;
}

/**
 * Parses a network in CIDR notation: an address, a slash, a prefix length without leading zeros. Bits of
 * the address behind the prefix are ignored, as routers do.
 * @returns the range, or null where the text is none
 */
export function parseCidr(text: string): AddressRange | null {
  const slash = text.indexOf("/");
  if (slash < 0) return null;
  const bytes = parseAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (bytes === null || !PREFIX_LENGTH.test(length)) return null;
  const prefix = Number(length);
  return prefix <= bytes.length * 8 ? { bytes, prefix } : null;
}

/** Whether an address lies in a range; an address of the other family never does. */
export function isInRange(address: AddressBytes, range: AddressRange): boolean {
  if (address.length !== range.bytes.length) return false;
  const whole = range.prefix >> 3;
  for (let index = 0; index < whole; index += 1) {
    if (address[index] !== range.bytes[index]) return false;
  }
  const rest = range.prefix & 7;
  if (rest === 0) return true;
  const mask = (0xff << (8 - rest)) & 0xff;
  return ((address[whole] ?? 0) & mask) === ((range.bytes[whole] ?? 0) & mask);
}
