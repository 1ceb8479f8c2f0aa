import type { Translator } from "@/lib/i18n/translator";

const KNOWN = ["physician", "administrator", "auditor"] as const;

/** How the demo's sign-ins are offered; the password stays on the server. */
export function demoPerson(
  { role, email }: { role: string; email: string },
  t: Translator<"sign-in.demo.people">,
) {
  const known = KNOWN.find((name) => name === role.toLowerCase());
  return { role, email, label: known ? t(`${known}.label`) : role, sees: known ? t(`${known}.sees`) : email };
}
