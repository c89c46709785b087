import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, attempt, body } from "~/api/client";
import { queries } from "~/api/queries";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextField } from "~/components/Field";
import { Notice } from "~/components/State";
import { toast } from "~/components/Toast";
import { failureText } from "~/shell/ErrorScreen";
import type { Pick } from "./decisions";
import { type Definition, picksText, toPick } from "./model";
import styles from "./Former.module.css";

const queryKey = ["favourites"];

/** Configurations under a name of one's own: kept, taken again, dropped. */
export function Favourites({ model, picks, onTake }: { model: Definition; picks: readonly Pick[]; onTake: (picks: Pick[]) => void }) {
  const all = useQuery({ queryKey, queryFn: async () => (await body(api.GET("/v1/favourites"))).items });
  const [name, setName] = useState("");
  const [key, setKey] = useState(attempt);
  const settled = {
    onError: (error: unknown) => toast({ text: failureText(error), tone: "failed" }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  };
  const keep = useMutation({
    mutationFn: () =>
      body(
        api.POST("/v1/favourites", {
          params: { header: { "Idempotency-Key": key } },
          body: { name: name.trim(), model: model.code, model_version: model.version, picks: [...picks], quantity: "1" },
        }),
      ),
    ...settled,
    onSuccess: () => {
      setName("");
      setKey(attempt());
    },
  });
  const drop = useMutation({
    mutationFn: (id: string) => api.DELETE("/v1/favourites/{favourite_id}", { params: { path: { favourite_id: id } } }),
    ...settled,
  });
  const own = (all.data ?? []).filter((f) => f.model === model.code);
  return (
    <section aria-label={m.favourites()}>
      <h3 className={styles.heading}>{m.favourites()}</h3>
      {all.isError && <Notice tone="danger">{failureText(all.error)}</Notice>}
      <form
        className={styles.keep}
        onSubmit={(e) => {
          e.preventDefault();
          if (name.trim()) keep.mutate();
        }}
      >
        <TextField label={m.favourite_name()} value={name} maxLength={200} onChange={(e) => setName(e.currentTarget.value)} />
        <Button type="submit" isPending={keep.isPending} isDisabled={picks.length === 0}>
          {m.favourite_keep()}
        </Button>
      </form>
      <ul className={styles.list}>
        {own.map((favourite) => (
          <li key={favourite.id} className={styles.item}>
            <div>
              <strong>{favourite.name}</strong>
              <span className={styles.what}>{picksText(model, favourite.picks)}</span>
            </div>
            <div className={styles.tools}>
              <Button
                size="small"
                aria-label={m.favourite_take_of({ name: favourite.name })}
                onPress={() => onTake((favourite.picks ?? []).map(toPick))}
              >
                {m.former_take()}
              </Button>
              <Button
                size="small"
                look="quiet"
                icon="trash"
                iconOnly
                aria-label={m.favourite_drop({ name: favourite.name })}
                onPress={() => drop.mutate(favourite.id)}
              >
                {m.remove()}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
