import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { checklistQuery } from "~/api/sending";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/components/Icon";
import { Loading } from "~/components/State";
import { cx } from "~/lib/class";
import { issueText } from "~/lib/issues";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import { AddressForm } from "./AddressForm";
import { mendingPlace } from "./mending";
import styles from "./Send.module.css";

type Requirement = Schema["Requirement"];

/** What the server asks for before the quote may go out, and where each gap is mended. */
export function Checklist({ revision, onLeave }: { revision: Revision; onLeave: () => void }) {
  const list = useQuery(checklistQuery(revision));
  const gaps = list.data?.items.filter((item) => !item.done) ?? [];
  const met = list.data?.items.filter((item) => item.done) ?? [];
  return (
    <section className={styles.stack} aria-labelledby="send-checklist" aria-busy={list.isPending || undefined}>
      <h3 id="send-checklist">{m.send_checklist()}</h3>
      {list.isPending ? (
        <Loading lines={6} />
      ) : list.isError ? (
        <FailureState error={list.error} retry={() => void list.refetch()} />
      ) : (
        <>
          <p role="status" className={gaps.length > 0 ? styles.gap : styles.note}>
            {gaps.length > 0 ? m.send_gaps({ count: gaps.length }) : m.send_ready()}
          </p>
          {gaps.length > 0 && (
            <ul className={styles.list}>
              {gaps.map((item) => (
                <Item key={item.kind + (item.pointer ?? "")} item={item} revision={revision} onLeave={onLeave} />
              ))}
            </ul>
          )}
          {gaps.some((gap) => gap.pointer === "/customer/addresses") && <AddressForm customer={revision.quote.customer} />}
          {met.length > 0 && (
            <details>
              <summary>{m.send_met({ count: met.length })}</summary>
              <ul className={styles.list}>
                {met.map((item) => (
                  <Item key={item.kind + (item.pointer ?? "")} item={item} revision={revision} onLeave={onLeave} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Item({ item, revision, onLeave }: { item: Requirement; revision: Revision; onLeave: () => void }) {
  return (
    <li className={cx(styles.item, !item.done && styles.gap)}>
      <Icon name={item.done ? "check" : "alert"} size={16} />
      <span>
        <span className={styles.what}>{say(item.what)}</span>
        <span className="visually-hidden"> – {item.done ? m.done() : m.missing()}</span>
        {!item.done && (item.issues ?? []).length > 0 && (
          <ul className={styles.issues}>
            {item.issues?.slice(0, 8).map((issue, i) => (
              <li key={i}>{issueText(issue)}</li>
            ))}
          </ul>
        )}
        {!item.done && <Mend item={item} revision={revision} onLeave={onLeave} />}
      </span>
    </li>
  );
}

/** Where a gap is closed: beside the list, on another screen, or by a colleague. */
function Mend({ item, revision, onLeave }: { item: Requirement; revision: Revision; onLeave: () => void }) {
  const place = mendingPlace(item);
  switch (place) {
    case "field":
      return (
        <a className={styles.mend} href={item.pointer === "/payment_terms" ? "#send-terms" : "#send-validity"} onClick={toField}>
          {m.send_mend_here()}
        </a>
      );
    case "customer":
      return (
        <Link className={styles.mend} to="/customers/$id" params={{ id: revision.quote.customer.id }} onClick={onLeave}>
          {m.send_mend_customer()}
        </Link>
      );
    case "lines":
      return (
        <Link
          className={styles.mend}
          to="/quotes/$id"
          params={{ id: revision.quote.id }}
          search={{ revision: revision.id }}
          onClick={onLeave}
        >
          {m.send_mend_lines()}
        </Link>
      );
    case "approval":
      return <span className={styles.note}>{revision.state === "draft" ? m.send_mend_submit() : m.send_mend_approval()}</span>;
    case "administrator":
      return <span className={styles.note}>{m.send_seller_note()}</span>;
  }
}

/** Leads into the field itself, inside of the dialog. */
function toField(event: React.MouseEvent<HTMLAnchorElement>) {
  event.preventDefault();
  const field = document.querySelector<HTMLElement>(`${event.currentTarget.hash} input`);
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}
