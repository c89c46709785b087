import { useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { modelQuery, settingsQuery } from "~/api/catalogue";
import type { Schema } from "~/api/client";
import { Problem } from "~/api/problem";
import { revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Icon } from "~/components/Icon";
import { backClass, usePageTitle } from "~/components/Page";
import { Loading, Notice, State } from "~/components/State";
import { toast } from "~/components/Toast";
import { list, relative } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState, failureText } from "~/shell/ErrorScreen";
import { editsOf } from "../quote/revisionEdits";
import { UnsavedNotice } from "../quote/Unsaved";
import { UpgradeDialog } from "../quote/UpgradeDialog";
import { AddToQuote } from "./AddToQuote";
import { type Configure, ConfigureProvider } from "./context";
import { choose as chooseOne, type Pick, readShareCode, toggle } from "./decisions";
import { dropDraft } from "./draft";
import { FormerDialog } from "./Former";
import { shortLabel, stepsOf, toPick } from "./model";
import { ResolveDialog, WhyDialog } from "./Resolve";
import { Search } from "./Search";
import { Share } from "./Share";
import { StepContent } from "./StepContent";
import { Steps } from "./Steps";
import { forcedText, Summary, TotalBar } from "./Summary";
import { TechnicalDialog } from "./Technical";
import { type Configuration, type Pricing, useConfiguration } from "./useConfiguration";
import { usePresentModel } from "./usePresentModel";
import { useInView } from "./useInView";
import { VariantsDialog } from "./Variants";
import styles from "./Configurator.module.css";

type Open =
  | { kind: "resolve" | "why"; path: string; value: string }
  | { kind: "upgrade" | "search" | "share" | "summary" | "add" | "variants" | "technical" | "former" }
  | null;

/** The screen on which a product is configured. */
export default function ConfiguratorScreen() {
  const { code } = useParams({ from: "/inside/configure/$code" });
  const { share, revision, line } = useSearch({ from: "/inside/configure/$code" });
  const settings = useSuspenseQuery(settingsQuery).data;
  const quote = useQuery({ ...revisionQuery(revision ?? ""), enabled: revision !== undefined });
  if (revision && quote.isPending) return <Loading />;
  const present = quote.data?.lines?.find((l) => l.id === line);
  const pinned = quote.data?.pins.models?.[code];
  return (
    <Configurator
      key={`${code} ${revision} ${line} ${pinned}`}
      code={code}
      version={pinned}
      pricing={{
        currency: quote.data?.currency ?? settings.base_currency,
        customer_id: quote.data?.quote.customer.id,
        quantity: present?.quantity,
      }}
      initial={present ? (present.picks ?? []).map(toPick) : share ? readShareCode(share)?.picks : undefined}
      revision={quote.data}
      line={present}
    />
  );
}

type Props = {
  code: string;
  version?: string;
  pricing: Pricing;
  initial?: readonly Pick[];
  /** The draft that the configuration goes into, when it came from one. */
  revision?: Schema["Revision"];
  line?: Schema["Line"];
};

