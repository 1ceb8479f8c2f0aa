import type { DayOfDecisions } from "@/lib/contracts/activity";
import { formatCount } from "../ui/format-number";

const HEIGHT = 22;
const BAR = 7;
const GAP = 2;

const totalOf = (day: DayOfDecisions) => day.allow + day.deny + day.require_approval;

/** Decisions of the last days as small stacked bars; the sentence says the same. */
export function DecisionBars({ days }: { days: readonly DayOfDecisions[] }) {
  const highest = Math.max(1, ...days.map(totalOf));
  const total = days.reduce((sum, day) => sum + totalOf(day), 0);
  const refused = days.reduce((sum, day) => sum + day.deny, 0);
  const label = `${formatCount(total)} decisions in ${days.length} days, ${formatCount(refused)} denied`;
  return (
    <svg
      role="img"
      aria-label={label}
      width={days.length * (BAR + GAP) - GAP}
      height={HEIGHT}
      className="block overflow-visible"
    >
      <title>{label}</title>
      {days.map((day, index) => {
        const heights = (["allow", "require_approval", "deny"] as const).map((effect) => ({
          effect,
          height: (day[effect] / highest) * (HEIGHT - 1),
        }));
        let top = HEIGHT;
        return (
          <g key={day.day} transform={`translate(${index * (BAR + GAP)} 0)`}>
            <rect y={HEIGHT - 1} width={BAR} height={1} className="fill-line-strong" />
            {heights.map(({ effect, height }) => {
              top -= height;
              return height > 0 ? (
                <rect key={effect} y={top} width={BAR} height={height} className={fills[effect]} />
              ) : null;
            })}
          </g>
        );
      })}
    </svg>
  );
}

const fills = {
  allow: "fill-positive",
  require_approval: "fill-caution",
  deny: "fill-negative",
};
