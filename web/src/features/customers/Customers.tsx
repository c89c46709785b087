import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api, page, type Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Chip } from "~/components/Chip";
import { TextField } from "~/components/Field";
import { Listing } from "~/components/Listing";
import { Page } from "~/components/Page";
import { State } from "~/components/State";
import { type Column, Table } from "~/components/Table";
import { list } from "~/lib/format";
import quotes from "../quotes/Quotes.module.css";

type Customer = Schema["Customer"];

const typingPause = 250;

/** Customers and prospects. */
export default function Customers() {
  const { q } = useSearch({ from: "/inside/customers" });
  const navigate = useNavigate({ from: "/customers" });
  const [words, setWords] = useState(q ?? "");
  const customers = useInfiniteQuery({
    queryKey: ["customers", "list", q],
    queryFn: ({ pageParam }) => page(api.GET("/v1/customers", { params: { query: { q, cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

  useEffect(() => {
    const timer = setTimeout(() => words !== (q ?? "") && void navigate({ search: { q: words || undefined }, replace: true }), typingPause);
    return () => clearTimeout(timer);
  });

  return (
    <Page title={m.nav_customers()}>
      <div className={quotes.tools} role="search">
        <TextField
          className={quotes.search}
          label={m.search()}
          type="search"
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
      </div>
      <Listing list={customers} empty={<State icon="user" title={m.nothing_found()} />}>
        {(rows) => <Table caption={m.nav_customers()} columns={columns()} rows={rows} rowKey={(c) => c.id} />}
      </Listing>
    </Page>
  );
}

function columns(): Column<Customer>[] {
  return [
    {
      id: "name",
      label: m.customer(),
      head: true,
      cell: (c) => (
        <Link to="/customers/$id" params={{ id: c.id }} className={quotes.link}>
          {c.name}
        </Link>
      ),
    },
    {
      id: "kind",
      label: m.state(),
      cell: (c) => (c.prospect ? <Chip tone="outline">{m.prospect()}</Chip> : <Chip tone="good">{m.customer()}</Chip>),
    },
    { id: "place", label: m.address_city(), cell: (c) => [c.addresses?.[0]?.city, c.addresses?.[0]?.country].filter(Boolean).join(", ") },
    { id: "segment", label: m.segment(), cell: (c) => [c.segment, c.region].filter(Boolean).join(" · ") },
    { id: "contacts", label: m.contacts(), cell: (c) => list((c.contacts ?? []).map((p) => p.name)) },
  ];
}