function Configurator({ code, version, pricing, initial, revision, line }: Props) {
  const model = useSuspenseQuery(modelQuery(code, version)).data;
  const navigate = useNavigate();
  const { step: stepCode } = useSearch({ from: "/inside/configure/$code" });
  const steps = useMemo(() => stepsOf(model), [model]);
  const at = Math.max(
    0,
    steps.findIndex((s) => s.code === stepCode),
  );
  const step = steps[at];
  const screen = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<unknown>();
  const deltasFor = useInView(screen, shown);
  const stablePricing = useMemo(() => pricing, [pricing.currency, pricing.customer_id, pricing.quantity]); // eslint-disable-line
  const draftKey = line ? `${revision?.id}.${line.id}` : code;
  const c = useConfiguration({ code, version, pricing: stablePricing, draftKey, initial, deltasFor });
  useEffect(() => setShown(`${step?.code} ${[...c.states.keys()].join()}`), [step, c.states]);
  const [open, setOpen] = useState<Open>(null);
  const shared = useConfigureContext(c, model, pricing.currency ?? "EUR", setOpen);
  const title = usePageTitle(say(model.label));
  const [spoken, say_] = useState("");

  useShortcuts(c, () => setOpen({ kind: "search" }));
  useAnnounceForced(c, model, say_);
  useResumed(c);
  const lost = usePresentModel(model, version !== undefined, c);

  const go = useCallback(
    (next: string, path?: string) => {
      void navigate({ to: ".", search: (s) => ({ ...s, step: next }), replace: true, resetScroll: path === undefined }).then(() =>
        reveal(path),
      );
    },
    [navigate],
  );
  const jump = (path: string) => {
    setOpen(null);
    const head = path.split("/")[0];
    const home = steps.find((s) => s.attributes.some((a) => a.code === head) || s.components.some((k) => k.code === head));
    if (home) go(home.code, path);
  };

  const withdrawn = revision && c.failure instanceof Problem && c.failure.kind === "version-withdrawn";

  const action = (
    <Action
      code={code}
      version={version}
      picks={c.picks}
      revision={revision}
      line={line}
      draftKey={draftKey}
      onAdd={() => setOpen({ kind: "add" })}
    />
  );

  return (
    <ConfigureProvider value={shared}>
      <div ref={screen} className={styles.screen} aria-busy={c.waiting || undefined}>
        <div className={styles.bar}>
          <div className={styles.titles}>
            <BackLink revision={revision} />
            <h1 ref={title} tabIndex={-1}>
              {say(model.label)}
            </h1>
            {c.state && <ProgressLine done={c.state.progress.done} total={c.state.progress.total} />}
          </div>
          <Tools configuration={c} onOpen={(kind) => setOpen({ kind })} />
        </div>
        <div role="status" className="visually-hidden">
          {spoken}
        </div>
        {revision && <UnsavedNotice revision={revision} />}
        {lost && (
          <Notice tone="accent" role="status">
            <p>{m.configure_moved()}</p>
            {lost.length > 0 && <p>{m.configure_moved_lost({ what: list(lost) })}</p>}
          </Notice>
        )}
        {withdrawn ? (
          <State
            icon="alert"
            role="alert"
            title={m.configure_withdrawn()}
            actions={
              <Button look="primary" onPress={() => setOpen({ kind: "upgrade" })}>
                {m.line_upgrade()}
              </Button>
            }
          >
            {m.configure_withdrawn_about()}
          </State>
        ) : c.failure && !c.state ? (
          <FailureState error={c.failure} retry={c.retry} />
        ) : !c.state || !step ? (
          <Loading lines={10} />
        ) : (
          <>
            <div className={styles.layout}>
              <Steps steps={steps} at={at} state={c.state} onGo={(s) => go(s.code)} />
              <StepContent step={step} previous={steps[at - 1]} next={steps[at + 1]} onGo={(s) => go(s.code)} />
              <aside className={styles.side} aria-label={m.configure_summary()}>
                <Summary configuration={c} action={action} onJump={jump} />
              </aside>
            </div>
            <div className={styles.bottom}>
              <button type="button" className={styles.bottomTotal} onClick={() => setOpen({ kind: "summary" })}>
                <TotalBar configuration={c} />
                <span className="visually-hidden">{m.configure_show_summary()}</span>
                <Icon name="chevronUp" size={18} />
              </button>
              <div className={styles.bottomAction}>
                {steps[at + 1] ? (
                  <Button look="primary" block onPress={() => go(steps[at + 1]!.code)}>
                    {m.next()}
                  </Button>
                ) : (
                  action
                )}
              </div>
            </div>
          </>
        )}
      </div>
      {open?.kind === "resolve" && (
        <ResolveDialog
          model={model}
          version={version}
          picks={c.picks}
          pricing={stablePricing}
          question={open}
          onClose={() => setOpen(null)}
          onKeepBoth={() => {
            const several = c.states.get(open.path)?.type === "multi";
            c.decide(several ? toggle(c.picks, open.path, open.value, true) : chooseOne(c.picks, open.path, open.value));
            setOpen(null);
            toast({ text: m.resolve_both_done(), action: c.undo && { label: m.undo(), run: c.undo } });
          }}
          onApply={(picks) => {
            c.decide(picks);
            setOpen(null);
            toast({ text: m.resolve_done({ what: shortLabel(model, open.path, open.value) }) });
          }}
        />
      )}
      {open?.kind === "why" && (
        <WhyDialog model={model} version={version} picks={c.picks} pricing={stablePricing} question={open} onClose={() => setOpen(null)} />
      )}
      {open?.kind === "upgrade" && revision && (
        <UpgradeDialog
          revision={revision}
          model={code}
          picks={line && { line: line.id, picks: [...c.picks] }}
          onClose={() => setOpen(null)}
          onDone={() => line && dropDraft(draftKey)}
        />
      )}
      {open?.kind === "search" && <Search onClose={() => setOpen(null)} onJump={jump} />}
      {open?.kind === "share" && <Share code={code} picks={c.picks} onClose={() => setOpen(null)} />}
      {open?.kind === "variants" && (
        <VariantsDialog code={code} version={version} pricing={stablePricing} configuration={c} onClose={() => setOpen(null)} />
      )}
      {open?.kind === "former" && (
        <FormerDialog
          model={model}
          picks={c.picks}
          onClose={() => setOpen(null)}
          onTake={(picks) => {
            c.decide(picks);
            setOpen(null);
            toast({ text: m.former_done(), action: { label: m.undo(), run: () => c.decide(c.picks) } });
          }}
        />
      )}
      {open?.kind === "technical" && (
        <TechnicalDialog
          code={code}
          version={version}
          complete={Boolean(c.state?.complete && c.state.valid)}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === "summary" && (
        <Dialog title={m.configure_summary()} kind="drawer" open onClose={() => setOpen(null)}>
          <Summary configuration={c} action={action} onJump={jump} />
        </Dialog>
      )}
      {open?.kind === "add" && (
        <AddToQuote
          configuration={{ model: code, picks: [...c.picks] }}
          onClose={() => setOpen(null)}
          onAdded={() => dropDraft(draftKey)}
        />
      )}
    </ConfigureProvider>
  );
}

/** What the parts of the screen share; its functions never change. */
function useConfigureContext(c: Configuration, model: Configure["model"], currency: string, setOpen: (open: Open) => void): Configure {
  const latest = useRef(c);
  useEffect(() => {
    latest.current = c;
  });
  const fresh = useFresh(c);
  const choose = useCallback((path: string, value: string, on: boolean) => {
    const { picks, decide, states } = latest.current;
    decide(states.get(path)?.type === "multi" ? toggle(picks, path, value, on) : chooseOne(picks, path, value));
  }, []);
  const resolve = useCallback((path: string, value: string) => setOpen({ kind: "resolve", path, value }), [setOpen]);
  const why = useCallback((path: string, value: string) => setOpen({ kind: "why", path, value }), [setOpen]);
  return {
    model,
    picks: c.picks,
    states: c.states,
    deltas: c.deltas,
    conflicts: c.state?.conflicts ?? [],
    currency,
    waiting: c.waiting,
    fresh,
    decide: c.decide,
    choose,
    resolve,
    why,
  };
}

const freshFor = 2000;

/** The paths that rules have just changed, for two seconds. */
function useFresh(c: Configuration): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setFresh(new Set(c.forced.map((f) => f.path)));
    const timer = setTimeout(() => setFresh(new Set()), freshFor);
    return () => clearTimeout(timer);
  }, [c.forced]);
  return fresh;
}

