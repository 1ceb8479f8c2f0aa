export interface SnippetFacts {
  baseUrl: string;
  agentId: string;
  action: string;
  resourceType: string;
}

/** What the examples say in the reader's language. */
export interface SnippetWords {
  /** Stands in the guarded function: "runs only when the answer is allow". */
  runsWhenAllowed: string;
}

/** Stands where the key goes: nobody but the person who created it has seen the key. */
export const KEY_PLACEHOLDER = "sk_live_…";

export function environmentSnippet({ baseUrl, agentId }: SnippetFacts, key = KEY_PLACEHOLDER): string {
  return `export KYNARA_BASE_URL=${baseUrl}
export KYNARA_AGENT_ID=${agentId}
export KYNARA_API_KEY=${key}`;
}

export function pythonSnippet(
  { action, resourceType }: SnippetFacts,
  { runsWhenAllowed }: SnippetWords,
): string {
  return `# pip install ./sdk/python
from kynara_sdk import permission_required

@permission_required(
    ${JSON.stringify(action)},
    resource_arg="resource_id",
    resource_type=${JSON.stringify(resourceType)},
    resource_attrs=lambda record_type: {
        "record_type": record_type,
    },
)
def guarded_call(resource_id: str, record_type: str):
    ...  # ${runsWhenAllowed}
`;
}

export function typescriptSnippet(
  { action, resourceType }: SnippetFacts,
  { runsWhenAllowed }: SnippetWords,
): string {
  return `// npm install ./sdk/typescript
import { Kynara } from "@kynara/sdk";

const kynara = Kynara.fromEnv();

export const guardedCall = kynara.guarded(
  {
    action: ${JSON.stringify(action)},
    resource: (id: string, recordType: string) => ({
      type: ${JSON.stringify(resourceType)},
      id,
      attrs: { record_type: recordType },
    }),
  },
  async (id: string, recordType: string) => {
    // ${runsWhenAllowed}
  },
);
`;
}

export function curlSnippet({ action, resourceType }: SnippetFacts): string {
  const body = { action, resource: { type: resourceType, id: "123", attrs: { record_type: "diagnosis" } } };
  return `curl "$KYNARA_BASE_URL/api/v1/decisions/check" \\
  -H "X-Kynara-Key: $KYNARA_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify(body)}'`;
}
