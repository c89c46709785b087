import { m } from "~/paraglide/messages.js";
import { percent, signedWholeMoney, wholeMoney } from "~/lib/format";
import { ChartCard } from "./chart/ChartCard";
import { DotsPlot } from "./chart/Dots";
import { type Step, StepsPlot } from "./chart/Steps";
import { basisText, type Figure } from "./figure";
import { answerOf, drawn, useFigures } from "./figures";
import type { Look } from "./scope";

const stepNames: Record<string, () => string> = {
  list: m.price_list,
  contract: m.price_contract,
  tier: m.price_tier,
  agreed: m.price_agreed,
  term: m.price_term,
  promotion: m.price_promotion,
  manual: m.price_manual,
  section: m.price_section,
  quote: m.price_quote,
  charges: m.price_charges,
  rounding: m.price_rounding,
  other: m.price_other,
  net: m.price_net,
};
const order = Object.keys(stepNames);

/** From list to net in the quotes sent. */
export function PriceWaterfall({ look }: { look: Look }) {
  const found = useFigures(look, { metrics: ["price_waterfall"] });
  const answer = answerOf(found.data, "price_waterfall");
  const currency = found.data?.currency ?? "";
  const list = drawn(answer?.figures.find((f) => f.key?.[0] === "list")?.value) ?? 0;
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.indexOf("charges"));
  const steps: Step[] = (answer?.figures ?? [])
    .map((f) => ({ key: f.key?.[0] ?? "", value: f.value ?? "0", amount: drawn(f.value) ?? 0 }))
    .filter(({ key, amount }) => list > 0 && (key === "list" || key === "net" || Math.abs(amount) >= 0.5))
    .sort((a, b) => place(a.key) - place(b.key))
    .map(({ key, value, amount }) => {
      const total = key === "list" || key === "net";
      return {
        key,
        label: stepNames[key]?.() ?? key,
        amount,
        kind: total ? "total" : "step",
        text: total ? wholeMoney(value, currency) : signedWholeMoney(value, currency),
        share: key === "list" ? undefined : percent(amount / list),
        to: look.drill({ metric: total ? "quotes_sent" : "discount_depth" }),
      };
    });
  const net = steps.find((s) => s.key === "net");
  const largest = steps.filter((s) => s.kind === "step").sort((a, b) => a.amount - b.amount)[0];
  return (
    <ChartCard
      title={m.price_waterfall()}
      summary={
        net && largest ? m.price_summary({ net: net.share ?? "", step: largest.label.toLocaleLowerCase(), share: largest.share ?? "" }) : ""
      }
      source={found}
      answer={answer}
      rows={steps}
      rowKey={(s) => s.key}
      columns={[
        { id: "step", label: m.bridge_step(), head: true, cell: (s) => s.label },
        { id: "amount", label: m.amount(), end: true, cell: (s) => s.text },
        { id: "share", label: m.price_share(), end: true, cell: (s) => s.share ?? "" },
      ]}
    >
      <StepsPlot title={m.price_waterfall()} steps={steps} />
    </ChartCard>
  );
}

/** The name of a band such as "5%-": from its bound to the next one's. */
export function bandName(key: string, next: string | undefined): string {
  const bound = (text: string) => text.replace(/[^\d.]/g, "");
  if (key.startsWith("<")) return m.band_under({ to: percent(Number(bound(key)) / 100) });
  const from = percent(Number(bound(key)) / 100);
  return next ? m.figure_range({ low: from, high: percent(Number(bound(next)) / 100) }) : m.band_over({ from });
}

/** Whether deeper discounts go with more orders: an association, not an effect. */
export function DiscountResponse({ look }: { look: Look }) {
  const found = useFigures(look, { metrics: ["discount_response"] });
  const answer = answerOf(found.data, "discount_response");
  const bands = answer?.figures ?? [];
  const rows = bands
    .map((figure, i) => ({ figure, key: figure.key?.[0] ?? "", name: bandName(figure.key?.[0] ?? "", bands[i + 1]?.key?.[0]) }))
    .filter((r) => r.figure.n > 0);
  const value = (f: Figure) => (f.value === undefined ? m.figure_k_of_n(f) : percent(f.value));
  const basis = (f: Figure) => basisText({ unit: "rate" }, f);
  return (
    <ChartCard
      title={m.response()}
      summary={m.response_summary()}
      source={found}
      answer={answer}
      rows={rows}
      rowKey={(r) => r.key}
      columns={[
        { id: "band", label: m.response_band(), head: true, cell: (r) => r.name },
        { id: "value", label: m.response_rate(), end: true, cell: (r) => value(r.figure) },
        { id: "basis", label: m.figure_basis(), cell: (r) => basis(r.figure) },
      ]}
    >
      <DotsPlot
        title={m.response()}
        rows={rows.map(({ figure, key, name }) => ({
          key,
          name,
          value: drawn(figure.value),
          low: drawn(figure.low),
          high: drawn(figure.high),
          few: figure.value === undefined ? `${figure.k}/${figure.n}` : undefined,
          basis: `${figure.k}/${figure.n}`,
          label: `${name}: ${value(figure)} · ${basis(figure)}`,
          to: look.drill({ metric: "win_rate", filter: { discount: [key] } }),
        }))}
      />
    </ChartCard>
  );
}
