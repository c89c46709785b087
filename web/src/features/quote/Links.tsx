import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextField } from "~/components/Field";
import { Card } from "~/components/Page";
import { toast } from "~/components/Toast";
import { moment } from "~/lib/format";
import { failureText } from "~/shell/ErrorScreen";
import styles from "./Quote.module.css";

/** The customer's own page of a sent offer: make a link, see whether it was opened, revoke it. */
export function Links({ revision }: { revision: Revision }) {
  const client = useQueryClient();
  const queryKey = ["links", revision.id];
  const path = { revision_id: revision.id };
  const links = useQuery({ queryKey, queryFn: () => body(api.GET("/v1/revisions/{revision_id}/links", { params: { path } })) });
  const renewed = {
    onError: (error: unknown) => toast({ text: failureText(error), tone: "failed" }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  };
  const create = useMutation({
    mutationFn: () => body(api.POST("/v1/revisions/{revision_id}/links", { params: { path } })),
    ...renewed,
  });
  const revoke = useMutation({
    mutationFn: (link: string) =>
      api.DELETE("/v1/revisions/{revision_id}/links/{link_id}", { params: { path: { ...path, link_id: link } } }),
    ...renewed,
  });
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url);
    toast({ text: m.link_copied() });
  };
  return (
    <Card title={m.links_title()}>
      <div className={styles.form}>
        <p>{m.links_about()}</p>
        {create.data && (
          <>
            <TextField label={m.link_address()} readOnly value={create.data.url} onFocus={(e) => e.currentTarget.select()} />
            <Button icon="copy" onPress={() => void copy(create.data.url)}>
              {m.copy()}
            </Button>
          </>
        )}
        <Button icon="plus" isPending={create.isPending} onPress={() => create.mutate()}>
          {m.link_make()}
        </Button>
        <ul className={styles.links}>
          {(links.data?.items ?? [])
            .filter((l) => !l.revoked_at)
            .map((link) => (
              <li key={link.id}>
                <span>
                  {link.email ?? m.link_copied_one({ when: moment(link.created_at) })}
                  <span className={styles.when}>{link.viewed_at ? m.link_viewed({ when: moment(link.viewed_at) }) : m.link_unseen()}</span>
                </span>
                <Button size="small" look="quiet" icon="trash" iconOnly onPress={() => revoke.mutate(link.id)}>
                  {m.link_revoke()}
                </Button>
              </li>
            ))}
        </ul>
      </div>
    </Card>
  );
}
