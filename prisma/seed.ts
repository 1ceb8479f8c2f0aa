import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { moveClock } from "@/lib/server/clock";
import { config } from "@/lib/server/config";
import { closeDatabase } from "@/lib/server/db/close-database";
import { writeHistory } from "./seed/history";
import { PEOPLE } from "./seed/hospital";
import { type DemoHospital, drawPasswords, type Passwords, setUpHospital } from "./seed/set-up";

/**
 * The demo hospital, written through the services that the API uses. The passwords are kept first and the sign-ins last:
 * a start that was broken off in between is completed by the next.
 */
async function main(): Promise<void> {
  const folder = config().dataDir;
  const file = path.join(folder, "demo.json");
  if (existsSync(file)) return;
  const plan = path.join(folder, "demo-passwords.json");
  if (!existsSync(plan)) writeSecret(plan, drawPasswords());
  const passwords = JSON.parse(readFileSync(plan, "utf8")) as Passwords;
  moveClock(new Date(Date.now() - 6 * 86_400_000));
  const hospital = await setUpHospital(passwords);
  await writeHistory(hospital);
  writeSignIns(file, hospital);
  rmSync(plan);
}

function writeSignIns(file: string, hospital: DemoHospital): void {
  const people = Object.entries(PEOPLE).flatMap(([name, person]) => {
    const { password } = hospital.people[name as keyof typeof PEOPLE];
    return person.signIn === null ? [] : [{ role: person.signIn, email: person.email, password }];
  });
  const agents = Object.values(hospital.agents).map(({ id, name, secret }) => ({
    id,
    name,
    api_key: secret,
  }));
  writeSecret(file, { people, agents });
}

/** Whole or not at all, and readable to its owner only. */
function writeSecret(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

try {
  await main();
} finally {
  await closeDatabase();
}
