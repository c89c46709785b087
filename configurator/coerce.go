package configurator

import (
	"fmt"
	"regexp"
	"unicode/utf8"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// coerce gives v the shape the attribute stores, or says why it cannot be a
// value of it. Whether a number lies in range and on step is not asked here.
func (a *Attribute) coerce(v Value) (Value, *fault.Issue) {
	if v.IsNone() {
		return v, nil
	}
	switch a.Type {
	case ChoiceType, MultiType:
		code := v.String()
		if a.option(code) == nil {
			codes := make([]string, len(a.Options))
			for i, o := range a.Options {
				codes[i] = o.Code
			}
			return v, &fault.Issue{
				Kind: "unknown-option", Suggestion: fault.Closest(code, codes),
				Message: fmt.Sprintf("attribute %q has no option %q", a.Code, code),
			}
		}
		return Text(code), nil
	case BoolType:
		if b, ok := asBool(v); ok {
			return Bool(b), nil
		}
	case IntegerType, DecimalType:
		return a.coerceNumber(v)
	case DateType:
		if d, err := civil.Parse(v.String()); err == nil {
			return Date(d), nil
		}
	case TextType:
		return a.coerceText(v)
	}
	return v, wrongType(a, v)
}

func wrongType(a *Attribute, v Value) *fault.Issue {
	wants := map[Type]string{
		BoolType: "true or false", IntegerType: "a number", DecimalType: "a number", DateType: "a date as YYYY-MM-DD", TextType: "a text",
	}
	return &fault.Issue{Kind: "wrong-type", Message: fmt.Sprintf("attribute %q takes %s, not %s", a.Code, wants[a.Type], v)}
}

func (a *Attribute) coerceNumber(v Value) (Value, *fault.Issue) {
	if d, ok := asNumber(v); ok {
		return Number(d), nil
	}
	return v, wrongType(a, v)
}

// asNumber reads a number, or the text as which quotes keep it.
func asNumber(v Value) (money.Decimal, bool) {
	switch v.Kind() {
	case NumberValue:
		return v.Decimal(), true
	case TextValue:
		d, err := money.Parse(v.Code())
		return d, err == nil
	}
	return money.Decimal{}, false
}

// asBool reads a bool, or the text as which quotes keep it.
func asBool(v Value) (value, ok bool) {
	switch {
	case v.Kind() == BoolValue:
		return v.Truth(), true
	case v.Equal(Text("true")), v.Equal(Text("false")):
		return v.Code() == "true", true
	}
	return false, false
}

func (a *Attribute) coerceText(v Value) (Value, *fault.Issue) {
	if v.Kind() != TextValue {
		return v, wrongType(a, v)
	}
	n := utf8.RuneCountInString(v.Code())
	limit, bounded := a.Max.Int64()
	least, _ := a.Min.Int64()
	switch {
	case bounded && limit > 0 && int64(n) > limit, int64(n) < least:
		takes := fmt.Sprintf("%s to %s", a.Min, a.Max)
		if limit == 0 {
			takes = fmt.Sprintf("at least %s", a.Min)
		}
		return v, &fault.Issue{Kind: "wrong-length", Message: fmt.Sprintf("attribute %q takes %s characters, not %d", a.Code, takes, n)}
	case a.Pattern != "":
		if ok, err := regexp.MatchString(`^(?:`+a.Pattern+`)$`, v.Code()); err != nil || !ok {
			return v, &fault.Issue{Kind: "wrong-pattern", Message: fmt.Sprintf("attribute %q must match %s", a.Code, a.Pattern)}
		}
	}
	return v, nil
}

func (a *Attribute) option(code string) *Option {
	for _, o := range a.Options {
		if o.Code == code {
			return o
		}
	}
	return nil
}

// dayOf is the day of a date value; the zero Date when v is none.
func dayOf(v Value) civil.Date {
	d, err := civil.Parse(v.Code())
	if err != nil {
		return civil.Date{}
	}
	return d
}
