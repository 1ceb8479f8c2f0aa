"use client";

import { ChartColumn } from "lucide-react";
import { useState } from "react";
import { useLocale, useTranslations } from "#i18n";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { useFormats } from "@/components/ui/use-formats";
import type { DayOfDecisions } from "@/lib/contracts/activity";
import { niceTop } from "./chart-scale";
import { DayBar } from "./day-bar";
import { DecisionFigures, EFFECTS } from "./decision-figures";

const totalOf = (day: DayOfDecisions) => day.allow + day.deny + day.require_approval;

/** A day of UTC as the reader's language writes it. */
function useDayName(): (day: string) => string {
  const locale = useLocale();
  const written = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return (day) => written.format(new Date(`${day}T00:00:00Z`));
}

interface DecisionChartProps {
  days: readonly DayOfDecisions[];
  /** Somebody who may try a request is shown the way where there is nothing to see. */
  mayTry: boolean;
}

/** Decisions day by day as bars, or the same figures as a table. */
export function DecisionChart({ days, mayTry }: DecisionChartProps) {
  const t = useTranslations("overview.decisions");
  const [view, setView] = useState<"chart" | "table">("chart");
  const total = days.reduce((sum, day) => sum + totalOf(day), 0);
  return (
    <Card aria-labelledby="decisions">
      <CardHeader
        id="decisions"
        title={t("title")}
        description={t("total", { count: total, days: days.length })}
        actions={
          <SegmentedControl
            size="sm"
            aria-label={t("showAs")}
            value={view}
            onValueChange={setView}
            segments={[
              { value: "chart", label: t("chart") },
              { value: "table", label: t("table") },
            ]}
          />
        }
      />
      {total === 0 ? (
        <EmptyState
          size="inline"
          icon={<ChartColumn />}
          title={t("empty")}
          actions={mayTry ? <LinkButton href="/try-it">{t("tryIt")}</LinkButton> : null}
        />
      ) : (
        <>
          <DecisionFigures days={days} />
          {view === "chart" ? <Chart days={days} /> : <Figures days={days} />}
        </>
      )}
    </Card>
  );
}

function Chart({ days }: { days: readonly DayOfDecisions[] }) {
  const t = useTranslations("overview.decisions");
  const format = useFormats();
  const nameOf = useDayName();
  const top = niceTop(Math.max(0, ...days.map(totalOf)));
  return (
    <CardBody className="flex flex-col gap-2 pt-5">
      <div className="flex gap-2">
        <div
          aria-hidden
          className="num -my-1 flex h-46 min-w-6 flex-col justify-between text-right text-2xs text-ink-faint leading-none"
        >
          <span>{format.compact(top)}</span>
          <span>{top >= 2 ? format.compact(top / 2) : ""}</span>
          <span>0</span>
        </div>
        <ol className="relative flex h-44 min-w-0 flex-1 items-end gap-[2px] border-line border-b sm:gap-1">
          <span aria-hidden className="absolute inset-x-0 top-0 border-line border-t border-dashed" />
          <span aria-hidden className="absolute inset-x-0 top-1/2 border-line border-t border-dashed" />
          {days.map((day) => (
            <DayBar key={day.day} day={day} name={nameOf(day.day)} top={top} />
          ))}
        </ol>
      </div>
      <div aria-hidden className="num flex justify-between pl-8 text-2xs text-ink-faint">
        <span>{nameOf(days[0]?.day ?? "")}</span>
        <span>{t("today")}</span>
      </div>
    </CardBody>
  );
}

function Figures({ days }: { days: readonly DayOfDecisions[] }) {
  const t = useTranslations("overview.decisions");
  const effects = useTranslations("decision.effects");
  const format = useFormats();
  const nameOf = useDayName();
  return (
    <Table label={t("byDay")} scrollClassName="max-h-80">
      <TableHead>
        <tr>
          <TableHeaderCell>{t("day")}</TableHeaderCell>
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
                {format.count(day[effect])}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
