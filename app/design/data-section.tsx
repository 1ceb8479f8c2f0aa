"use client";

import { Bot, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyableId } from "@/components/ui/copyable-id";
import { CountBadge } from "@/components/ui/count-badge";
import { DataItem, DataList } from "@/components/ui/data-list";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LoadMore } from "@/components/ui/load-more";
import { Numeric } from "@/components/ui/numeric";
import {
  Table,
  TableBody,
  TableCell,
  TableEmpty,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { Countdown, Time } from "@/components/ui/time";
import { Section, Specimen } from "./specimen";

const rows = [
  {
    id: "dec_01JD4Z8QF6",
    effect: "allow",
    agent: "Ward scribe",
    action: "ehr.read",
    at: "2026-11-23T09:12:04Z",
    ms: 3,
  },
  {
    id: "dec_01JD4Z8QG2",
    effect: "require_approval",
    agent: "Discharge planner",
    action: "ehr.write_note",
    at: "2026-11-22T21:40:59Z",
    ms: 5,
  },
  {
    id: "dec_01JD4Z8QH9",
    effect: "deny",
    agent: "Billing assistant",
    action: "ehr.export",
    at: "2026-10-02T07:01:30Z",
    ms: 2,
  },
] as const;

const snippet = `from kynara_sdk import permission_required

@permission_required("ehr.read", resource_arg="patient_id")
def read_record(patient_id: str):
    return ehr.get_record(patient_id)`;

function DecisionTable() {
  const [order, setOrder] = useState<"ascending" | "descending">("descending");
  const sorted = order === "descending" ? rows : [...rows].reverse();
  return (
    <Card>
      <CardHeader
        title="Decisions"
        description="The last three of today."
        actions={<Button size="sm">Export</Button>}
        level={3}
      />
      <Table label="Decisions" scrollClassName="max-h-56">
        <TableHead>
          <tr>
            <TableHeaderCell>Effect</TableHeaderCell>
            <TableHeaderCell>Agent</TableHeaderCell>
            <TableHeaderCell>Action</TableHeaderCell>
            <TableHeaderCell
              sort={order}
              onSort={() => setOrder(order === "ascending" ? "descending" : "ascending")}
            >
              When
            </TableHeaderCell>
            <TableHeaderCell numeric>ms</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {sorted.map((row, index) => (
            <TableRow key={row.id} interactive selected={index === 1}>
              <TableCell>
                <EffectBadge effect={row.effect} />
              </TableCell>
              <TableCell className="whitespace-nowrap">{row.agent}</TableCell>
              <TableCell mono>{row.action}</TableCell>
              <TableCell muted>
                <Time at={row.at} />
              </TableCell>
              <TableCell numeric>{row.ms}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <LoadMore hasMore onLoadMore={() => undefined} summary="3 of 1,204 shown" />
    </Card>
  );
}

export function DataSection() {
  const [filters, setFilters] = useState(["agent: Ward scribe", "effect: denied", "last 7 days"]);
  return (
    <Section title="Data">
      <div className="min-w-0 lg:col-span-2">
        <DecisionTable />
      </div>
      <Specimen name="Badge">
        <Badge>Draft</Badge>
        <Badge tone="positive" dot>
          Live
        </Badge>
        <Badge tone="caution">Expiring</Badge>
        <Badge tone="negative">Disabled</Badge>
        <Badge tone="urgent">Emergency</Badge>
        <Badge tone="info" icon={<ShieldCheck aria-hidden />}>
          Verified
        </Badge>
        <Badge tone="accent" appearance="solid">
          New
        </Badge>
        <Badge appearance="outline" size="sm">
          v14
        </Badge>
        <CountBadge count={4} />
        <CountBadge count={128} tone="negative" />
      </Specimen>
      <Specimen name="Tag">
        {filters.map((filter) => (
          <Tag
            key={filter}
            removeLabel={`Remove filter ${filter}`}
            onRemove={() => setFilters(filters.filter((entry) => entry !== filter))}
          >
            {filter}
          </Tag>
        ))}
        <Tag icon={<Bot aria-hidden />}>Not removable</Tag>
        <Tag mono>ehr.read</Tag>
      </Specimen>
      <Specimen name="Data list" className="block">
        <DataList>
          <DataItem label="Agent">Ward scribe</DataItem>
          <DataItem label="Acts for">Dr. Maya Okafor</DataItem>
          <DataItem label="Patient">Jonas Berg · born 14 Mar 1961 · MRN 40021</DataItem>
          <DataItem label="Decision">
            <CopyableId id="dec_01JD4Z8QF6S3T7V9XKBN2M5RWA" noun="decision id" />
          </DataItem>
        </DataList>
      </Specimen>
      <Specimen name="Time, number, person" className="flex-col items-start">
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Time at="2026-11-23T09:12:04Z" />
          <Time at="2026-11-23T09:12:04Z" format="datetime" />
          <Time at="2026-11-23T09:12:04Z" format="date" />
          <Time at="2026-11-23T09:12:04Z" format="exact" />
        </p>
        <p className="flex gap-4">
          <Countdown until="2040-01-01T00:00:00Z" />
          <Countdown until="2020-01-01T00:00:00Z" />
          <Numeric value={1204003} />
          <Numeric value={1204003} compact />
        </p>
        <p className="flex items-center gap-3">
          <Avatar name="Dr. Maya Okafor" size="lg" />
          <Avatar name="Jonas Berg" size="md" />
          <Avatar name="Ward scribe" shape="square" />
          <Avatar name="Sofia Álvarez" size="xs" />
        </p>
        <Breadcrumbs items={[{ label: "Agents", href: "/design" }, { label: "Ward scribe" }]} />
      </Specimen>
      <Specimen name="Tabs" className="block">
        <Tabs
          aria-label="Policy"
          items={[
            {
              value: "rule",
              label: "Rule",
              panel: <p className="text-ink-muted">The rule in a sentence.</p>,
            },
            {
              value: "versions",
              label: "Versions",
              count: 14,
              panel: <p className="text-ink-muted">Fourteen of them.</p>,
            },
            { value: "tests", label: "Tests", count: 0, panel: <p className="text-ink-muted">None yet.</p> },
          ]}
        />
        <LinkTabs
          aria-label="Inbox"
          className="mt-4"
          items={[
            { href: "/design", label: "Waiting", count: 3, current: true },
            { href: "/design/shell", label: "Decided", current: false },
          ]}
        />
      </Specimen>
      <Specimen name="Code" className="block">
        <CodeBlock title="agent.py" code={snippet} label="Python example" lineNumbers />
        <CodeBlock code="npx kynara verify audit-2026-11.jsonl" className="mt-3" />
      </Specimen>
      <Card>
        <CardHeader title="Card" description="Header, body and footer." level={3} />
        <CardBody>
          <DataList layout="columns">
            <DataItem label="Today">
              <Numeric value={4312} className="font-semibold text-2xl" />
            </DataItem>
            <DataItem label="Refused">
              <Numeric value={38} className="font-semibold text-2xl" />
            </DataItem>
          </DataList>
        </CardBody>
        <CardFooter>
          <Button>Cancel</Button>
          <Button variant="primary">Save</Button>
        </CardFooter>
      </Card>
      <Card>
        <CardHeader title="Empty table" level={3} />
        <Table label="Grants">
          <TableHead>
            <tr>
              <TableHeaderCell>Taken by</TableHeaderCell>
              <TableHeaderCell>Ends</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            <TableEmpty columns={2}>No grant is live.</TableEmpty>
          </TableBody>
        </Table>
      </Card>
    </Section>
  );
}
