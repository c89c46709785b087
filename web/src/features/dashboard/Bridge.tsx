import { m } from "~/paraglide/messages.js";
import { percent, signedWholeMoney, wholeMoney } from "~/lib/format";
import { ChartCard } from "./chart/ChartCard";
import { type Step, StepsPlot } from "./chart/Steps";
import { total } from "./figure";
import { answerOf, byKey, drawn, useFigures } from "./figures";
import type { Look } from "./scope";

const causes = {
  volume: m.bridge_volume,
  mix: m.bridge_mix,
  conversion: m.bridge_conversion,
  price: m.bridge_price,
  currency: m.bridge_currency,
};
type Cause = keyof typeof causes;

/** Why intake differs from last year's, and what is missing to the target. */
export function Bridge({ look }: { look: Look }) {
  const bridge = useFigures(look, { metrics: ["intake_bridge"], period: look.passed });
  const ahead = useFigures(look, { metrics: ["order_intake", "landing_forecast", "target_attainment"] });
  const answer = answerOf(bridge.data, "intake_bridge");
  const parts = byKey(answer);
  const currency = bridge.data?.currency ?? "";
  const steps: Step[] = [];
  const add = (key: string, label: string, kind: Step["kind"], value: string | undefined, to?: Step["to"]) => {
    const amount = drawn(value);
    if (value === undefined || amount === undefined || (amount === 0 && kind !== "total")) return;
    steps.push({ key, label, kind, amount, text: kind === "total" ? wholeMoney(value, currency) : signedWholeMoney(value, currency), to });
  };
  add("from", m.bridge_from(), "total", parts.get("from")?.value, look.drill({ metric: "order_intake", ...look.yearBefore.passed }));
  for (const [key, label] of Object.entries(causes)) {
    add(
      key,
      label(),
      "step",
      parts.get(key)?.value,
      look.drill({ metric: key === "volume" || key === "mix" ? "quotes_sent" : "order_intake", ...look.passed }),
    );
  }
  add("to", m.bridge_to(), "total", parts.get("to")?.value, look.drill({ metric: "order_intake", ...look.passed }));
  const landing = total(answerOf(ahead.data, "landing_forecast"))?.value;
  const taken = total(answerOf(ahead.data, "order_intake"))?.value;
  const goal = total(answerOf(ahead.data, "target_attainment"))?.reference;
  if (steps.length > 0 && landing !== undefined && taken !== undefined && look.passed.to !== look.period.to) {
    add("expected", m.bridge_expected(), "expected", difference(landing, taken), look.drill({ metric: "open_pipeline" }));
  }
  if (goal !== undefined && steps.length > 0) {
    const end = look.passed.to === look.period.to ? taken : landing;
    if (end !== undefined)
      add("missing", Number(end) < Number(goal) ? m.bridge_missing() : m.bridge_beyond(), "step", difference(goal, end));
    add("target", m.bridge_target(), "total", goal);
  }
  return (
    <ChartCard
      title={goal === undefined ? m.bridge() : m.bridge_to_target()}
      summary={summary(parts.get("from")?.value, parts.get("to")?.value)}
      source={bridge}
      answer={answer}
      rows={steps}
      rowKey={(s) => s.key}
      columns={[
        { id: "step", label: m.bridge_step(), head: true, cell: (s) => s.label },
        { id: "amount", label: m.amount(), end: true, cell: (s) => s.text },
      ]}
    >
      <StepsPlot title={m.bridge()} steps={steps} />
    </ChartCard>
  );

  function summary(from: string | undefined, to: string | undefined): string {
    const largest = (Object.keys(causes) as Cause[])
      .map((key) => ({ key, amount: drawn(parts.get(key)?.value) ?? 0 }))
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))[0];
    if (!largest || largest.amount === 0 || from === undefined || to === undefined) return m.bridge_flat();
    const by = Number(from) > 0 ? percent(Math.abs(Number(to) - Number(from)) / Number(from)) : "";
    const cause = {
      cause: causes[largest.key]().toLocaleLowerCase(),
      amount: signedWholeMoney(parts.get(largest.key)?.value ?? "0", currency),
    };
    if (!by) return m.bridge_cause(cause);
    return Number(to) >= Number(from) ? m.bridge_up({ by, ...cause }) : m.bridge_down({ by, ...cause });
  }
}

function difference(a: string, b: string): string {
  return (Number(a) - Number(b)).toFixed(0);
}
