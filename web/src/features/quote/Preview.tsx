import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button, buttonClass } from "~/components/Button";
import { Icon } from "~/components/Icon";
import { Failure } from "./ActionDialog";
import styles from "./Quote.module.css";

/** The offer as it would be printed now; a copy marked as none. */
export function PreviewButton({ revision }: { revision: Revision }) {
  const [made, setMade] = useState<{ url: string; version: number } | null>(null);
  const print = useMutation({
    mutationFn: async () => {
      const { data } = await api.POST("/v1/revisions/{revision_id}/preview", {
        params: { path: { revision_id: revision.id } },
        body: {},
        parseAs: "blob",
      });
      return URL.createObjectURL(data as unknown as Blob);
    },
    onSuccess: (url) => setMade({ url, version: revision.version }),
  });
  useEffect(() => () => void (made && URL.revokeObjectURL(made.url)), [made]);
  const current = made?.version === revision.version ? made.url : undefined;
  return (
    <div className={styles.preview}>
      {print.error && <Failure error={print.error} />}
      {current ? (
        <a className={buttonClass({})} href={current} target="_blank" rel="noreferrer">
          <Icon name="file" size={18} />
          {m.preview_open()}
        </a>
      ) : (
        <Button icon="file" isPending={print.isPending} onPress={() => print.mutate()}>
          {m.preview_make()}
        </Button>
      )}
    </div>
  );
}
