import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Chip, type Tone } from "~/components/Chip";
import { Dialog } from "~/components/Dialog";
import { TextField } from "~/components/Field";
import type { IconName } from "~/components/Icon";
import { useConfigure } from "./context";
import { findValues, type Found } from "./find";
import type { Status } from "./model";
import styles from "./Search.module.css";

/** Finds an attribute or option by its words, code or synonyms. */
export function Search({ onClose, onJump }: { onClose: () => void; onJump: (path: string) => void }) {
  const { model, states, choose, resolve } = useConfigure();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words);
  const found = useMemo(() => findValues(model, states, asked), [model, states, asked]);
  const list = useRef<HTMLDivElement>(null);

  function take(hit: Found) {
    onJump(hit.path);
    if (hit.value === undefined) return;
    if (hit.status === "excluded" || hit.status === "conflict") resolve(hit.path, hit.value);
    else if (hit.status === "available" || hit.status === "unknown") choose(hit.path, hit.value, true);
  }

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = event.key === "ArrowDown" ? at + 1 : event.key === "ArrowUp" ? at - 1 : undefined;
    if (next !== undefined && buttons[next]) {
      event.preventDefault();
      buttons[next].focus();
    } else if (event.key === "Enter" && at < 0 && found[0]) {
      event.preventDefault();
      take(found[0]);
    }
  }

  return (
    <Dialog title={m.configure_search()} open onClose={onClose} kind="wide">
      <div onKeyDown={onKeyDown}>
        <TextField
          label={m.configure_search_label()}
          hint={m.configure_search_hint()}
          type="search"
          autoFocus
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        <p role="status" className="visually-hidden">
          {asked && m.results_count({ count: found.length })}
        </p>
        <div className={styles.results} ref={list}>
          {asked && found.length === 0 && <p>{m.nothing_found()}</p>}
          {found.map((hit) => (
            <button key={hit.path + "=" + (hit.value ?? "")} type="button" className={styles.result} onClick={() => take(hit)}>
              <span className={styles.name}>
                {hit.label}
                <span className={styles.where}>{hit.where}</span>
              </span>
              {hit.status && <StatusChip status={hit.status} />}
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

const looks: Partial<Record<Status, [Tone, IconName | undefined, () => string]>> = {
  excluded: ["neutral", "ban", m.configure_status_excluded],
  conflict: ["danger", "alert", m.configure_status_conflict],
  "selected-user": ["accent", "check", m.configure_status_chosen],
  "selected-default": ["outline", undefined, m.configure_default],
  "selected-rule": ["rule", "lock", m.configure_status_required],
};

function StatusChip({ status }: { status: Status }) {
  const [tone, icon, words] = looks[status] ?? [];
  return words ? (
    <Chip tone={tone} icon={icon}>
      {words()}
    </Chip>
  ) : null;
}
