import { m } from "~/paraglide/messages.js";
import { day, percent } from "~/lib/format";
import { ChartCard, Key } from "./chart/ChartCard";
import { type CurvePoint, CurvesPlot } from "./chart/Lines";
import type { Answer } from "./figure";
import { answerOf, useFigures } from "./figures";
import { daysOf, lastDay, type Period } from "./period";
import type { Look } from "./scope";

const stops = [7, 14, 30, 45, 60, 75, 90];

/** The curve as far as the oldest quote of the period can tell; beyond it nothing was seen. */
function pointsOf(answer: Answer | undefined): CurvePoint[] {
  const receipt = answer?.receipt;
  const seen = receipt ? Math.floor((Date.parse(receipt.as_of) - Date.parse(daysOf(receipt.query).from)) / 86_400_000) : 0;
  return (answer?.figures ?? [])
    .filter((f) => f.value !== undefined && Number(f.key?.[0]) <= seen)
    .map((f) => ({ day: Number(f.key?.[0]), value: Number(f.value), low: Number(f.low ?? f.value), high: Number(f.high ?? f.value) }));
}

/** How fast quotes become orders, against the quotes of the period compared with. */
export function Curves({ look }: { look: Look }) {
  const now = useFigures(look, { metrics: ["incidence_curve"], period: look.passed });
  const before = useFigures(look, { metrics: ["incidence_curve"], period: look.earlier, enabled: !!look.earlier });
  const answer = answerOf(now.data, "incidence_curve");
  const points = pointsOf(answer);
  const old = look.earlier ? pointsOf(answerOf(before.data, "incidence_curve")) : [];
  const days = answer?.window_days ?? 90;
  const at = (all: CurvePoint[], stop: number) => all.findLast((p) => p.day <= stop);
  const rows = stops
    .filter((d) => d <= (points.at(-1)?.day ?? 0))
    .flatMap((stop) => {
      const p = at(points, stop);
      return p ? [{ stop, now: p, before: at(old, stop) }] : [];
    });
  const last = rows.at(-1);
  const range = (period: Period) => m.period_range({ from: day(period.from), to: day(lastDay(period)) });
  return (
    <ChartCard
      title={m.curve()}
      summary={
        !last
          ? ""
          : last.before
            ? m.curve_summary({ days: last.stop, now: percent(last.now.value), before: percent(last.before.value) })
            : m.curve_summary_alone({ days: last.stop, now: percent(last.now.value) })
      }
      source={now}
      answer={answer}
      rows={rows}
      rowKey={(r) => String(r.stop)}
      legend={
        <>
          <Key look="now">{range(look.passed)}</Key>
          <Key look="band">{m.interval_95()}</Key>
          {look.earlier && old.length > 0 && <Key look="before">{range(look.earlier)}</Key>}
        </>
      }
      columns={[
        { id: "day", label: m.curve_day(), head: true, cell: (r) => r.stop },
        { id: "now", label: m.curve_share(), end: true, cell: (r) => percent(r.now.value) },
        {
          id: "interval",
          label: m.interval_95(),
          end: true,
          cell: (r) => m.figure_range({ low: percent(r.now.low), high: percent(r.now.high) }),
        },
        { id: "before", label: m.curve_before(), end: true, cell: (r) => (r.before ? percent(r.before.value) : "–") },
      ]}
    >
      <CurvesPlot
        title={m.curve()}
        axis={m.curve_axis()}
        days={days}
        now={points}
        before={old}
        marks={rows.map((r) => ({
          day: r.stop,
          value: r.now.value,
          label: m.curve_mark({ days: r.stop, now: percent(r.now.value), before: r.before ? percent(r.before.value) : "–" }),
          to: look.drill({ metric: "conversion_within", days: r.stop, part: "hits", ...look.passed }),
        }))}
      />
    </ChartCard>
  );
}
