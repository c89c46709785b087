import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { switchLocale, useLocale } from "~/lib/locale";
import { switchTheme, useTheme } from "~/lib/theme";
import styles from "./Shell.module.css";

const languages = [
  { code: "fr", short: "FR", name: "Français" },
  { code: "en", short: "EN", name: "English" },
] as const;

/** French or English, at any moment. */
export function LanguageSwitch({ onSwitch }: { onSwitch?: (language: "fr" | "en") => void }) {
  const present = useLocale();
  return (
    <div className={styles.language} role="group" aria-label={m.language()}>
      {languages.map((l) => (
        <button
          key={l.code}
          type="button"
          lang={l.code}
          aria-pressed={present === l.code}
          onClick={() => {
            switchLocale(l.code);
            onSwitch?.(l.code);
          }}
        >
          {l.short}
          <span className="visually-hidden"> {l.name}</span>
        </button>
      ))}
    </div>
  );
}

/** Light or dark. */
export function ThemeSwitch() {
  const dark = useTheme() === "dark";
  return (
    <Button look="quiet" size="small" icon={dark ? "sun" : "moon"} iconOnly onPress={() => switchTheme(dark ? "light" : "dark")}>
      {dark ? m.theme_light() : m.theme_dark()}
    </Button>
  );
}
