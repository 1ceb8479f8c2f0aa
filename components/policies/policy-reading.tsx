import { EffectBadge } from "@/components/decision/effect-badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Tag } from "@/components/ui/tag";
import type { PolicyView } from "@/lib/contracts/policies";
import { describeCondition, type JsonObject, parseCondition } from "@/lib/policy";
import { formatJson } from "./document/format-json";
import { fieldTexts } from "./document/policy-members";
import { EFFECT_VERBS } from "./policy-row";
import { PolicySentence } from "./policy-sentence";

/** A policy for those who may read and not change it: no control that could be taken for an editor. */
export function PolicyReading({ policy }: { policy: PolicyView }) {
  const document = policy.document as JsonObject;
  const types = fieldTexts(document.resource_types);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PolicySentence sentence={policy.sentence} missing={0} />
      <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_28rem]">
        <Card aria-label="Rule">
          <CardHeader title="Rule" />
          <CardBody>
            <DataList>
              <DataItem label="Effect">
                <EffectBadge effect={policy.effect} label={EFFECT_VERBS[policy.effect]} />
              </DataItem>
              <DataItem label="Priority">{policy.priority}</DataItem>
              <DataItem label="Actions">
                <Tags texts={fieldTexts(document.actions)} />
              </DataItem>
              <DataItem label="Resource types">
                {types.length > 0 ? <Tags texts={types} /> : "Every type"}
              </DataItem>
              <DataItem label="Condition">{conditionWords(document)}</DataItem>
              <DataItem label="When an attribute is missing">
                {document.unknown === "match" ? "The policy applies" : "The policy is passed over"}
              </DataItem>
              <DataItem label="State">
                {policy.status === "archived" ? "Archived" : policy.enabled ? "In force" : "Disabled"}
              </DataItem>
            </DataList>
          </CardBody>
        </Card>
        <CodeBlock title="JSON" label="Policy as JSON" code={formatJson(document)} />
      </div>
    </div>
  );
}

function Tags({ texts }: { texts: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {texts.map((text) => (
        <Tag key={text} mono>
          {text}
        </Tag>
      ))}
    </span>
  );
}

function conditionWords(document: JsonObject): string {
  const parsed = parseCondition(document.condition ?? true);
  if (parsed.kind === "invalid" || parsed.value === true) return "None: it applies to every such request";
  return describeCondition(parsed.value);
}
