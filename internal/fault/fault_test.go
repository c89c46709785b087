package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
)

func ExampleFromIssues() {
	err := fault.FromIssues("invalid-model", "the model has mistakes", []fault.Issue{
		{Kind: "unknown-option", Position: fault.Position{File: "bike.yaml", Line: 7, Column: 12}, Message: `unknown option "stell"`, Suggestion: "steel"},
		{Kind: "unknown-name", Position: fault.Position{File: "bike.yaml", Line: 3, Column: 5}, Message: `unknown name "wheels"`},
	})
	fmt.Println(err)
	// Output:
	// the model has mistakes
	//   bike.yaml:3:5: unknown name "wheels"
	//   bike.yaml:7:12: unknown option "stell" (did you mean "steel"?)
}

func TestNoIssuesIsNoError(t *testing.T) {
	if err := fault.FromIssues("x", "y", nil); err != nil {
		t.Fatalf("FromIssues without issues = %v, want nil", err)
	}
}

func TestWrapKeepsCauseAndCode(t *testing.T) {
	err := fmt.Errorf("load: %w", fault.Wrap(io.ErrUnexpectedEOF, fault.Malformed, "bad-json", "the body ends early"))
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("the cause is lost")
	}
	if got := fault.CodeOf(err); got != fault.Malformed {
		t.Errorf("CodeOf = %q", got)
	}
	if got := fault.CodeOf(io.EOF); got != fault.Internal {
		t.Errorf("CodeOf of a foreign error = %q, want internal", got)
	}
	if got := fault.CodeOf(nil); got != "" {
		t.Errorf("CodeOf(nil) = %q", got)
	}
}

func TestWithLeavesTheOriginalAlone(t *testing.T) {
	base := fault.New(fault.Conflict, "illegal-transition", "cannot send a draft")
	a, b := base.With("state", "draft"), base.With("state", "sent")
	if base.Details != nil || a.Details["state"] != "draft" || b.Details["state"] != "sent" {
		t.Errorf("details leak between copies: %v %v %v", base.Details, a.Details, b.Details)
	}
}

func TestClosest(t *testing.T) {
	names := []string{"motor", "frame", "wheels", "battery", "w"}
	for word, want := range map[string]string{
		"moter": "motor", "Frame": "frame", "wheel": "wheels", "battrey": "battery",
		"x": "w", "gearbox": "", "": "w",
	} {
		if got := fault.Closest(word, names); got != want {
			t.Errorf("Closest(%q) = %q, want %q", word, got, want)
		}
	}
}
