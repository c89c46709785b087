import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { TextField } from "~/components/Field";
import { toast } from "~/components/Toast";
import { type Pick, shareCode } from "./decisions";

/** The configuration as an address to send to a colleague. */
export function Share({ code, picks, onClose }: { code: string; picks: readonly Pick[]; onClose: () => void }) {
  const link = `${location.origin}/configure/${encodeURIComponent(code)}?share=${shareCode(code, picks)}`;
  async function copy() {
    await navigator.clipboard.writeText(link);
    toast({ text: m.share_copied() });
    onClose();
  }
  return (
    <Dialog
      title={m.share_title()}
      open
      onClose={onClose}
      foot={
        <Button look="primary" icon="copy" onPress={() => void copy().catch(() => undefined)}>
          {m.share_copy()}
        </Button>
      }
    >
      <TextField label={m.share_link()} hint={m.share_hint()} readOnly value={link} onFocus={(e) => e.currentTarget.select()} />
    </Dialog>
  );
}
