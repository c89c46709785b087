import { useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip, type Tone } from "~/components/Chip";
import { Dialog } from "~/components/Dialog";
import { CheckField, NumberInput, SelectField, TextArea, TextField } from "~/components/Field";
import { Icon, iconNames } from "~/components/Icon";
import { Menu } from "~/components/Menu";
import { Card, Page } from "~/components/Page";
import { Loading, Notice, State } from "~/components/State";
import { toast, ToastRegion } from "~/components/Toast";
import { money, signedMoney } from "~/lib/format";
import { useLocale } from "~/lib/locale";
import { LanguageSwitch, ThemeSwitch } from "~/shell/Preferences";
import styles from "./Gallery.module.css";

const colours = [
  "paper",
  "surface",
  "sunken",
  "hover",
  "line",
  "line-strong",
  "ink",
  "ink-2",
  "ink-3",
  "accent",
  "accent-soft",
  "accent-line",
  "rule",
  "rule-soft",
  "rule-line",
  "danger",
  "danger-soft",
  "danger-line",
  "good",
  "good-soft",
  "good-line",
] as const;
const tones: Tone[] = ["neutral", "accent", "rule", "danger", "good", "outline"];
const sizes = ["xs", "sm", "base", "md", "lg", "xl", "2xl"] as const;

/** Every token and component at once, for the people who make screens of them. */
export default function Gallery() {
  useLocale();
  return (
    <main>
      <Page
        title={m.gallery_title()}
        lead={m.gallery_lead()}
        actions={
          <div className={styles.tools}>
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        }
      >
        <div className={styles.stack}>
          <Colours />
          <Type />
          <Buttons />
          <Fields />
          <Words />
          <States />
          <Icons />
        </div>
      </Page>
      <ToastRegion />
    </main>
  );
}

function Colours() {
  return (
    <Card title={m.gallery_colours()}>
      <div className={styles.swatches}>
        {colours.map((name) => (
          <div key={name} className={styles.swatch}>
            <div className={styles.colour} style={{ background: `var(--${name})` }} />
            <code>{name}</code>
          </div>
        ))}
      </div>
    </Card>
  );
}

function Type() {
  return (
    <Card title={m.gallery_type()}>
      <div className={styles.stack}>
        {sizes.map((size) => (
          <p key={size} className={styles.sample} style={{ fontSize: `var(--text-${size})`, lineHeight: 1.25 }}>
            {m.tagline()} <span className="num">{money("1234567.89", "EUR")}</span>
          </p>
        ))}
      </div>
    </Card>
  );
}

function Buttons() {
  const [dialog, setDialog] = useState(false);
  return (
    <Card title={m.gallery_buttons()}>
      <div className={styles.stack} data-sample>
        {(["medium", "small"] as const).map((size) => (
          <div key={size} className={styles.row}>
            <Button size={size} look="primary" icon="check">
              {m.save()}
            </Button>
            <Button size={size} icon="copy">
              {m.save()}
            </Button>
            <Button size={size} look="quiet">
              {m.cancel()}
            </Button>
            <Button size={size} look="danger" icon="trash">
              {m.cancel()}
            </Button>
            <Button size={size} look="primary" isPending>
              {m.save()}
            </Button>
            <Button size={size} isDisabled>
              {m.save()}
            </Button>
            <Button size={size} look="quiet" icon="undo" iconOnly>
              {m.cancel()}
            </Button>
          </div>
        ))}
        <div className={styles.row}>
          <Button onPress={() => setDialog(true)}>{m.gallery_dialog()}</Button>
          <Button onPress={() => toast({ text: m.gallery_toast(), action: { label: m.cancel(), run: () => {} } })}>
            {m.gallery_toast()}
          </Button>
          <Menu
            label={m.nav_menu()}
            trigger={<Button icon="chevronDown">{m.nav_menu()}</Button>}
            actions={[
              { id: "a", label: m.nav_quotes(), icon: "file", run: () => {} },
              { id: "b", label: m.nav_orders(), icon: "truck", run: () => {} },
            ]}
          />
        </div>
      </div>
      <Dialog
        title={m.gallery_dialog()}
        open={dialog}
        onClose={() => setDialog(false)}
        foot={
          <>
            <Button onPress={() => setDialog(false)}>{m.cancel()}</Button>
            <Button look="primary" onPress={() => setDialog(false)}>
              {m.save()}
            </Button>
          </>
        }
      >
        <p>{m.gallery_lead()}</p>
      </Dialog>
    </Card>
  );
}

function Fields() {
  return (
    <Card title={m.gallery_fields()}>
      <div className={styles.grid}>
        <TextField label={m.login_email()} defaultValue="claire@example.com" />
        <TextField label={m.login_email()} error={m.login_missing()} optional />
        <NumberInput label={m.gallery_number()} unit="mm" defaultValue="1200" hint="500 – 3000" />
        <SelectField label={m.language()}>
          <option>Français</option>
          <option>English</option>
        </SelectField>
        <TextArea label={m.gallery_lead()} rows={3} />
        <div>
          <CheckField label={m.nav_quotes()} defaultChecked />
          <CheckField label={m.nav_orders()} />
        </div>
      </div>
    </Card>
  );
}

function Words() {
  return (
    <Card title={m.gallery_words()}>
      <div className={styles.stack}>
        <div className={styles.row}>
          {tones.map((tone) => (
            <Chip key={tone} tone={tone}>
              {tone}
            </Chip>
          ))}
          <Chip tone="rule" icon="lock">
            {signedMoney("1200", "EUR")}
          </Chip>
        </div>
        {(["neutral", "accent", "rule", "danger", "good"] as const).map((tone) => (
          <Notice key={tone} tone={tone}>
            {m.login_claim()}
          </Notice>
        ))}
      </div>
    </Card>
  );
}

function States() {
  return (
    <Card title={m.gallery_states()}>
      <div className={styles.grid}>
        <State icon="file" title={m.not_found_title()} actions={<Button look="primary">{m.error_retry()}</Button>}>
          {m.not_found_text()}
        </State>
        <Loading lines={5} />
      </div>
    </Card>
  );
}

function Icons() {
  return (
    <Card title={m.gallery_icons()}>
      <div className={styles.icons}>
        {iconNames.map((name) => (
          <div key={name}>
            <Icon name={name} />
            {name}
          </div>
        ))}
      </div>
    </Card>
  );
}
