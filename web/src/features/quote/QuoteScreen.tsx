import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Schema } from "~/api/client";
import { quoteQuery, type Revision, revisionQuery } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button, buttonClass } from "~/components/Button";
import { Icon } from "~/components/Icon";
import { Menu } from "~/components/Menu";
import { backClass, Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { day, moment, relative } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { Actions } from "./Actions";
import { AddItem } from "./AddItem";
import { Approvals } from "./Approvals";
import { Attachments } from "./Attachments";
import { BulkBar } from "./BulkBar";
import { ImportDialog } from "./ImportDialog";
import { LineGrid } from "./LineGrid";
import { Links } from "./Links";
import { Mails } from "./Mails";
import { Notices } from "./Notices";
import { PasteDialog } from "./PasteDialog";
import { Questions } from "./Questions";
import { SectionDialog } from "./SectionDialog";
import { mainPath, stateLook } from "./state";
import { StateChip } from "./StateChip";
import { TermDialog } from "./TermDialog";
import { Timeline } from "./Timeline";
import { Totals } from "./Totals";
import { UnsavedNotice } from "./Unsaved";
import { UpgradeDialog } from "./UpgradeDialog";
import { useLineEditor } from "./useLineEditor";
import { WaterfallDialog } from "./Waterfall";
import styles from "./Quote.module.css";

type Quote = Schema["Quote"];
type Line = Schema["Line"];

/** One quote: the family's name and history around one of its revisions. */
export default function QuoteScreen() {
  const { id } = useParams({ from: "/inside/quotes/$id" });
  const { revision: wanted } = useSearch({ from: "/inside/quotes/$id" });
  const quote = useSuspenseQuery(quoteQuery(id)).data;
  const shown = wanted ?? presentRevision(quote);
  const revision = useQuery({ ...revisionQuery(shown ?? ""), enabled: shown !== undefined });
  if (revision.isError) return <FailureState error={revision.error} retry={() => void revision.refetch()} />;
  if (!revision.data) {
    return (
      <Page title={quote.number ?? quote.reference}>
        <Loading />
      </Page>
    );
  }
  return <RevisionView key={revision.data.id} quote={quote} revision={revision.data} />;
}

/** The newest revision of the main variant. */
export function presentRevision(quote: Pick<Quote, "variants" | "revisions">): string | undefined {
  const main = quote.variants.find((v) => v.main)?.letter;
  const own = quote.revisions.filter((r) => r.variant === main);
  return (own.length > 0 ? own : quote.revisions).reduce<Schema["RevisionSummary"] | undefined>(
    (a, b) => (a && a.number > b.number ? a : b),
    undefined,
  )?.id;
}

function RevisionView({ quote, revision }: { quote: Quote; revision: Revision }) {
  const name = revision.quote.number;
  return (
    <Page
      title={name}
      heading={
        <span className={styles.heading}>
          {name}
          <StateChip state={revision.state} />
        </span>
      }
      lead={<Lead quote={quote} revision={revision} />}
      back={
        <Link to="/quotes" className={backClass}>
          <Icon name="arrowLeft" size={15} />
          {m.nav_quotes()}
        </Link>
      }
      actions={<Actions revision={revision} />}
      wide
    >
      <Stepper revision={revision} />
      <UnsavedNotice revision={revision} />
      <Notices revision={revision} />
      <div className={styles.layout}>
        <Lines revision={revision} />
        <div className={styles.sideColumn}>
          <Totals revision={revision} editable={editing(revision)} />
          <Approvals revision={revision} />
          <Facts quote={quote} revision={revision} />
          <Attachments revision={revision} editable={editing(revision)} />
          {revision.sent_at && <Questions revision={revision} />}
          {revision.sent_at && ["sent", "accepted", "ordered"].includes(revision.state) && <Links revision={revision} />}
          {revision.sent_at && <Mails revision={revision} />}
          {quote.revisions.length > 1 && <Versions quote={quote} shown={revision.id} />}
        </div>
        <Timeline quote={quote.id} currency={revision.currency} />
      </div>
    </Page>
  );
}

/** Whether the person may edit the revision now. */
function editing(revision: Revision): boolean {
  return revision.actions.some((a) => a.action === "edit");
}

function Lead({ quote, revision }: { quote: Quote; revision: Revision }) {
  return (
    <span className={styles.lead}>
      <Link to="/customers/$id" params={{ id: quote.customer.id }}>
        {quote.customer.name}
      </Link>
      {quote.title && <span>{quote.title}</span>}
      <span>{m.version_name({ variant: revision.variant, number: revision.number })}</span>
      {revision.valid_until && <span>{m.valid_until({ date: day(revision.valid_until) })}</span>}
    </span>
  );
}

function Stepper({ revision }: { revision: Revision }) {
  const at = mainPath.findIndex((s) => s === revision.state);
  if (at < 0) return null;
  const when: Partial<Record<string, string>> = {
    draft: revision.created_at,
    pending_approval: revision.submitted_at,
    approved: revision.approved_at,
    sent: revision.sent_at,
    accepted: revision.decided_at,
  };
  return (
    <ol className={styles.stepper} aria-label={m.quote_progress()}>
      {mainPath.map((state, i) => (
        <li key={state} className={styles.stage} data-past={i < at || undefined} aria-current={i === at ? "step" : undefined}>
          <span>{stateLook(state).words()}</span>
          {i <= at && when[state] && <span className={styles.when}>{moment(when[state])}</span>}
        </li>
      ))}
    </ol>
  );
}

function Lines({ revision }: { revision: Revision }) {
  const user = useSession();
  const navigate = useNavigate();
  const editor = useLineEditor(revision.id);
  const editable = editing(revision);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [pasted, setPasted] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const [section, setSection] = useState<string | null>(null);
  const [termed, setTermed] = useState<Line | null>(null);
  const [explained, setExplained] = useState<Line | null>(null);
  const [upgraded, setUpgraded] = useState<string | null>(null);
  usePastedRows(editable, setPasted);
  const open = (line: Line) =>
    void navigate({ to: "/configure/$code", params: { code: line.model ?? "" }, search: { revision: revision.id, line: line.id } });
  return (
    <Card
      pad={false}
      title={m.lines()}
      actions={
        <div className={styles.gridTools}>
          <span className={styles.saving} role="status">
            {editor.busy ? m.saving() : ""}
          </span>
          {editable && (
            <Menu
              label={m.lines()}
              trigger={
                <Button size="small" icon="chevronDown">
                  {m.line_add_more()}
                </Button>
              }
              actions={[
                { id: "paste", label: m.paste_title(), icon: "copy", run: () => setPasted("") },
                { id: "import", label: m.import_title(), icon: "file", run: () => setImporting(true) },
                { id: "section", label: m.section_add(), icon: "plus", run: () => setSection("new") },
                ...(revision.sections ?? []).map((s) => ({
                  id: s.id,
                  label: m.section_move({ title: s.title }),
                  icon: "pencil" as const,
                  run: () => setSection(s.id),
                })),
              ]}
            />
          )}
          {editable && (
            <Link to="/catalogue" search={{ revision: revision.id }} className={buttonClass({ size: "small" })}>
              <Icon name="plus" size={16} />
              {m.line_add_configured()}
            </Link>
          )}
        </div>
      }
    >
      {revision.lines.length === 0 ? (
        <State icon="file" title={m.lines_none()}>
          {editable && m.lines_none_hint()}
        </State>
      ) : (
        <LineGrid
          revision={revision}
          editor={editor}
          editable={editable}
          showMargin={can(user, "see_cost")}
          selected={selected}
          onSelect={setSelected}
          onWaterfall={setExplained}
          onTerm={setTermed}
          onOpen={open}
          onUpgrade={(line) => setUpgraded(line.model ?? null)}
        />
      )}
      {editable && <AddItem editor={editor} />}
      {editable && selected.size > 0 && (
        <BulkBar
          editor={editor}
          lines={revision.lines.filter((l) => selected.has(l.id))}
          sections={revision.sections ?? []}
          onDone={() => setSelected(new Set())}
        />
      )}
      {pasted !== null && <PasteDialog editor={editor} currency={revision.currency} start={pasted} onClose={() => setPasted(null)} />}
      {importing && <ImportDialog revision={revision} onClose={() => setImporting(false)} />}
      {termed && <TermDialog line={termed} editor={editor} onClose={() => setTermed(null)} />}
      {section && (
        <SectionDialog
          key={section}
          revision={revision}
          section={revision.sections?.find((s) => s.id === section)}
          onClose={() => setSection(null)}
        />
      )}
      {upgraded && <UpgradeDialog revision={revision} model={upgraded} onClose={() => setUpgraded(null)} />}
      {explained && <WaterfallDialog revision={revision} line={explained} onClose={() => setExplained(null)} />}
    </Card>
  );
}

/** Rows pasted anywhere on the page, outside a field, are meant for the quote. */
function usePastedRows(editable: boolean, onRows: (text: string) => void) {
  useEffect(() => {
    if (!editable) return;
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const inField = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), textarea, select");
      if (inField || !/[\t\n]/.test(text) || document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      onRows(text);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [editable, onRows]);
}

function Facts({ quote, revision }: { quote: Quote; revision: Revision }) {
  const facts: [string, string | undefined][] = [
    [m.customer(), quote.customer.name],
    [m.owner(), quote.owner.name],
    [m.as_of(), day(revision.as_of)],
    [m.field_valid_until(), revision.valid_until ? day(revision.valid_until) : m.validity_days({ count: revision.validity_days })],
    [m.viewed(), revision.first_viewed_at && relative(revision.first_viewed_at)],
    [m.payment_terms(), revision.payment_terms],
    [m.delivery_terms(), revision.delivery_terms],
    [m.follow_up(), quote.follow_up && day(quote.follow_up)],
    [m.source(), quote.source],
    [m.notes(), revision.notes],
  ];
  return (
    <Card title={m.details()}>
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}

/** The revision to compare with at first: the one made before, or any other. */
function previousOf(quote: Quote, shown: string): string {
  const at = quote.revisions.findIndex((r) => r.id === shown);
  return quote.revisions[at + 1]?.id ?? quote.revisions.find((r) => r.id !== shown)?.id ?? shown;
}

function Versions({ quote, shown }: { quote: Quote; shown: string }) {
  return (
    <Card
      title={m.versions()}
      actions={
        <Link to="/quotes/$id/compare" params={{ id: quote.id }} search={{ left: previousOf(quote, shown), right: shown }}>
          {m.compare()}
        </Link>
      }
    >
      <ul className={styles.versions}>
        {quote.revisions.map((r) => (
          <li key={r.id}>
            <Link
              to="/quotes/$id"
              params={{ id: quote.id }}
              search={{ revision: r.id }}
              className={styles.version}
              aria-current={r.id === shown ? "page" : undefined}
            >
              {m.version_name({ variant: r.variant, number: r.number })}
              <StateChip state={r.state} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
