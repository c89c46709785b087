import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Loading } from "~/components/State";
import { cx } from "~/lib/class";
import { FailureState } from "~/shell/ErrorScreen";
import { Answer } from "./Answer";
import { total } from "./figure";
import { answerOf, useFigures } from "./figures";
import type { Look } from "./scope";
import { Tile } from "./Tile";
import styles from "./Dashboard.module.css";

/** Figures of flows have a history by month; stocks are compared with what was known a year ago. */
const flows = ["order_intake", "quotes_sent", "conversion_within"];
const stocks = ["open_pipeline"];

/** The answer, and the figures it stands on. */
export function Overview({ look }: { look: Look }) {
  const costs = can(useSession(), "see_cost");
  const last = costs ? "margin" : "discount_depth";
  const shown = ["order_intake", "landing_forecast", "conversion_within", "quotes_sent", "open_pipeline", last];
  const now = useFigures(look, { metrics: [...shown, "target_attainment"] });
  const before = useFigures(look, { metrics: [...flows, last], period: look.earlier, enabled: !!look.earlier });
  const yearAgo = new Date(look.asOf ?? new Date().setMinutes(0, 0, 0));
  yearAgo.setFullYear(yearAgo.getFullYear() - 1);
  const stockBefore = useFigures(look, {
    metrics: stocks,
    period: look.yearBefore.period,
    asOf: yearAgo.toISOString(),
    enabled: look.scope.compare !== "none",
  });
  const months = useFigures(look, { metrics: [...flows, last], slices: ["month"], period: look.passed });
  if (now.isPending) return <Loading lines={5} />;
  if (now.isError) return <FailureState error={now.error} retry={() => void now.refetch()} />;
  const { currency } = now.data;
  const of = (metric: string) => total(answerOf(now.data, metric));
  const earlier = (metric: string) => total(answerOf(stocks.includes(metric) ? stockBefore.data : before.data, metric));
  const attainment = of("target_attainment");
  return (
    <>
      <Answer
        intake={of("order_intake")}
        before={earlier("order_intake")}
        landing={of("landing_forecast")}
        attainment={attainment}
        currency={currency}
        compare={look.scope.compare ?? "year"}
        over={look.passed.to === look.period.to}
      />
      <ul className={cx(styles.tiles, styles.six)} aria-label={m.figures()}>
        {shown.map((metric) => {
          const answer = answerOf(now.data, metric);
          return (
            answer && (
              <Tile
                key={metric}
                look={look}
                answer={answer}
                currency={currency}
                before={earlier(metric)}
                target={metric === "order_intake" || metric === "landing_forecast" ? attainment : undefined}
                months={answerOf(months.data, metric)?.figures}
              />
            )
          );
        })}
      </ul>
    </>
  );
}
