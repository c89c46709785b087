import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextField } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { usePageTitle } from "~/components/Page";
import { Notice } from "~/components/State";
import { Problem } from "~/api/problem";
import { signIn } from "~/api/session";
import { Mark } from "~/shell/Brand";
import { LanguageSwitch, ThemeSwitch } from "~/shell/Preferences";
import styles from "./Login.module.css";

/** Where everybody begins. */
export default function Login() {
  const { next, expired } = useSearch({ from: "/login" });
  const navigate = useNavigate();
  const title = usePageTitle(m.login_title());
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    const password = String(form.get("password") ?? "");
    if (!email || !password) return setFailure(m.login_missing());
    setBusy(true);
    setFailure("");
    try {
      await signIn(email, password);
      await navigate({ href: next ?? "/", replace: true });
    } catch (error) {
      setFailure(error instanceof Problem && error.status !== 0 && error.status < 500 ? m.login_failed() : m.error_network());
      setBusy(false);
    }
  }

  return (
    <main className={styles.screen}>
      <div className={styles.side}>
        <div className={styles.brand}>
          <Mark size={32} />
          {m.app_name()}
        </div>
        <div>
          <p className={styles.claim}>{m.login_claim()}</p>
          <ul className={styles.points}>
            {[m.login_point_1(), m.login_point_2(), m.login_point_3()].map((point) => (
              <li key={point}>
                <Icon name="check" />
                {point}
              </li>
            ))}
          </ul>
        </div>
        <p className={styles.foot}>{m.tagline()}</p>
      </div>
      <div className={styles.task}>
        <div className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <form className={styles.form} onSubmit={submit} noValidate>
          <div className={`${styles.brand} ${styles.small}`}>
            <Mark size={30} />
            {m.app_name()}
          </div>
          <h1 ref={title} tabIndex={-1}>
            {m.login_title()}
          </h1>
          {expired && !failure && <Notice icon="clock">{m.login_expired()}</Notice>}
          {failure && (
            <Notice tone="danger" role="alert">
              {failure}
            </Notice>
          )}
          <TextField label={m.login_email()} name="email" type="email" autoComplete="username" autoFocus required />
          <TextField label={m.login_password()} name="password" type="password" autoComplete="current-password" required />
          <Button type="submit" look="primary" block isPending={busy}>
            {m.login_submit()}
          </Button>
        </form>
      </div>
    </main>
  );
}
