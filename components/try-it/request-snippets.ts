import type { Json } from "@/lib/contracts/common";

export type SnippetLanguage = "curl" | "python" | "typescript";

export const SNIPPET_LANGUAGES: readonly { value: SnippetLanguage; label: string }[] = [
  { value: "curl", label: "cURL" },
  { value: "python", label: "Python" },
  { value: "typescript", label: "TypeScript" },
];

type Members = { readonly [name: string]: Json };

interface SnippetFacts {
  baseUrl: string;
  /** Says in a comment where the key comes from. */
  keyFrom: string;
}

/** The request as a program would make it for real: decided, recorded, and asking people where a policy says so. */
export function requestSnippet(language: SnippetLanguage, document: Members, facts: SnippetFacts): string {
  switch (language) {
    case "curl":
      return curl(document, facts);
    case "python":
      return (sdkSaysAllOf(document) ? python : plainPython)(document, facts);
    case "typescript":
      return (sdkSaysAllOf(document) ? typescript : plainTypescript)(document, facts);
  }
}

const SDK_MEMBERS = new Set([
  "subject_type",
  "subject_id",
  "on_behalf_of_user_id",
  "action",
  "resource",
  "context",
  "approval_id",
]);

/**
 * The SDKs ask for an agent, and without attributes of the action. What they have no words for is sent without them: left
 * out, it would make another request than the one that was explained.
 */
function sdkSaysAllOf(document: Members): boolean {
  const { subject_type = "agent" } = document;
  return subject_type === "agent" && Object.keys(document).every((name) => SDK_MEMBERS.has(name));
}

function curl(document: Members, { baseUrl }: SnippetFacts): string {
  const body = JSON.stringify(document, null, 2).replaceAll("'", "'\\''");
  return [
    `curl ${baseUrl}/api/v1/decisions/check \\`,
    `  -H "X-Kynara-Key: $KYNARA_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${body}'`,
    "",
  ].join("\n");
}

function python(document: Members, { baseUrl, keyFrom }: SnippetFacts): string {
  const { action, resource, context, on_behalf_of_user_id, subject_id, approval_id } = document;
  const from =
    typeof on_behalf_of_user_id === "string"
      ? `kynara.acting_for(${pythonText(on_behalf_of_user_id)})`
      : "kynara";
  const values = [
    pythonValue(action ?? "", 1),
    `resource=${pythonValue(resource ?? {}, 1)}`,
    ...(context === undefined ? [] : [`context=${pythonValue(context, 1)}`]),
    ...(approval_id === undefined ? [] : [`approval_id=${pythonValue(approval_id)}`]),
  ];
  return [
    "from kynara_sdk import Kynara",
    "",
    `# ${keyFrom}`,
    `kynara = Kynara.from_env()  # KYNARA_BASE_URL=${baseUrl}${typeof subject_id === "string" ? ` KYNARA_AGENT_ID=${subject_id}` : ""}`,
    `decision = ${from}.check(`,
    ...values.map((value) => `    ${value},`),
    ")",
    "print(decision.effect, decision.message)",
    "",
  ].join("\n");
}

function typescript(document: Members, { baseUrl, keyFrom }: SnippetFacts): string {
  const { action, resource, context, on_behalf_of_user_id, subject_id, approval_id } = document;
  const from =
    typeof on_behalf_of_user_id === "string"
      ? `kynara.actingFor(${JSON.stringify(on_behalf_of_user_id)})`
      : "kynara";
  const options = {
    resource: resource ?? {},
    ...(context === undefined ? {} : { context }),
    ...(approval_id === undefined ? {} : { approvalId: approval_id }),
  };
  return [
    `import { Kynara } from "@kynara/sdk";`,
    "",
    `// ${keyFrom}`,
    `const kynara = Kynara.fromEnv(); // KYNARA_BASE_URL=${baseUrl}${typeof subject_id === "string" ? ` KYNARA_AGENT_ID=${subject_id}` : ""}`,
    `const decision = await ${from}.check(${JSON.stringify(action ?? "")}, ${JSON.stringify(options, null, 2)});`,
    "console.log(decision.effect, decision.message);",
    "",
  ].join("\n");
}

function plainPython(document: Members, { baseUrl, keyFrom }: SnippetFacts): string {
  return [
    "import json",
    "import os",
    "from urllib.request import Request, urlopen",
    "",
    "request = Request(",
    `    "${baseUrl}/api/v1/decisions/check",`,
    `    data=json.dumps(${pythonValue(document, 1)}).encode(),`,
    "    headers={",
    `        "X-Kynara-Key": os.environ["KYNARA_API_KEY"],  # ${keyFrom}`,
    `        "Content-Type": "application/json",`,
    "    },",
    ")",
    "with urlopen(request) as response:",
    "    decision = json.load(response)",
    'print(decision["effect"], decision["message"])',
    "",
  ].join("\n");
}

function plainTypescript(document: Members, { baseUrl, keyFrom }: SnippetFacts): string {
  return [
    `const response = await fetch("${baseUrl}/api/v1/decisions/check", {`,
    `  method: "POST",`,
    "  headers: {",
    `    "X-Kynara-Key": process.env.KYNARA_API_KEY ?? "", // ${keyFrom}`,
    `    "Content-Type": "application/json",`,
    "  },",
    `  body: JSON.stringify(${JSON.stringify(document, null, 2).replaceAll("\n", "\n  ")}),`,
    "});",
    "const decision = await response.json();",
    "console.log(decision.effect, decision.message);",
    "",
  ].join("\n");
}

const INDENT = "    ";

/** A JSON value as a Python literal. JSON's string escapes are Python's. */
export function pythonValue(value: Json, depth = 0): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return pythonText(value);
  if (typeof value === "number") return String(value);
  const inner = INDENT.repeat(depth + 1);
  const outer = INDENT.repeat(depth);
  if (Array.isArray(value)) return `[${value.map((item) => pythonValue(item, depth)).join(", ")}]`;
  const members = Object.entries(value).map(
    ([name, item]) => `${inner}${pythonText(name)}: ${pythonValue(item, depth + 1)},\n`,
  );
  return members.length === 0 ? "{}" : `{\n${members.join("")}${outer}}`;
}

const pythonText = (text: string) => JSON.stringify(text);
