import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body, type Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button, buttonClass } from "~/components/Button";
import { TextField } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { Card } from "~/components/Page";
import { toast } from "~/components/Toast";
import { moment } from "~/lib/format";
import { failureText } from "~/shell/ErrorScreen";
import styles from "./Quote.module.css";

/** The customer's own page of an offer: make a link, copy it, see whether it was opened, renew or revoke it; the receipt at the end. */
export function Links({ revision }: { revision: Revision }) {
  const user = useSession();
  const client = useQueryClient();
  const queryKey = ["links", revision.id];
  const path = { revision_id: revision.id };
  const links = useQuery({ queryKey, queryFn: () => body(api.GET("/v1/revisions/{revision_id}/links", { params: { path } })) });
  const renewed = {
    onError: (error: unknown) => toast({ text: failureText(error), tone: "failed" }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  };
  const end = (link: string) => api.DELETE("/v1/revisions/{revision_id}/links/{link_id}", { params: { path: { ...path, link_id: link } } });
  // The old one of a renewed link ends when the new one is there.
  const create = useMutation({
    mutationFn: async (old?: string) => {
      const made = await body(api.POST("/v1/revisions/{revision_id}/links", { params: { path } }));
      if (old) await end(old);
      return made;
    },
    ...renewed,
  });
  const revoke = useMutation({ mutationFn: end, ...renewed });
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url);
    toast({ text: m.link_copied() });
  };
  const write = can(user, "quotes:write");
  const open = (links.data?.items ?? []).filter((link) => !link.revoked_at);
  return (
    <Card title={m.links_title()}>
      <div className={styles.form}>
        <p>{m.links_about()}</p>
        {revision.acceptance && (
          <a className={buttonClass({})} href={`/v1/revisions/${revision.id}/receipt`} target="_blank" rel="noreferrer">
            <Icon name="file" size={18} />
            {m.receipt_pdf()}
          </a>
        )}
        {create.data && (
          <>
            <TextField label={m.link_address()} readOnly value={create.data.url} onFocus={(e) => e.currentTarget.select()} />
            <Button icon="copy" onPress={() => void copy(create.data.url)}>
              {m.copy()}
            </Button>
          </>
        )}
        {write && (
          <Button icon="plus" isPending={create.isPending} onPress={() => create.mutate(undefined)}>
            {m.link_make()}
          </Button>
        )}
        {open.length > 0 && (
          <ul className={styles.links}>
            {open.map((link) => (
              <Entry key={link.id} link={link} write={write} renew={() => create.mutate(link.id)} revoke={() => revoke.mutate(link.id)} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

type EntryProps = { link: Schema["Link"]; write: boolean; renew: () => void; revoke: () => void };

function Entry({ link, write, renew, revoke }: EntryProps) {
  const name = link.email ?? m.link_copied_one({ when: moment(link.created_at) });
  return (
    <li>
      <span>
        {name}
        <span className={styles.when}>{link.viewed_at ? m.link_viewed({ when: moment(link.viewed_at) }) : m.link_unseen()}</span>
      </span>
      {write && (
        <>
          <Button size="small" look="quiet" icon="redo" iconOnly aria-label={`${m.link_renew()}: ${name}`} onPress={renew}>
            {m.link_renew()}
          </Button>
          <Button size="small" look="quiet" icon="trash" iconOnly aria-label={`${m.link_revoke()}: ${name}`} onPress={revoke}>
            {m.link_revoke()}
          </Button>
        </>
      )}
    </li>
  );
}
