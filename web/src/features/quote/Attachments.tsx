import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { api, attempt, body, etag, type Schema } from "~/api/client";
import { adopt, type Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip } from "~/components/Chip";
import { Card } from "~/components/Page";
import { bytes } from "~/lib/format";
import { Failure } from "./ActionDialog";
import styles from "./Quote.module.css";

const most = 10 * 1024 * 1024;

/** The files of a revision; a PDF may be printed behind the offer. */
export function Attachments({ revision, editable }: { revision: Revision; editable: boolean }) {
  const picker = useRef<HTMLInputElement>(null);
  const header = { "If-Match": etag(revision.version) };
  const path = { revision_id: revision.id };
  const add = useMutation({
    mutationFn: (file: File) => {
      if (file.size > most) throw new Error(m.attachment_too_large({ name: file.name, size: bytes(file.size), most: bytes(most) }));
      return body(
        api.POST("/v1/revisions/{revision_id}/attachments", {
          params: { path, header: { ...header, "Idempotency-Key": attempt() }, query: { name: file.name } },
          headers: { "Content-Type": "application/octet-stream" },
          body: file as unknown as string,
          bodySerializer: (content) => content,
        }),
      );
    },
    onSuccess: adopt,
  });
  const mark = useMutation({
    mutationFn: ({ id, annex }: Pick<Schema["Attachment"], "id" | "annex">) =>
      body(
        api.PATCH("/v1/revisions/{revision_id}/attachments/{attachment_id}", {
          params: { path: { ...path, attachment_id: id }, header },
          headers: { "Content-Type": "application/merge-patch+json" },
          body: { annex },
        }),
      ),
    onSuccess: adopt,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      body(
        api.DELETE("/v1/revisions/{revision_id}/attachments/{attachment_id}", {
          params: { path: { ...path, attachment_id: id }, header },
        }),
      ),
    onSuccess: adopt,
  });
  const files = revision.attachments ?? [];
  const failure = add.error ?? mark.error ?? remove.error;
  if (!editable && files.length === 0) return null;
  return (
    <Card title={m.attachments()}>
      <div className={styles.form}>
        {failure && <Failure error={failure} />}
        <ul className={styles.links}>
          {files.map((file) => (
            <li key={file.id}>
              <span>
                <a href={`/v1/revisions/${revision.id}/attachments/${file.id}`} download={file.name}>
                  {file.name}
                </a>
                <span className={styles.when}>
                  {bytes(file.size)} {file.annex && <Chip tone="accent">{m.attachment_annex()}</Chip>}
                </span>
              </span>
              {editable && file.media_type === "application/pdf" && (
                <Button size="small" onPress={() => mark.mutate({ id: file.id, annex: !file.annex })}>
                  {file.annex ? m.attachment_no_annex() : m.attachment_make_annex()}
                </Button>
              )}
              {editable && (
                <Button
                  size="small"
                  look="quiet"
                  icon="trash"
                  iconOnly
                  aria-label={m.attachment_remove({ name: file.name })}
                  onPress={() => remove.mutate(file.id)}
                >
                  {m.remove()}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {editable && (
          <>
            <input
              ref={picker}
              type="file"
              hidden
              accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.txt,.csv"
              aria-label={m.attachment_add()}
              onChange={(e) => {
                const file = e.currentTarget.files?.[0];
                e.currentTarget.value = "";
                if (file) add.mutate(file);
              }}
            />
            <Button icon="plus" isPending={add.isPending} onPress={() => picker.current?.click()}>
              {m.attachment_add()}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}
