import { useLocale, useTranslations } from "#i18n";
import type { DayOfDecisions } from "@/lib/contracts/activity";

const HEIGHT = 22;
const BAR = 7;
const GAP = 2;

const totalOf = (day: DayOfDecisions) => day.allow + day.deny + day.require_approval;

/** Decisions of the last days as small stacked bars; the sentence says the same, and each bar its own day. */
export function DecisionBars({ days }: { days: readonly DayOfDecisions[] }) {
  const t = useTranslations("agents.list");
  const locale = useLocale();
  const highest = Math.max(1, ...days.map(totalOf));
  const total = days.reduce((sum, day) => sum + totalOf(day), 0);
  const denied = days.reduce((sum, day) => sum + day.deny, 0);
  const label = t("bars", { total, days: days.length, denied });
  return (
    <svg
      role="img"
      aria-label={label}
      width={days.length * (BAR + GAP) - GAP}
      height={HEIGHT}
      className="relative block overflow-visible"
    >
      {days.map((day, index) => (
        <g key={day.day} transform={`translate(${index * (BAR + GAP)} 0)`}>
          <title>
            {t("barsOfDay", {
              day: dayName(day.day, locale),
              allow: day.allow,
              asked: day.require_approval,
              deny: day.deny,
            })}
          </title>
          <rect y={0} width={BAR} height={HEIGHT} className="fill-transparent" />
          <rect y={HEIGHT - 1} width={BAR} height={1} className="fill-line-strong" />
          <Bar day={day} highest={highest} />
        </g>
      ))}
    </svg>
  );
}

function Bar({ day, highest }: { day: DayOfDecisions; highest: number }) {
  let top = HEIGHT;
  return (["allow", "require_approval", "deny"] as const).map((effect) => {
    const height = (day[effect] / highest) * (HEIGHT - 1);
    top -= height;
    return height > 0 ? (
      <rect key={effect} y={top} width={BAR} height={height} className={fills[effect]} />
    ) : null;
  });
}

const dayName = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));

const fills = {
  allow: "fill-positive",
  require_approval: "fill-caution",
  deny: "fill-negative",
};
