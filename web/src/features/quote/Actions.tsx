import { useState } from "react";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button, buttonClass } from "~/components/Button";
import { Icon } from "~/components/Icon";
import { Menu } from "~/components/Menu";
import { ActionDialog } from "./ActionDialog";
import { actionSpecs, offered } from "./actions";

/** The next step as a button, the others in a menu, the document as a link. */
export function Actions({ revision }: { revision: Revision }) {
  const [open, setOpen] = useState<string | null>(null);
  const names = offered(revision.actions);
  const main = names.filter((name) => actionSpecs[name]!.look === "primary").slice(0, 2);
  const rest = names.filter((name) => !main.includes(name));
  return (
    <>
      {revision.document_hash && (
        <a className={buttonClass({})} href={`/v1/revisions/${revision.id}/document`} target="_blank" rel="noreferrer">
          <Icon name="file" size={18} />
          {m.document_pdf()}
        </a>
      )}
      {rest.length > 0 && (
        <Menu
          label={m.actions_more()}
          trigger={
            <Button icon="more" iconOnly>
              {m.actions_more()}
            </Button>
          }
          actions={rest.map((name) => {
            const spec = actionSpecs[name]!;
            return { id: name, label: spec.label(), icon: spec.icon, danger: spec.look === "danger", run: () => setOpen(name) };
          })}
        />
      )}
      {[...main].reverse().map((name) => {
        const spec = actionSpecs[name]!;
        return (
          <Button key={name} look={name === main[0] ? "primary" : "secondary"} icon={spec.icon} onPress={() => setOpen(name)}>
            {spec.label()}
          </Button>
        );
      })}
      {open && <ActionDialog key={open} name={open} revision={revision} onClose={() => setOpen(null)} />}
    </>
  );
}
