import { type FormEvent, useState } from "react";
import { signIn, signOut, useSession, useSessionEnded } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { TextField } from "~/components/Field";
import { Notice } from "~/components/State";
import { failureText } from "./ErrorScreen";
import styles from "./Shell.module.css";

/**
 * Asks for the password again where the session has ended, above the work that
 * was going on: nothing that was typed or decided is lost.
 */
export function SessionEnded() {
  const ended = useSessionEnded();
  const user = useSession();
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setBusy(true);
    setFailure("");
    try {
      await signIn(user.email ?? "", password);
    } catch (error) {
      setFailure(failureText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog title={m.session_ended()} open={ended} onClose={() => void signOut()} role="alertdialog">
      <form className={styles.again} onSubmit={(event) => void submit(event)}>
        <p>{m.login_expired()}</p>
        {failure && (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
        <TextField label={m.login_email()} value={user.email ?? ""} readOnly autoComplete="username" />
        <TextField label={m.login_password()} name="password" type="password" autoComplete="current-password" autoFocus required />
        <Button type="submit" look="primary" block isPending={busy}>
          {m.login_submit()}
        </Button>
      </form>
    </Dialog>
  );
}