/** Says what rules changed: in passing to the eye, politely to the ear. */
function useAnnounceForced(c: Configuration, model: Configure["model"], speak: (words: string) => void) {
  useEffect(() => {
    if (c.forced.length === 0) return speak("");
    const words = c.forced.slice(0, 3).map((f) => forcedText(model, f));
    const more = c.forced.length - words.length;
    const text = `${m.configure_changed_by_rules()}${" – "}${words.join("; ")}${more > 0 ? ` +${more}` : ""}`;
    speak(text);
    toast({ text, action: c.undo && { label: m.undo(), run: c.undo } });
  }, [c.forced]); // eslint-disable-line -- once per answer
}

function useResumed(c: Configuration) {
  useEffect(() => {
    if (c.resumed)
      toast({ text: m.configure_resumed({ when: relative(c.resumed) }), action: { label: m.configure_restart(), run: c.restart } });
  }, []); // eslint-disable-line -- once per visit
}

function useShortcuts(c: Configuration, search: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
      const command = event.ctrlKey || event.metaKey;
      if (event.key === "/" && !typing && !command) {
        event.preventDefault();
        search();
      } else if (command && !typing && event.key.toLowerCase() === "z") {
        event.preventDefault();
        (event.shiftKey ? c.redo : c.undo)?.();
      } else if (command && !typing && event.key.toLowerCase() === "y") {
        event.preventDefault();
        c.redo?.();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

/** Brings a part of the step into view and gives it the focus. */
function reveal(path: string | undefined) {
  if (!path) return void document.getElementById("step-title")?.focus();
  requestAnimationFrame(() => {
    const part = document.querySelector(`[data-attribute="${CSS.escape(path)}"], [data-component="${CSS.escape(path)}"]`);
    part?.scrollIntoView({ block: "center", behavior: "smooth" });
    part?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  });
}

function BackLink({ revision }: { revision?: Schema["Revision"] }) {
  return revision ? (
    <Link to="/quotes/$id" params={{ id: revision.quote.id }} search={{ revision: revision.id }} className={backClass}>
      <Icon name="arrowLeft" size={15} />
      {revision.quote.number}
    </Link>
  ) : (
    <Link to="/catalogue" className={backClass}>
      <Icon name="arrowLeft" size={15} />
      {m.nav_catalogue()}
    </Link>
  );
}

function ProgressLine({ done, total }: { done: number; total: number }) {
  return (
    <p className={styles.progress}>
      <span className={styles.meter} aria-hidden="true">
        <span style={{ inlineSize: `${total === 0 ? 100 : (100 * done) / total}%` }} />
      </span>
      {m.configure_progress({ done, total })}
    </p>
  );
}

type ToolsProps = { configuration: Configuration; onOpen: (kind: "search" | "variants" | "technical" | "share" | "former") => void };

function Tools({ configuration: c, onOpen }: ToolsProps) {
  return (
    <div className={styles.tools} role="toolbar" aria-label={m.configure_tools()}>
      <Button look="quiet" icon="undo" iconOnly isDisabled={!c.undo} onPress={() => c.undo?.()}>
        {m.undo()}
      </Button>
      <Button look="quiet" icon="redo" iconOnly isDisabled={!c.redo} onPress={() => c.redo?.()}>
        {m.redo()}
      </Button>
      <Button look="quiet" icon="search" onPress={() => onOpen("search")} aria-label={m.configure_search()} aria-keyshortcuts="/">
        <span className={styles.wideOnly}>{m.search()}</span>
      </Button>
      <Button look="quiet" icon="file" onPress={() => onOpen("former")} aria-label={m.former_title()}>
        <span className={styles.wideOnly}>{m.former_short()}</span>
      </Button>
      <Button look="quiet" icon="swap" onPress={() => onOpen("variants")} aria-label={m.variants_compare()}>
        <span className={styles.wideOnly}>{m.variants_short()}</span>
      </Button>
      <Button look="quiet" icon="box" onPress={() => onOpen("technical")} aria-label={m.technical_title()}>
        <span className={styles.wideOnly}>{m.technical()}</span>
      </Button>
      <Button look="quiet" icon="copy" onPress={() => onOpen("share")} aria-label={m.share_title()}>
        <span className={styles.wideOnly}>{m.share()}</span>
      </Button>
    </div>
  );
}

type ActionProps = Pick2<Props, "code" | "version" | "revision" | "line"> & { picks: readonly Pick[]; draftKey: string; onAdd: () => void };
type Pick2<T, K extends keyof T> = { [P in K]: T[P] };

/** Into a quote: back to the line it came from, into its draft, or wherever asked. */
function Action({ code, picks, revision, line, draftKey, onAdd }: ActionProps) {
  const edit = useMutation({ mutationFn: ({ id, edits }: { id: string; edits: Schema["LineEdits"] }) => editsOf(id).run({ edits }) });
  const navigate = useNavigate();
  if (!revision) {
    return (
      <Button look="primary" block onPress={onAdd}>
        {m.add_button()}
      </Button>
    );
  }
  const configuration = { model: code, picks: [...picks] };
  const edits = line
    ? { change: [{ id: line.id, picks: configuration.picks }] }
    : { add: [{ id: crypto.randomUUID(), ...configuration, quantity: "1" }] };
  async function save(target: Schema["Revision"]) {
    try {
      await edit.mutateAsync({ id: target.id, edits });
      dropDraft(draftKey);
      await navigate({ to: "/quotes/$id", params: { id: target.quote.id }, search: { revision: target.id } });
    } catch (error) {
      toast({ text: failureText(error), tone: "failed" });
    }
  }
  return (
    <Button look="primary" block isPending={edit.isPending} onPress={() => void save(revision)}>
      {line ? m.save_line() : m.add_button()}
    </Button>
  );
}
