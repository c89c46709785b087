import { Link } from "@tanstack/react-router";
import { m } from "~/paraglide/messages.js";
import { buttonClass } from "~/components/Button";
import { Page } from "~/components/Page";
import { State } from "~/components/State";

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title={m.not_found_title()}>
      <State
        icon="search"
        title={m.not_found_text()}
        actions={
          <Link to="/" className={buttonClass({ look: "primary" })}>
            {m.back_home()}
          </Link>
        }
      />
    </Page>
  );
}

/** The same where no screen's frame is around it. */
export function LostPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
