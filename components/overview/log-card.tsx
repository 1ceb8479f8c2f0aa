import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { formatCount } from "@/components/ui/format-number";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { Overview } from "@/lib/contracts/overview";

interface LogCardProps {
  log: NonNullable<Overview["log"]>;
  canVerify: boolean;
}

/** How far the log is sealed. Whether it holds is not claimed here: that is shown by verifying it. */
export function LogCard({ log, canVerify }: LogCardProps) {
  const { entries, checkpoint } = log;
  return (
    <Card aria-labelledby="log">
      <CardHeader
        id="log"
        title="Audit log"
        actions={
          canVerify ? (
            <TextLink href="/audit/verify" className="text-sm">
              Verify it
            </TextLink>
          ) : null
        }
      />
      <CardBody className="py-2">
        <DataList>
          <DataItem label="Entries">
            <TextLink href="/audit" className="num">
              {formatCount(entries)}
            </TextLink>
          </DataItem>
          <DataItem label="Last checkpoint">
            {checkpoint ? (
              <>
                <Time at={checkpoint.created_at} />, over {formatCount(checkpoint.size)} entries
              </>
            ) : (
              "None signed yet"
            )}
          </DataItem>
          {checkpoint && entries > checkpoint.size ? (
            <DataItem label="Since then">
              {formatCount(entries - checkpoint.size)} {entries - checkpoint.size === 1 ? "entry" : "entries"}
            </DataItem>
          ) : null}
        </DataList>
      </CardBody>
    </Card>
  );
}
