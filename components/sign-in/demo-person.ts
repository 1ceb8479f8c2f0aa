const WORDS: Record<string, { label: string; sees: string }> = {
  physician: { label: "Physician", sees: "Decides on what agents ask for" },
  attending_physician: { label: "Physician", sees: "Decides on what agents ask for" },
  admin: { label: "Administrator", sees: "Writes policies, registers agents" },
  auditor: { label: "Auditor", sees: "Reads and verifies the log, changes nothing" },
  privacy_officer: { label: "Privacy officer", sees: "Writes policies, reviews emergency access" },
};

/** How the demo's sign-ins are offered; the password stays on the server. */
export function demoPerson({ role, email }: { role: string; email: string }) {
  const words = WORDS[role] ?? { label: role, sees: email };
  return { role, email, ...words };
}
