import { m } from "~/paraglide/messages.js";
import { Page } from "~/components/Page";

export default function Home() {
  return <Page title={m.nav_home()}>…</Page>;
}
