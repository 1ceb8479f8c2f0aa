import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Time } from "@/components/ui/time";
import type { Approval } from "@/lib/contracts/approvals";
import { labelOf, rolesText, valueText } from "./request-words";

/** Said elsewhere on the page, or identifiers for machines. */
const TOLD = new Set(["purpose", "purpose_of_use", "emergency", "record_type"]);

/** What else the agent said, and by which rule somebody has to decide it. */
export function RequestFacts({ approval }: { approval: Approval }) {
  const context = Object.entries(approval.context).filter(([name]) => !TOLD.has(name));
  const claims = Object.entries(approval.resource.attrs).filter(
    ([name, value]) => !TOLD.has(name) && valueText(value) !== approval.resource.id,
  );
  return (
    <Card aria-label="About the request" className="px-4 py-2">
      <DataList>
        {context.map(([name, value]) => (
          <DataItem key={name} label={labelOf(name)}>
            {valueText(value)}
          </DataItem>
        ))}
        {claims.map(([name, value]) => (
          <DataItem key={name} label={<>{labelOf(name)}, says the agent</>}>
            {valueText(value)}
          </DataItem>
        ))}
        <DataItem label="Rule">
          <p>{approval.policy.sentence}</p>
          <p className="text-ink-faint text-sm">{approval.policy.display_name}</p>
        </DataItem>
        <DataItem label="Asked">
          <Time at={approval.created_at} />
        </DataItem>
        <DataItem label="Who decides">{rolesText(approval.approver_roles)}</DataItem>
        <DataItem label="Decision">
          <CopyableId id={approval.decision_id} noun="decision id" shorten />
        </DataItem>
      </DataList>
    </Card>
  );
}
