import { parseArgs } from "node:util";
import { startFhirServer } from "./server";

const { values } = parseArgs({ options: { port: { type: "string", default: "8103" } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port ${values.port} is no port number`);
  process.exit(2);
}
const { baseUrl, stop } = await startFhirServer({ port });
console.log(`FHIR R4 at ${baseUrl}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
