import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { fiscalQuery } from "~/api/kpi";
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

/** Before the name of a fiscal period among the values of the list. */
const fiscal = "fiscal:";

/** Whose figures, of which days, against which, known when: all of it in the address. */
export function ScopeBar({ look: { scope } }: { look: Look }) {
  const navigate = useNavigate({ from: "/dashboard" });
  const teams = useQuery(teamsQuery).data ?? [];
  const calendar = useQuery(fiscalQuery).data ?? [];
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
        value={scope.period ? fiscal + scope.period : (scope.span ?? "year")}
        onChange={({ currentTarget: { value } }) =>
          set(
            value.startsWith(fiscal) ? { period: value.slice(fiscal.length), span: undefined } : { span: value as Span, period: undefined },
          )
        }
      >
        {spans.map((s) => (
          <option key={s} value={s}>
            {spanWords[s]()}
          </option>
        ))}
        {calendar.length > 0 && (
          <optgroup label={m.fiscal_periods()}>
            {calendar.map((p) => (
              <option key={p.name} value={fiscal + p.name}>
                {p.name}
              </option>
            ))}
          </optgroup>
        )}
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
      <SelectField
        size="small"
        label={m.rates()}
        value={scope.currency ?? ""}
        onChange={(e) => set({ currency: e.currentTarget.value === "constant" ? "constant" : undefined })}
      >
        <option value="">{m.rates_frozen()}</option>
        <option value="constant">{m.rates_constant()}</option>
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
