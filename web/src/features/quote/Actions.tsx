import { useState } from "react";
import type { Revision } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button, buttonClass } from "~/components/Button";
import { Icon } from "~/components/Icon";
import { Menu, type MenuAction } from "~/components/Menu";
import { part } from "~/components/part";
import { ActionDialog } from "./ActionDialog";
import { actionSpecs, isPlain, offered } from "./actions";
import { CopyDialog } from "./CopyDialog";
import { OrderDialog } from "./OrderDialog";
import type { SendDialogProps } from "./SendDialog";
import { UpToDialog } from "./UpToDialog";

/** The next step as a button, the others in a menu, the document as a link. */
export function Actions({ revision }: { revision: Revision }) {
  const user = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const names = offered(revision.actions);
  const main = names.filter((name) => actionSpecs[name]?.look === "primary" || actionSpecs[name]?.shown).slice(0, 2);
  const rest: MenuAction[] = names
    .filter((name) => !main.includes(name))
    .flatMap((name) => {
      const spec = actionSpecs[name];
      return spec ? [{ id: name, label: spec.label(), icon: spec.icon, danger: spec.look === "danger", run: () => setOpen(name) }] : [];
    });
  const looks: MenuAction[] =
    revision.lines.length > 0 && ["draft", "pending_approval", "approved"].includes(revision.state)
      ? [{ id: "preview", label: m.action_preview(), icon: "file", run: () => setOpen("preview") }]
      : [];
  const copies: MenuAction[] = can(user, "quotes:write")
    ? [
        { id: "clone", label: m.action_clone(), icon: "copy", run: () => setOpen("clone") },
        { id: "variant", label: m.action_variant(), icon: "swap", run: () => setOpen("variant") },
      ]
    : [];
  return (
    <>
      {revision.document_hash && (
        <a className={buttonClass({})} href={`/v1/revisions/${revision.id}/document`} target="_blank" rel="noreferrer">
          <Icon name="file" size={18} />
          {m.document_pdf()}
        </a>
      )}
      {rest.length + looks.length + copies.length > 0 && (
        <Menu
          label={m.actions_more()}
          trigger={
            <Button icon="more" iconOnly>
              {m.actions_more()}
            </Button>
          }
          actions={[...looks, ...rest, ...copies]}
        />
      )}
      {[...main].reverse().map((name) => (
        <Button key={name} look={name === main[0] ? "primary" : "secondary"} icon={actionSpecs[name]?.icon} onPress={() => setOpen(name)}>
          {actionSpecs[name]?.label()}
        </Button>
      ))}
      {open && <ActionFor key={open} name={open} revision={revision} onClose={() => setOpen(null)} />}
    </>
  );
}

const useSendDialog = part<SendDialogProps>(() => import("./SendDialog"));

function LaterSendDialog(props: SendDialogProps) {
  const SendDialog = useSendDialog(true);
  return SendDialog ? <SendDialog {...props} /> : null;
}

/** The dialog of an action. */
export function ActionFor({ name, revision, onClose }: { name: string; revision: Revision; onClose: () => void }) {
  const user = useSession();
  const step =
    revision.approvals?.find((s) => s.state === "open" && (!s.role || user.roles.includes(s.role))) ??
    revision.approvals?.find((s) => s.state === "open");
  const spec = actionSpecs[name];
  switch (name) {
    case "send":
    case "preview":
      return <LaterSendDialog revision={revision} onClose={onClose} />;
    case "order":
      return <OrderDialog revision={revision} onClose={onClose} />;
    case "approve_up_to":
      return step ? <UpToDialog revision={revision} step={step} onClose={onClose} /> : null;
    case "clone":
    case "variant":
      return <CopyDialog kind={name} revision={revision} onClose={onClose} />;
    default:
      return isPlain(spec) ? <ActionDialog spec={spec} revision={revision} onClose={onClose} /> : null;
  }
}
