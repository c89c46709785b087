import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { api, page } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/components/Icon";
import { say } from "~/lib/locale";
import type { LineEditor } from "./useLineEditor";
import field from "~/components/Field.module.css";
import menu from "~/components/Menu.module.css";
import styles from "./Quote.module.css";

/** Adds a plain item: type a few letters, Enter. */
export function AddItem({ editor }: { editor: LineEditor }) {
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: ["items", asked],
    queryFn: async ({ signal }) => (await page(api.GET("/v1/items", { params: { query: { q: asked, limit: 12 } }, signal }))).items,
    enabled: asked.length > 0,
    placeholderData: (last) => last,
    staleTime: 60_000,
  });
  const items = asked ? (found.data ?? []) : [];
  return (
    <div className={styles.add}>
      <ComboBox
        className={field.field ?? ""}
        inputValue={words}
        onInputChange={setWords}
        selectedKey={null}
        onSelectionChange={(sku) => {
          if (sku === null) return;
          setWords("");
          void editor.run({ add: [{ item: String(sku), quantity: "1" }] });
        }}
        items={items.map((i) => ({ id: i.sku, name: say(i.name), sku: i.sku }))}
        allowsEmptyCollection={asked.length > 0}
      >
        <Label className="visually-hidden">{m.line_add_item()}</Label>
        <Input className={field.control ?? ""} placeholder={m.line_add_item()} />
        <Popover className={menu.popover}>
          <ListBox
            className={menu.menu}
            renderEmptyState={() => <div className={menu.heading}>{found.isFetching ? m.loading() : m.nothing_found()}</div>}
          >
            {(item: { id: string; name: string; sku: string }) => (
              <ListBoxItem id={item.id} className={menu.item ?? ""} textValue={item.name}>
                <Icon name="box" size={16} />
                <span>
                  {item.name}
                  <span className={menu.detail}>{item.sku}</span>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}
