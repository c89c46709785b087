import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { deleteView, saveView, viewsQuery } from "~/api/kpi";
import { queries } from "~/api/queries";
import { useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip } from "~/components/Chip";
import { Dialog } from "~/components/Dialog";
import { CheckField, TextField } from "~/components/Field";
import { Notice } from "~/components/State";
import { failureText } from "~/shell/ErrorScreen";
import { type Scope, scopeOf } from "./scope";
import styles from "./Dashboard.module.css";

/** What is shown, kept under a name: for oneself or for everybody who may read figures. */
export function Views({ scope }: { scope: Scope }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{m.views()}</Button>
      <Dialog title={m.views()} open={open} onClose={() => setOpen(false)} kind="drawer">
        <ViewList scope={scope} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ViewList({ scope, onDone }: { scope: Scope; onDone: () => void }) {
  const me = useSession().id;
  const navigate = useNavigate({ from: "/dashboard" });
  const views = useQuery(viewsQuery);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const again = () => queries.invalidateQueries(viewsQuery);
  const save = useMutation({
    mutationFn: () => saveView({ name: name.trim(), shared, content: { ...scope } }),
    onSuccess: async () => {
      setName("");
      await again();
    },
  });
  const list = useRef<HTMLUListElement>(null);
  const remove = useMutation({
    mutationFn: deleteView,
    onSuccess: async () => {
      list.current?.focus(); // the button that was pressed goes away
      await again();
    },
  });
  const failure = save.error ?? remove.error ?? views.error;
  return (
    <div className={styles.sections}>
      {failure && (
        <Notice tone="danger" role="alert">
          {failureText(failure)}
        </Notice>
      )}
      {views.data?.length === 0 && <p>{m.views_none()}</p>}
      <ul className={styles.views} ref={list} tabIndex={-1} aria-label={m.views()}>
        {views.data?.map((view) => (
          <li key={view.id}>
            <Button
              look="quiet"
              onPress={() => {
                void navigate({ search: scopeOf(view.content) });
                onDone();
              }}
            >
              {view.name}
            </Button>
            {view.shared && <Chip>{m.view_shared()}</Chip>}
            {view.owner_id === me && (
              <Button look="quiet" size="small" icon="trash" iconOnly onPress={() => remove.mutate(view.id)}>
                {m.view_remove({ name: view.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className={styles.viewForm}
        onSubmit={(e) => {
          e.preventDefault();
          if (name.trim()) save.mutate();
        }}
      >
        <TextField label={m.view_name()} value={name} maxLength={100} onChange={(e) => setName(e.currentTarget.value)} />
        <CheckField label={m.view_share()} checked={shared} onChange={(e) => setShared(e.currentTarget.checked)} />
        <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!name.trim()}>
          {m.view_save()}
        </Button>
      </form>
    </div>
  );
}
