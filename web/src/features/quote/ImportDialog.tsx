import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, body, etag, type Schema } from "~/api/client";
import { type Issue, Problem } from "~/api/problem";
import { queries } from "~/api/queries";
import { adopt, type Revision, revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { CheckField } from "~/components/Field";
import { Loading, Notice } from "~/components/State";
import { Table } from "~/components/Table";
import { toast } from "~/components/Toast";
import { bytes, money } from "~/lib/format";
import { issueWords } from "~/lib/issues";
import { locale } from "~/lib/locale";
import { Failure } from "./ActionDialog";
import { columnName } from "./columns";
import { RowProblem } from "./RowProblem";
import styles from "./Quote.module.css";

type Props = { revision: Revision; onClose: () => void };
type Asked = { file: File; replace: boolean };

const most = 16 * 1024 * 1024;

/** Lines from a CSV or XLSX file: it is tried first, and told row by row what is wrong; then all of it is imported or nothing. */
export function ImportDialog({ revision, onClose }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const [replace, setReplace] = useState(false);
  const [file, setFile] = useState<File>();
  const trial = useMutation({ mutationFn: (asked: Asked) => post(revision, asked, true) });
  const run = useMutation({
    mutationFn: async (asked: Asked) => {
      const { imported } = await post(revision, asked, false);
      adopt(await queries.fetchQuery({ ...revisionQuery(revision.id), staleTime: 0 }));
      return imported;
    },
    onSuccess: (count) => {
      toast({ text: m.import_done({ count }) });
      onClose();
    },
  });
  const failure = run.error ?? trial.error;
  const rows = failure instanceof Problem ? failure.issues.filter((i) => i.position) : [];
  const ready = file && !failure ? trial.data : undefined;

  function look(asked: Asked) {
    run.reset();
    trial.mutate(asked);
  }

  return (
    <Dialog
      title={m.import_title()}
      open
      onClose={onClose}
      kind="wide"
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isDisabled={!ready} isPending={run.isPending} onPress={() => file && run.mutate({ file, replace })}>
            {ready ? m.import_run({ count: ready.imported }) : m.import_title()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{m.import_hint({ most: bytes(most) })}</p>
        <div className={styles.gridTools}>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.txt,.xlsx"
            aria-label={m.import_choose()}
            onChange={(e) => {
              const chosen = e.currentTarget.files?.[0];
              e.currentTarget.value = "";
              if (!chosen) return;
              setFile(chosen);
              look({ file: chosen, replace });
            }}
          />
          <Button icon="file" autoFocus onPress={() => picker.current?.click()}>
            {file ? m.import_other() : m.import_choose()}
          </Button>
          {revision.lines.length > 0 && (
            <CheckField
              label={m.import_replace()}
              checked={replace}
              onChange={(e) => {
                setReplace(e.currentTarget.checked);
                if (file) look({ file, replace: e.currentTarget.checked });
              }}
            />
          )}
        </div>
        <div role="status" className={styles.form}>
          {file && trial.isPending && (
            <>
              <p>{m.import_checking({ name: file.name })}</p>
              <Loading lines={3} />
            </>
          )}
          {file && ready && (
            <Notice tone="good" icon="check">
              {m.import_ready({ name: file.name, count: ready.imported })} {m.import_total({ total: totalOf(ready) })}
            </Notice>
          )}
          {file && rows.length > 0 && (
            <Notice tone="danger" icon="alert">
              {m.import_refused({ name: file.name, count: rows.length })}
            </Notice>
          )}
        </div>
        {failure && rows.length === 0 && <Failure error={failure} />}
        {file && rows.length > 0 && <Mistakes rows={rows} caption={file.name} />}
      </div>
    </Dialog>
  );
}

function Mistakes({ rows, caption }: { rows: readonly Issue[]; caption: string }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(i) => `${i.position?.line}/${i.position?.column}/${i.message}`}
      columns={[
        { id: "row", label: m.paste_row(), head: true, cell: (i) => i.position?.line },
        { id: "column", label: m.import_column(), cell: (i) => columnName(i.position?.column ?? 1) },
        { id: "problem", label: m.import_problem(), cell: (i) => <RowProblem>{problemOf(i)}</RowProblem> },
      ]}
    />
  );
}

function problemOf(issue: Issue): string {
  const words = issueWords(issue);
  return issue.suggestion ? m.import_meant({ words, suggestion: issue.suggestion }) : words;
}

function totalOf({ totals, currency }: Schema["LinesImported"]): string {
  return money(totals.tcv, currency);
}

async function post(revision: Revision, { file, replace }: Asked, validate_only: boolean): Promise<Schema["LinesImported"]> {
  if (file.size > most) throw new Error(m.import_too_large({ name: file.name, size: bytes(file.size), most: bytes(most) }));
  return body(
    api.POST("/v1/revisions/{revision_id}/line-table", {
      params: {
        path: { revision_id: revision.id },
        header: { "If-Match": etag(revision.version) },
        query: { language: locale(), replace, validate_only },
      },
      headers: { "Content-Type": "application/octet-stream" },
      body: file as unknown as string,
      bodySerializer: (content) => content,
    }),
  );
}
