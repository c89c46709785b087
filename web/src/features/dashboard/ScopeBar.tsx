import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { teamsQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { SelectField, TextField } from "~/components/Field";
import { type Span, spans } from "./period";
import { type Compare, compares, type Look, type Scope } from "./scope";
import styles from "./Dashboard.module.css";

const spanWords: Record<Span, () => string> = {
  month: m.span_month,
  last_month: m.span_last_month,
  quarter: m.span_quarter,
  last_quarter: m.span_last_quarter,
  year: m.span_year,
  last_year: m.span_last_year,
  months_12: m.span_months_12,
  months_24: m.span_months_24,
};

const compareWords: Record<Compare, () => string> = {
  year: m.compare_year,
  previous: m.compare_previous,
  none: m.compare_none,
};

/** Whose figures, of which days, against which, known when: all of it in the address. */
export function ScopeBar({ look: { scope } }: { look: Look }) {
  const navigate = useNavigate({ from: "/dashboard" });
  const teams = useQuery(teamsQuery).data ?? [];
  const set = (part: Partial<Scope>) => void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  return (
    <div className={styles.scope} role="group" aria-label={m.scope()}>
      <SelectField
        size="small"
        label={m.team()}
        value={scope.team ?? ""}
        onChange={(e) => set({ team: e.currentTarget.value || undefined })}
      >
        <option value="">{m.team_all()}</option>
        {teams.map((t) => (
          <option key={t.id} value={t.id}>
            {t.name}
          </option>
        ))}
      </SelectField>
      <SelectField
        size="small"
        label={m.figure_period()}
        value={scope.span ?? "year"}
        onChange={(e) => set({ span: e.currentTarget.value as Span })}
      >
        {spans.map((s) => (
          <option key={s} value={s}>
            {spanWords[s]()}
          </option>
        ))}
      </SelectField>
      <SelectField
        size="small"
        label={m.compare_with()}
        value={scope.compare ?? "year"}
        onChange={(e) => set({ compare: e.currentTarget.value as Compare })}
      >
        {compares.map((c) => (
          <option key={c} value={c}>
            {compareWords[c]()}
          </option>
        ))}
      </SelectField>
      <TextField
        size="small"
        type="date"
        label={m.figure_as_of()}
        value={scope.as_of ?? ""}
        max={new Date().toISOString().slice(0, 10)}
        onChange={(e) => set({ as_of: e.currentTarget.value || undefined })}
      />
    </div>
  );
}
