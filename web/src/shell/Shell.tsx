import { Link, Outlet } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Icon } from "~/components/Icon";
import { Menu } from "~/components/Menu";
import { ToastRegion } from "~/components/Toast";
import { can, signOut, useSession, type Session } from "~/api/session";
import { useLocale } from "~/lib/locale";
import { useOnline } from "~/lib/online";
import { Mark } from "./Brand";
import { Help } from "./Help";
import { LanguageSwitch, ThemeSwitch } from "./Preferences";
import { News } from "./News";
import { SessionEnded } from "./SessionEnded";
import styles from "./Shell.module.css";

type Place = { to: string; label: () => string; exact?: boolean; show: (s: Session) => boolean };

const places: Place[] = [
  { to: "/", label: m.nav_home, exact: true, show: () => true },
  { to: "/catalogue", label: m.nav_catalogue, show: (s) => can(s, "catalog:read") },
  { to: "/quotes", label: m.nav_quotes, show: (s) => can(s, "quotes:read") },
  { to: "/customers", label: m.nav_customers, show: (s) => can(s, "quotes:read") },
  { to: "/approvals", label: m.nav_approvals, show: (s) => can(s, "quotes:approve") },
  { to: "/orders", label: m.nav_orders, show: (s) => can(s, "orders:read") },
  { to: "/dashboard", label: m.nav_dashboard, show: (s) => can(s, "kpi:read") },
];

function Places({ session, onGo }: { session: Session; onGo?: () => void }) {
  return places
    .filter((p) => p.show(session))
    .map((p) => (
      <Link key={p.to} to={p.to} className={styles.link} activeOptions={{ exact: p.exact ?? false }} onClick={onGo}>
        {p.label()}
      </Link>
    ));
}

function Account({ session }: { session: Session }) {
  return (
    <Menu
      label={m.account()}
      heading={
        <>
          {session.name}
          <br />
          {session.tenant.name}
        </>
      }
      trigger={
        <Button look="quiet" size="small" icon="user" iconOnly>
          {m.account()}
        </Button>
      }
      actions={[{ id: "out", label: m.sign_out(), icon: "arrowRight", run: () => void signOut() }]}
    />
  );
}

/** The frame around every screen of a person who is logged in. */
export function Shell() {
  const session = useSession();
  const language = useLocale();
  const online = useOnline();
  const [menu, setMenu] = useState(false);
  const [help, setHelp] = useState(false);
  return (
    <>
      <a className={styles.skip} href="#main">
        {m.skip_to_content()}
      </a>
      <header className={styles.header}>
        <span className={styles.narrowOnly}>
          <Button look="quiet" size="small" icon="menu" iconOnly onPress={() => setMenu(true)}>
            {m.nav_menu()}
          </Button>
        </span>
        <Link to="/" className={styles.brand}>
          <Mark className={styles.mark} />
          <span className={styles.name}>{m.app_name()}</span>
        </Link>
        <nav className={styles.nav} aria-label={m.nav_main()}>
          <Places session={session} />
        </nav>
        <div className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
          {can(session, "quotes:write") && <News />}
          <Button look="quiet" size="small" icon="help" iconOnly onPress={() => setHelp(true)}>
            {m.help()}
          </Button>
          <Account session={session} />
        </div>
      </header>
      {!online && (
        <div className={styles.offline} role="status">
          <Icon name="alert" size={16} />
          {m.offline()}
        </div>
      )}
      {/* A new language draws the screen anew: memoised parts hold old words.
          Work in progress lives in stores outside of it. */}
      <main id="main" className={styles.main} tabIndex={-1} key={language}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <Dialog title={m.nav_menu()} kind="drawer" open={menu} onClose={() => setMenu(false)}>
        <nav className={styles.drawer} aria-label={m.nav_main()}>
          <Places session={session} onGo={() => setMenu(false)} />
        </nav>
      </Dialog>
      <Help open={help} onClose={() => setHelp(false)} />
      <SessionEnded />
      <ToastRegion />
    </>
  );
}
