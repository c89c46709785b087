package kpi_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

func ExampleParseRecords() {
	sheet := "first_day;last_day;amount\n2026-01-01;2026-03-31;1 250 000,50\n"
	records, err := kpi.ParseRecords(kpi.TargetSheet, strings.NewReader(sheet), kpi.Names{})
	fmt.Println(records.Targets[0].From, records.Targets[0].To, records.Targets[0].Amount, err)
	// Output: 2026-01-01 2026-04-01 1250000.5 <nil>
}

const someone = "01890000-0000-7000-8000-000000000001"

func TestParseRecords(t *testing.T) {
	for kind, text := range map[kpi.RecordKind]string{
		kpi.TargetSheet:   "\ufefffirst_day,last_day,amount,team,owner\n2026-01-01,2026-01-31,100," + someone + ",\n",
		kpi.CostSheet:     "source,first_day,last_day,cost\nfair,2026-01-01,2026-01-01,10.5\n",
		kpi.ActivitySheet: "day,owner,team,contacts,meetings\n2026-01-01," + someone + "," + someone + ",3,1\n",
		kpi.SurveySheet:   "day,quote,owner,team,score\n2026-01-01,Q-2026-000001," + someone + "," + someone + ",\n",
		kpi.PulseSheet:    "day,team,answer,score,note\n2026-01-01," + someone + ",7,5,\"well, well\"\n",
		kpi.PeriodSheet:   "name,first_day,last_day\n2026-P1,2025-12-29,2026-01-25\n",
	} {
		if _, err := kpi.ParseRecords(kind, strings.NewReader(text), kpi.Names{}); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestParseRecordsReportsEveryMistake(t *testing.T) {
	for _, c := range []struct {
		name string
		kind kpi.RecordKind
		text string
		want []string
	}{
		{"empty", kpi.PulseSheet, "", []string{"1:1: the file has no header row"}},
		{"columns", kpi.CostSheet, "source,fist_day,last_day\n", []string{
			`1:1: the column "first_day" is missing`, `1:1: the column "cost" is missing`, `1:2: unknown column "fist_day" (did you mean "first_day"?)`}},
		{"rows", kpi.PulseSheet, "day,team,answer,score\n2026-02-30,x,,9\n2026-01-01," + someone + ",1,three\n", []string{
			"2:1: day:", "2:2: team:", "2:3: answer is empty", `2:4: score: "9"`, `3:4: score: "three"`}},
		{"a short row does not hide the next", kpi.PeriodSheet, "name,first_day,last_day\nx\ny,2026-01-02,2026-01-01\n", []string{
			"2:1: wrong number of fields", "3:3: last_day 2026-01-01 is before first_day 2026-01-02"}},
		{"negative", kpi.TargetSheet, "first_day,last_day,amount\n2026-01-01,2026-01-01,-5\n", []string{`2:3: amount: "-5" is not an amount`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := kpi.ParseRecords(c.kind, strings.NewReader(c.text), kpi.Names{})
			issues := fault.IssuesOf(err)
			if len(issues) != len(c.want) {
				t.Fatalf("%d issues, want %d: %v", len(issues), len(c.want), err)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(issues[i].String(), want) {
					t.Errorf("issue %q, want %q", issues[i], want)
				}
			}
		})
	}
	if _, err := kpi.ParseRecords("target", nil, kpi.Names{}); fault.IssuesOf(err)[0].Suggestion != "targets" {
		t.Errorf("an unknown kind gives %v", err)
	}
}

func TestImportIsForManagers(t *testing.T) {
	store := &kpitest.Memory{}
	s := company(t, store, day(0))
	sheet := "first_day,last_day,amount\n2026-03-01,2026-03-31,100\n"
	if _, err := s.Import(t.Context(), manager, kpi.TargetSheet, strings.NewReader(sheet)); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a machine that may only read imports targets: %v", err)
	}
	boss := identity.Actor{Kind: identity.Person, Roles: []identity.Role{identity.Manager}}
	if _, err := s.Import(t.Context(), boss, kpi.TargetSheet, strings.NewReader(sheet)); err != nil || len(store.Records.Targets) != 1 {
		t.Errorf("%d targets: %v", len(store.Records.Targets), err)
	}
}

func FuzzParseRecords(f *testing.F) {
	f.Add("targets", "first_day,last_day,amount\n2026-01-01,2026-01-31,100\n")
	f.Add("pulses", "day;team;answer;score\n2026-01-01;;1;\"3\n")
	f.Fuzz(func(t *testing.T, kind, text string) {
		records, err := kpi.ParseRecords(kpi.RecordKind(kind), strings.NewReader(text), kpi.Names{})
		for _, r := range records.Targets {
			if err != nil || !r.From.Before(r.To) || r.Amount.Sign() < 0 {
				t.Errorf("%q gave %+v, %v", text, r, err)
			}
		}
	})
}
