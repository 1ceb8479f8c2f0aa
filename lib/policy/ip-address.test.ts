import { describe, expect, it } from "vitest";
import { isInRange, parseAddress, parseCidr } from "./ip-address";

describe("parseAddress", () => {
  it.each([
    "0.0.0.0",
    "255.255.255.255",
    "::",
    "::1",
    "1::",
    "2001:db8::5",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8",
    "::ffff:10.0.0.1",
    "1:2:3:4:5:6:1.2.3.4",
    "FE80::A",
  ])("accepts %s", (text) => {
    expect(parseAddress(text)).toHaveLength(text.includes(":") ? 16 : 4);
  });

  it.each([
    "",
    "1.2.3",
    "1.2.3.4.5",
    "256.0.0.1",
    "01.2.3.4",
    "1.2.3.4 ",
    "1.2.3.+4",
    "0x1.2.3.4",
    "1.2.3.",
    "1.2.3.4/8",
    ":",
    ":::",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "::1:2:3:4:5:6:7:8",
    "12345::",
    "g::",
    "fe80::1%eth0",
    "1.2.3.4::",
    "::1.2.3.4:5",
    "::1.2.3",
    ":1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:",
    "[::1]",
  ])("refuses %j", (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

describe("parseCidr and isInRange", () => {
  it.each<[string, string, boolean]>([
    ["10.20.3.4", "10.20.0.0/16", true],
    ["10.21.0.0", "10.20.0.0/16", false],
    ["10.20.3.4", "10.20.9.9/16", true],
    ["10.20.3.4", "0.0.0.0/0", true],
    ["10.20.3.4", "10.20.3.4/32", true],
    ["10.20.3.5", "10.20.3.4/32", false],
    ["10.20.3.127", "10.20.3.0/25", true],
    ["10.20.3.128", "10.20.3.0/25", false],
    ["2001:db8::5", "2001:db8::/32", true],
    ["2001:db9::5", "2001:db8::/32", false],
    ["2001:db8:8000::", "2001:db8::/33", false],
    ["::1", "::/0", true],
    ["::ffff:10.20.3.4", "10.20.0.0/16", false],
    ["10.20.3.4", "::ffff:10.20.0.0/112", false],
    ["::ffff:10.20.3.4", "::ffff:10.20.0.0/112", true],
  ])("%s in %s: %s", (address, cidr, within) => {
    const bytes = parseAddress(address);
    const range = parseCidr(cidr);
    expect(bytes && range && isInRange(bytes, range)).toBe(within);
  });

  it.each([
    "10.0.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/08",
    "10.0.0.0/8/8",
    "::/129",
    "/8",
    "10.0.0/8",
    "10.0.0.0/ 8",
    "10.0.0.0/1e1",
  ])("refuses %j", (text) => {
    expect(parseCidr(text)).toBeNull();
  });
});
