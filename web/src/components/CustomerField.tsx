import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { customersQuery } from "~/api/customers";
import { m } from "~/paraglide/messages.js";
import { Icon } from "./Icon";
import field from "./Field.module.css";
import menu from "./Menu.module.css";

/** Whom a quote is for: a customer we know, or the name of somebody new. */
export type Chosen = { id: string; name: string } | { name: string };

const newKey = "new";

/** Finds a customer while typing, or takes the words as a prospect's name. */
export function CustomerField({ onChoose, error }: { onChoose: (customer: Chosen | null) => void; error?: string }) {
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useQuery({ ...customersQuery(asked), placeholderData: (last) => last });
  const known = found.data ?? [];
  const exact = known.some((c) => c.name.toLowerCase() === words.trim().toLowerCase());
  const rows = [
    ...known.map((c) => ({ key: c.id, name: c.name, detail: c.addresses?.[0]?.city ?? "" })),
    ...(words.trim() && !exact ? [{ key: newKey, name: words.trim(), detail: m.customer_new() }] : []),
  ];
  return (
    <ComboBox
      className={field.field ?? ""}
      inputValue={words}
      onInputChange={(next) => {
        setWords(next);
        onChoose(next.trim() ? { name: next.trim() } : null);
      }}
      onSelectionChange={(key) => {
        const row = rows.find((r) => r.key === key);
        if (!row) return;
        setWords(row.name);
        onChoose(row.key === newKey ? { name: row.name } : { id: row.key, name: row.name });
      }}
      items={rows}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={Boolean(error)}
    >
      <Label className={field.label ?? ""}>{m.customer()}</Label>
      <Input className={field.control ?? ""} placeholder={m.customer_search()} />
      {error && (
        <p className={field.error}>
          <Icon name="alert" size={14} />
          {error}
        </p>
      )}
      <Popover className={menu.popover}>
        <ListBox className={menu.menu} renderEmptyState={() => <div className={menu.heading}>{m.nothing_found()}</div>}>
          {(row: (typeof rows)[number]) => (
            <ListBoxItem key={row.key} id={row.key} className={menu.item ?? ""} textValue={row.name}>
              <Icon name={row.key === newKey ? "plus" : "user"} size={16} />
              <span>
                {row.name}
                {row.detail && <span className={menu.detail}>{row.detail}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
