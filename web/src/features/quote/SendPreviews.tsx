import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { api, body } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/components/Icon";
import { Loading } from "~/components/State";
import { FailureState } from "~/shell/ErrorScreen";
import styles from "./Send.module.css";

/** What the customer will get, each in a tab: the mail, the document, their page. */
export function SendPreviews({ revision, mail }: { revision: Revision; mail?: ReactNode }) {
  return (
    <Tabs className={styles.tabs}>
      <TabList className={styles.tabList} aria-label={m.send_previews()}>
        {mail !== undefined && (
          <Tab id="mail" className={styles.tab}>
            {m.send_tab_mail()}
          </Tab>
        )}
        <Tab id="document" className={styles.tab}>
          {m.send_tab_document()}
        </Tab>
        <Tab id="page" className={styles.tab}>
          {m.links_title()}
        </Tab>
      </TabList>
      {mail !== undefined && (
        <TabPanel id="mail" className={styles.panel}>
          {mail}
        </TabPanel>
      )}
      <TabPanel id="document" className={styles.panel}>
        <DocumentPreview revision={revision} />
      </TabPanel>
      <TabPanel id="page" className={styles.panel}>
        <PagePreview revision={revision} />
      </TabPanel>
    </Tabs>
  );
}

/** The print as it would be now. A browser that shows no PDF in a page gets the link alone. */
function DocumentPreview({ revision }: { revision: Revision }) {
  const print = useQuery({
    queryKey: ["preview", revision.id, revision.version],
    queryFn: async () => {
      const { data } = await api.GET("/v1/revisions/{revision_id}/preview", {
        params: { path: { revision_id: revision.id }, query: { version: revision.version } },
        parseAs: "blob",
      });
      return data as unknown as Blob;
    },
    staleTime: 60_000,
  });
  const address = useAddress(print.data);
  if (print.isPending) return <Loading lines={8} />;
  if (print.isError) return <FailureState error={print.error} retry={() => void print.refetch()} />;
  return (
    <>
      {navigator.pdfViewerEnabled && (
        <iframe
          className={styles.frame}
          title={m.send_tab_document()}
          src={`/v1/revisions/${revision.id}/preview?version=${revision.version}`}
        />
      )}
      {address && <OpenLink href={address} />}
    </>
  );
}

/** The customer's page as it would be now; nothing on it can be answered. */
function PagePreview({ revision }: { revision: Revision }) {
  const page = useQuery({
    queryKey: ["buyer-page", revision.id, revision.version],
    queryFn: () =>
      body(api.GET("/v1/revisions/{revision_id}/buyer-page", { params: { path: { revision_id: revision.id } }, parseAs: "text" })),
  });
  if (page.isPending) return <Loading lines={8} />;
  if (page.isError) return <FailureState error={page.error} retry={() => void page.refetch()} />;
  const address = `/v1/revisions/${revision.id}/buyer-page`;
  return (
    <>
      <iframe key={page.dataUpdatedAt} className={styles.frame} title={m.links_title()} src={address} />
      <OpenLink href={address} />
    </>
  );
}

function OpenLink({ href }: { href: string }) {
  return (
    <a className={styles.open} href={href} target="_blank" rel="noreferrer">
      <Icon name="file" size={16} />
      {m.preview_open()}
    </a>
  );
}

/** An address of a file that lives as long as what shows it. */
function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
