/** The demo hospital as data: who works there, which agents run there, and what its rules say. */

export const ORGANIZATION = { id: "org_mercyvalley", name: "Mercy Valley Hospital" };

/** A second organization, just begun: its administrator is the hospital's, and everything is still to be set up. */
export const SECOND_ORGANIZATION = { id: "org_mercyvalleyhomecare", name: "Mercy Valley Home Care" };

export interface DemoPerson {
  /** How the sign-in is announced; null for people that nobody signs in as. */
  signIn: string | null;
  name: string;
  email: string;
  title: string;
  roles: string[];
  attrs: { unit: string };
}

export const PEOPLE = {
  physician: {
    signIn: "Physician",
    name: "Elena Vasquez",
    email: "elena.vasquez@mercyvalley.example",
    title: "Attending physician, Internal Medicine",
    roles: ["attending_physician"],
    attrs: { unit: "medicine" },
  },
  colleague: {
    signIn: null,
    name: "Samuel Okafor",
    email: "samuel.okafor@mercyvalley.example",
    title: "Attending physician, Intensive Care",
    roles: ["attending_physician"],
    attrs: { unit: "icu" },
  },
  admin: {
    signIn: "Administrator",
    name: "Priya Nair",
    email: "priya.nair@mercyvalley.example",
    title: "Clinical informatics",
    roles: ["admin"],
    attrs: { unit: "informatics" },
  },
  privacy: {
    signIn: null,
    name: "Ruth Feldman",
    email: "ruth.feldman@mercyvalley.example",
    title: "Privacy officer",
    roles: ["privacy_officer"],
    attrs: { unit: "privacy" },
  },
  auditor: {
    signIn: "Auditor",
    name: "Thomas Berg",
    email: "thomas.berg@mercyvalley.example",
    title: "Internal audit",
    roles: ["auditor"],
    attrs: { unit: "audit" },
  },
} satisfies Record<string, DemoPerson>;

export const CLINICAL_ROLE = {
  name: "clinical_agent",
  display_name: "Clinical agent",
  description: "Reads patient records and drafts notes.",
  permissions: [],
  allows: [{ actions: ["ehr.*"], resource_types: ["patient_record"] }],
};

export const AGENTS = {
  rounds: {
    name: "Rounds assistant",
    description: "Prepares the summary for the morning round.",
    mode: "read_only" as const,
    daily_action_budget: 2000,
  },
  discharge: {
    name: "Discharge writer",
    description: "Drafts discharge letters for the attending physician to sign.",
    mode: "read_write" as const,
    daily_action_budget: 500,
  },
  coding: {
    name: "Coding reviewer",
    description: "Checks diagnosis codes before billing.",
    mode: "read_only" as const,
    daily_action_budget: 300,
  },
};

export const POLICIES = [
  {
    display_name: "PHI access: no bulk export",
    effect: "deny",
    priority: 10,
    actions: ["ehr.export", "ehr.*.export"],
  },
  {
    display_name: "PHI access: require approval for clinical data",
    effect: "require_approval",
    priority: 100,
    actions: ["ehr.read"],
    condition: {
      op: "in",
      args: ["ctx.resource.attrs.record_type", ["diagnosis", "medication", "lab_result", "imaging"]],
    },
    approval: { approver_roles: ["attending_physician"] },
  },
  {
    display_name: "Notes: the attending physician approves each draft",
    effect: "require_approval",
    priority: 150,
    actions: ["ehr.note.write"],
    approval: { approver_roles: ["attending_physician"], expires_in_seconds: 14_400 },
  },
  {
    display_name: "PHI access: allow demographics",
    effect: "allow",
    priority: 200,
    actions: ["ehr.read"],
    condition: { op: "eq", args: ["ctx.resource.attrs.record_type", "demographics"] },
  },
];

/** The patients of the demo's FHIR server, as the hospital's directory knows them. */
export const PATIENTS = [
  { id: "123", name: "Homer Simpson", birth_date: "1956-05-12", mrn: "MV-204118", unit: "medicine" },
  { id: "555", name: "Bart Simpson", birth_date: "1979-12-17", mrn: "MV-310027", unit: "medicine" },
  { id: "marge-simpson", name: "Marge Simpson", birth_date: "1961-08-23", mrn: "MV-204119", unit: "icu" },
  { id: "lisa-simpson", name: "Lisa Simpson", birth_date: "1981-05-09", mrn: "MV-310028", unit: "medicine" },
];
