import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { listed, quotesQuery, type RevisionState } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { buttonClass } from "~/components/Button";
import { SelectField, TextField } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { Listing } from "~/components/Listing";
import { Page } from "~/components/Page";
import { State } from "~/components/State";
import { revisionStates, stateLook } from "../quote/state";
import { QuoteTable } from "./QuoteTable";
import styles from "./Quotes.module.css";

/** Every quote the person may see, found by words, state and owner. */
export default function Quotes() {
  const { q, state, owner } = useSearch({ from: "/inside/quotes" });
  const user = useSession();
  const quotes = useInfiniteQuery({ ...quotesQuery(listed({ q, state, owner })), placeholderData: keepPreviousData });
  return (
    <Page
      title={m.nav_quotes()}
      actions={
        can(user, "quotes:write") && (
          <Link to="/catalogue" className={buttonClass({ look: "primary" })}>
            <Icon name="plus" size={18} />
            {m.quote_new()}
          </Link>
        )
      }
    >
      <Filters />
      <Listing list={quotes} empty={<State icon="file" title={q || state || owner ? m.nothing_found() : m.quotes_none()} />}>
        {(rows) => <QuoteTable caption={m.nav_quotes()} rows={rows} />}
      </Listing>
    </Page>
  );
}

const typingPause = 250;

function Filters() {
  const search = useSearch({ from: "/inside/quotes" });
  const navigate = useNavigate({ from: "/quotes" });
  const [words, setWords] = useState(search.q ?? "");
  const set = (next: Partial<typeof search>) => void navigate({ search: (s) => ({ ...s, ...next }), replace: true });

  useEffect(() => {
    const timer = setTimeout(() => words !== (search.q ?? "") && set({ q: words || undefined }), typingPause);
    return () => clearTimeout(timer);
  });

  return (
    <div className={styles.tools} role="search">
      <TextField
        className={styles.search}
        label={m.search()}
        placeholder={m.quotes_search()}
        type="search"
        value={words}
        onChange={(e) => setWords(e.currentTarget.value)}
      />
      <SelectField
        className={styles.filter}
        label={m.state()}
        value={search.state ?? ""}
        onChange={(e) => set({ state: (e.currentTarget.value || undefined) as RevisionState | undefined })}
      >
        <option value="">{m.all()}</option>
        {revisionStates.map((s) => (
          <option key={s} value={s}>
            {stateLook(s).words()}
          </option>
        ))}
      </SelectField>
      <SelectField
        className={styles.filter}
        label={m.owner()}
        value={search.owner ?? ""}
        onChange={(e) => set({ owner: e.currentTarget.value || undefined })}
      >
        <option value="">{m.owner_all()}</option>
        <option value="me">{m.owner_me()}</option>
      </SelectField>
    </div>
  );
}
