import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { parseLaunchConfig } from "./launch-config";

describe("parseLaunchConfig", () => {
  test("needs nothing", () => {
    expect(parseLaunchConfig({}, "/project")).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: "/project/.data",
      baseUrl: "http://localhost:3000",
      databaseUrl: null,
      demo: false,
    });
  });

  test("takes an empty variable for a missing one", () => {
    expect(parseLaunchConfig({ PORT: "", DATABASE_URL: "" }, "/project")).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  test("binds to the host that is asked for, but not to the machine's name that a shell exported", () => {
    expect(parseLaunchConfig({ HOSTNAME: "0.0.0.0" }, "/project").host).toBe("0.0.0.0");
    expect(parseLaunchConfig({ HOSTNAME: hostname() }, "/project").host).toBe("127.0.0.1");
  });

  test.each([
    ["PORT", "eighty"],
    ["PORT", "0"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://localhost/kynara"],
    ["KYNARA_BASE_URL", "kynara.example"],
    ["KYNARA_DEMO", "yes"],
  ])("names %s when it is %s", (name, value) => {
    expect(() => parseLaunchConfig({ [name]: value }, "/project")).toThrow(
      `The environment variable ${name} is wrong`,
    );
  });
});
