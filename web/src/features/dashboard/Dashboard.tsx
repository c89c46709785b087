import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { teamsQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { buttonClass } from "~/components/Button";
import { Loading, Notice } from "~/components/State";
import { Page } from "~/components/Page";
import { day } from "~/lib/format";
import { Bridge } from "./Bridge";
import { Curves } from "./Curves";
import { useFigures } from "./figures";
import { Funnel } from "./Funnel";
import { Health } from "./Health";
import { Months } from "./Months";
import { Overview } from "./Overview";
import { People } from "./People";
import { lastDay } from "./period";
import { DiscountResponse, PriceWaterfall } from "./Price";
import { type Look, useLook } from "./scope";
import { ScopeBar } from "./ScopeBar";
import { Tasks } from "./Tasks";
import { Views } from "./Views";
import styles from "./Dashboard.module.css";

/** How selling goes: the answer, what to do now, why it is so, at what price, and with whom. */
export default function Dashboard() {
  const look = useLook();
  return look ? <Sections look={look} /> : <Loading />;
}

function Sections({ look }: { look: Look }) {
  const { scope, passed } = look;
  const team = useQuery(teamsQuery).data?.find((t) => t.id === scope.team)?.name ?? m.team_all();
  const range = m.period_range({ from: day(passed.from), to: day(lastDay(passed)) });
  return (
    <Page
      title={m.nav_dashboard()}
      lead={`${team} · ${range}`}
      wide
      actions={
        <>
          <Views scope={scope} />
          <Link to="/dashboard/targets" className={buttonClass({})}>
            {m.targets()}
          </Link>
        </>
      }
    >
      <ScopeBar look={look} />
      <div className={styles.sections}>
        {look.mode && <Notice>{m.constant_rates({ day: day(look.period.from) })}</Notice>}
        {look.asOf && <Notice>{m.as_known_on({ day: day(scope.as_of) })}</Notice>}
        <Health look={look} />
        <Overview look={look} />
        {!look.asOf && <Now look={look} />}
        <section className={styles.section} aria-labelledby="why">
          <h2 id="why">{m.row_why()}</h2>
          <div className={styles.two}>
            <Bridge look={look} />
            <Curves look={look} />
          </div>
          <Funnel look={look} />
          <div className={styles.two}>
            <Months look={look} metric="order_intake" />
            <Months look={look} metric="cohort_conversion" />
          </div>
        </section>
        <section className={styles.section} aria-labelledby="price">
          <h2 id="price">{m.row_price()}</h2>
          <div className={styles.two}>
            <PriceWaterfall look={look} />
            <DiscountResponse look={look} />
          </div>
        </section>
        <section className={styles.section} aria-labelledby="people">
          <h2 id="people">{m.row_people()}</h2>
          <div className={styles.two}>
            <People look={look} />
          </div>
        </section>
      </div>
    </Page>
  );
}

function Now({ look }: { look: Look }) {
  const currency = useFigures(look, { metrics: ["open_pipeline"] }).data?.currency;
  return currency ? <Tasks look={look} currency={currency} /> : null;
}
