import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { freePort, waitFor } from "../application/processes";

const POLICY = `apiVersion: api.cerbos.dev/v1
resourcePolicy:
  version: default
  resource: patient_record
  rules:
    - actions: ["ehr.read"]
      effect: EFFECT_ALLOW
      roles: ["clinical_agent"]
      condition:
        match:
          expr: R.attr.record_type == "demographics"
`;

export interface CerbosPeer {
  url: string;
  body: string;
  child: ChildProcess;
}

/** A Cerbos server from its npm package, deciding the same request, with no decision log. */
export async function startCerbos(folder: string): Promise<CerbosPeer> {
  const port = await freePort();
  mkdirSync(path.join(folder, "policies"), { recursive: true });
  writeFileSync(path.join(folder, "policies", "patient_record.yaml"), POLICY);
  writeFileSync(
    path.join(folder, "cerbos.yaml"),
    JSON.stringify({
      server: { httpListenAddr: `127.0.0.1:${port}`, grpcListenAddr: `127.0.0.1:${await freePort()}` },
      storage: { driver: "disk", disk: { directory: path.join(folder, "policies") } },
      telemetry: { disabled: true },
    }),
  );
  // The package's own starter leaves its server running when it is ended, so the binary is started itself.
  const binary = createRequire(import.meta.url).resolve(`@cerbos/cerbos-${process.platform}-${process.arch}`);
  const child = spawn(
    binary,
    ["server", "--config", path.join(folder, "cerbos.yaml"), "--log-level", "error"],
    {
      stdio: "ignore",
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await waitFor(`${url}/_cerbos/health`, 30);
  return {
    child,
    url: `${url}/api/check/resources`,
    body: JSON.stringify({
      requestId: "bench",
      principal: { id: "agent-7", roles: ["clinical_agent"] },
      resources: [
        {
          actions: ["ehr.read"],
          resource: {
            kind: "patient_record",
            id: "p-100",
            attr: { record_type: "demographics", patient_id: "p-100" },
          },
        },
      ],
    }),
  };
}
