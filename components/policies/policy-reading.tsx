import { EffectBadge } from "@/components/decision/effect-badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Tag } from "@/components/ui/tag";
import type { PolicyView } from "@/lib/contracts/policies";
import { approvalTerms, describeCondition, type JsonObject, parseCondition, parsePolicy } from "@/lib/policy";
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
              {policy.effect === "require_approval" ? <ApprovalItems document={document} /> : null}
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

function ApprovalItems({ document }: { document: JsonObject }) {
  const parsed = parsePolicy(document);
  if (parsed.kind === "invalid") return null;
  const terms = approvalTerms(parsed.value.approval);
  return (
    <>
      <DataItem label="Approvers">
        {terms.stages
          .map(({ approver_roles: roles, quorum }) => {
            const who = roles.length > 0 ? roles.join(" or ") : "anybody who may decide approvals";
            return `${quorum === 1 ? "One" : quorum} of ${who}`;
          })
          .join(", then ")}
      </DataItem>
      <DataItem label="Expires after">{formatDuration(terms.expires_in_seconds)}</DataItem>
      <DataItem label="Separation of duties">{terms.separation_of_duties ? "Yes" : "No"}</DataItem>
      <DataItem label="Reason">
        {terms.require_reason === "always" ? "Needed to approve and to deny" : "Needed to deny"}
      </DataItem>
      {terms.step_up === "passkey" ? <DataItem label="Proof of presence">A passkey</DataItem> : null}
      {terms.relationship === null ? null : (
        <DataItem label="Who of them">{describeCondition(terms.relationship)}</DataItem>
      )}
    </>
  );
}

function formatDuration(seconds: number): string {
  const [size, unit] =
    seconds % 3600 === 0 ? [3600, "hour"] : seconds % 60 === 0 ? [60, "minute"] : [1, "second"];
  const count = seconds / Number(size);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
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
