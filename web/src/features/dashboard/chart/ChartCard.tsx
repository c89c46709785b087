import { type ReactNode, useRef, useState } from "react";
import { exportFigures, type TableFormat } from "~/api/kpi";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Menu } from "~/components/Menu";
import { Card } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { type Column, Table } from "~/components/Table";
import { toast } from "~/components/Toast";
import { day, moment } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState, failureText } from "~/shell/ErrorScreen";
import { Definition } from "../Definition";
import type { Answer } from "../figure";
import { daysOf, lastDay } from "../period";
import { saveFile, savePicture } from "./picture";
import styles from "./chart.module.css";

type Source = { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };

type Props<Row> = {
  title: string;
  /** What the chart shows, in a sentence or two. */
  summary: string;
  source: Source;
  answer: Answer | undefined;
  /** The table that says the same. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: Column<Row>[];
  legend?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A chart with its words, its table, its picture and its definition. */
export function ChartCard<Row>({ title, summary, source, answer, rows, rowKey, columns, legend, children, className }: Props<Row>) {
  const [asTable, setAsTable] = useState(false);
  const [defined, setDefined] = useState(false);
  const body = useRef<HTMLElement>(null);
  const empty = !source.isPending && !source.isError && rows.length === 0;
  const picture = () => {
    const svg = body.current?.querySelector("svg");
    if (!svg || !answer) return;
    const { query, as_of } = answer.receipt;
    const asked = daysOf(query);
    const period = m.period_range({ from: day(asked.from), to: day(lastDay(asked)) });
    const words = m.chart_source({ metric: say(answer.metric.name), version: answer.metric.version, period, as_of: moment(as_of) });
    savePicture(svg, title, words).catch(() => toast({ text: m.chart_png_failed(), tone: "failed" }));
  };
  const exported = (format: TableFormat) => {
    if (!answer) return;
    exportFigures(answer.receipt.query, format).then(
      (file) => saveFile(file, `${title}.${format}`),
      (error: unknown) => toast({ text: failureText(error), tone: "failed" }),
    );
  };
  return (
    <Card
      title={title}
      pad={!asTable || rows.length === 0}
      className={className}
      actions={
        rows.length > 0 && (
          <span className={styles.actions}>
            <Button look="quiet" size="small" icon={asTable ? "chart" : "grid"} onPress={() => setAsTable(!asTable)}>
              {asTable ? m.as_chart() : m.as_table()}
            </Button>
            <Menu
              label={m.chart_more_of({ name: title })}
              trigger={
                <Button look="quiet" size="small" icon="more" iconOnly>
                  {m.chart_more_of({ name: title })}
                </Button>
              }
              actions={[
                { id: "definition", label: m.figure_definition(), icon: "info", run: () => setDefined(true) },
                ...(asTable ? [] : [{ id: "png", label: m.chart_png(), icon: "download" as const, run: picture }]),
                { id: "csv", label: m.save_csv(), icon: "download", run: () => exported("csv") },
                { id: "xlsx", label: m.save_xlsx(), icon: "download", run: () => exported("xlsx") },
              ]}
            />
          </span>
        )
      }
    >
      {source.isPending ? (
        <Loading lines={5} />
      ) : source.isError ? (
        <FailureState error={source.error} retry={() => void source.refetch()} />
      ) : empty ? (
        <State icon="chart" title={m.figures_none()} />
      ) : asTable ? (
        <Table caption={title} rows={rows} rowKey={rowKey} columns={columns} />
      ) : (
        <figure className={styles.figure} ref={body}>
          {legend && <p className={styles.legend}>{legend}</p>}
          {children}
          <figcaption className={styles.summary}>{summary}</figcaption>
        </figure>
      )}
      {defined && answer && <Definition answer={answer} onClose={() => setDefined(false)} />}
    </Card>
  );
}

/** A sample of a mark with its name. */
export function Key({ look, children }: { look: "now" | "before" | "band" | "hatch" | "limit" | "few"; children: ReactNode }) {
  return (
    <span className={styles.key}>
      <i className={styles[`key_${look}`]} aria-hidden="true" />
      {children}
    </span>
  );
}
