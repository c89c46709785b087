import { useQueries, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { modelQuery, modelsQuery } from "~/api/catalogue";
import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Emblem } from "~/components/Emblem";
import { TextField } from "~/components/Field";
import { Page } from "~/components/Page";
import { State } from "~/components/State";
import { say } from "~/lib/locale";
import styles from "./Catalogue.module.css";

/** The products that can be configured. */
export default function Catalogue() {
  const { revision } = useSearch({ from: "/inside/catalogue" });
  const models = useSuspenseQuery(modelsQuery).data;
  const [words, setWords] = useState("");
  const asked = words.trim().toLowerCase();
  const found = models.filter((p) => `${say(p.label)} ${p.code}`.toLowerCase().includes(asked));
  const details = useQueries({ queries: found.map((p) => modelQuery(p.code)) });
  return (
    <Page title={m.nav_catalogue()} lead={m.catalogue_lead()}>
      {models.length > 6 && (
        <div className={styles.tools}>
          <TextField
            className={styles.search}
            label={m.search()}
            hideLabel
            placeholder={m.search()}
            type="search"
            value={words}
            onChange={(e) => setWords(e.currentTarget.value)}
          />
        </div>
      )}
      {found.length === 0 ? (
        <State icon="grid" title={models.length === 0 ? m.catalogue_empty() : m.nothing_found()} />
      ) : (
        <ul className={styles.cards}>
          {found.map((product, i) => (
            <ProductCard key={product.code} product={product} definition={details[i]?.data} revision={revision} />
          ))}
        </ul>
      )}
    </Page>
  );
}

type CardProps = { product: Schema["Publication"]; definition: Schema["ModelDefinition"] | undefined; revision: string | undefined };

function ProductCard({ product, definition, revision }: CardProps) {
  const decisions = definition?.attributes.filter((a) => !a.computed).length ?? 0;
  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        <Emblem code={product.code} />
      </div>
      <div className={styles.text}>
        <h2 className={styles.name}>
          <Link to="/configure/$code" params={{ code: product.code }} search={{ revision }}>
            {say(product.label)}
          </Link>
        </h2>
        {say(definition?.help) && <p className={styles.about}>{say(definition?.help)}</p>}
        <p className={styles.meta}>
          {[decisions > 0 && m.catalogue_decisions({ count: decisions }), m.version_short({ version: product.number })]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}
