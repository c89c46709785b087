package view

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"strings"
)

// Merge is a JSON Merge Patch (RFC 7396) of an object, checked against its
// schema before it is applied.
type Merge map[string]json.RawMessage

// Apply sets the fields that the patch names. A null gives the zero value; a
// pointer field of a domain's patch type then points to it, which those types
// read as "clear". A map of texts is merged by key; everything else, arrays
// too, is replaced as a whole.
func (m Merge) Apply(to any) error {
	fields := fieldsOf(reflect.ValueOf(to).Elem())
	for name, raw := range m {
		field, ok := fields[name]
		if !ok {
			return fmt.Errorf("a patch of %T has no field %q", to, name)
		}
		if err := set(field, raw); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func set(field reflect.Value, raw json.RawMessage) error {
	if texts, ok := field.Interface().(map[string]string); ok {
		merged, err := MergeTexts(texts, raw)
		field.Set(reflect.ValueOf(merged))
		return err
	}
	value := reflect.New(field.Type())
	if field.Kind() == reflect.Pointer {
		value.Elem().Set(reflect.New(field.Type().Elem()))
		if string(raw) != "null" {
			if err := json.Unmarshal(raw, value.Elem().Interface()); err != nil {
				return err
			}
		}
	} else if err := json.Unmarshal(raw, value.Interface()); err != nil {
		return err
	}
	field.Set(value.Elem())
	return nil
}

// MergeTexts applies a nested patch: null removes a key, null for the whole
// removes all.
func MergeTexts(present map[string]string, raw json.RawMessage) (map[string]string, error) {
	var patch map[string]*string
	if err := json.Unmarshal(raw, &patch); err != nil || patch == nil {
		return nil, err
	}
	out := maps.Clone(present)
	if out == nil {
		out = map[string]string{}
	}
	for key, value := range patch {
		if value == nil {
			delete(out, key)
			continue
		}
		out[key] = *value
	}
	return out, nil
}

// fieldsOf maps JSON names to the fields of a struct, embedded ones included.
func fieldsOf(v reflect.Value) map[string]reflect.Value {
	out := map[string]reflect.Value{}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			maps.Copy(out, fieldsOf(v.Field(i)))
		case name != "" && name != "-" && f.IsExported():
			out[name] = v.Field(i)
		}
	}
	return out
}
