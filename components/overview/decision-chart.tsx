"use client";

import { useState } from "react";
import { useTranslations } from "#i18n";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format-number";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DayOfDecisions } from "@/lib/contracts/activity";
import { auditHref } from "./audit-href";
import { niceTop } from "./chart-scale";
import { DayBar } from "./day-bar";

const EFFECTS = ["allow", "require_approval", "deny"] as const;
const SWATCHES = { allow: "bg-positive", require_approval: "bg-caution", deny: "bg-negative" };

const dayName = new Intl.DateTimeFormat("en", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const nameOf = (day: string) => dayName.format(new Date(`${day}T00:00:00Z`));

/** Decisions day by day as bars, or the same figures as a table. */
export function DecisionChart({ days }: { days: readonly DayOfDecisions[] }) {
  const [view, setView] = useState<"chart" | "table">("chart");
  const total = days.reduce((sum, day) => sum + day.allow + day.deny + day.require_approval, 0);
  return (
    <Card aria-labelledby="decisions">
      <CardHeader
        id="decisions"
        title="Decisions"
        description={`${formatCount(total)} in ${days.length} days, by day in UTC.`}
        actions={
          <SegmentedControl
            size="sm"
            aria-label="Show decisions as"
            value={view}
            onValueChange={setView}
            segments={[
              { value: "chart", label: "Chart" },
              { value: "table", label: "Table" },
            ]}
          />
        }
      />
      {view === "chart" ? <Chart days={days} /> : <Figures days={days} />}
    </Card>
  );
}

function Chart({ days }: { days: readonly DayOfDecisions[] }) {
  const effects = useTranslations("decision.effects");
  const top = niceTop(Math.max(0, ...days.map((day) => day.allow + day.deny + day.require_approval)));
  const first = days[0]?.day ?? "";
  return (
    <CardBody className="flex flex-col gap-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5">
        {EFFECTS.map((effect) => (
          <li key={effect} className="flex items-center gap-2 text-sm">
            <span aria-hidden className={cn("size-2.5 rounded-xs", SWATCHES[effect])} />
            <TextLink href={auditHref({ effect, from: first })} className="font-normal">
              {effects(effect)}
            </TextLink>
            <span className="num font-semibold">
              {formatCount(days.reduce((sum, day) => sum + day[effect], 0))}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex gap-2">
        <div
          aria-hidden
          className="num flex h-40 flex-col justify-between text-right text-2xs text-ink-faint leading-none"
        >
          <span>{formatCount(top)}</span>
          <span>{top >= 2 ? formatCount(top / 2) : ""}</span>
          <span>0</span>
        </div>
        <ol className="relative flex h-40 min-w-0 flex-1 items-end gap-[2px] border-line border-y sm:gap-1">
          <span aria-hidden className="absolute inset-x-0 top-1/2 border-line border-t border-dashed" />
          {days.map((day) => (
            <DayBar key={day.day} day={day} name={nameOf(day.day)} top={top} />
          ))}
        </ol>
      </div>
      <div aria-hidden className="num -mt-2 flex justify-between pl-6 text-2xs text-ink-faint">
        <span>{nameOf(first)}</span>
        <span>Today</span>
      </div>
    </CardBody>
  );
}

function Figures({ days }: { days: readonly DayOfDecisions[] }) {
  const effects = useTranslations("decision.effects");
  return (
    <Table label="Decisions by day" scrollClassName="max-h-80">
      <TableHead>
        <tr>
          <TableHeaderCell>Day</TableHeaderCell>
          {EFFECTS.map((effect) => (
            <TableHeaderCell key={effect} numeric>
              {effects(effect)}
            </TableHeaderCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {[...days].reverse().map((day) => (
          <TableRow key={day.day}>
            <TableCell className="whitespace-nowrap">{nameOf(day.day)}</TableCell>
            {EFFECTS.map((effect) => (
              <TableCell key={effect} numeric>
                {formatCount(day[effect])}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
