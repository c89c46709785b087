package layout_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

const full = `template: north
name: {en: North, fr: Nord}
paper: letter
font: serif
colours: {accent: "#aa0000", ink: "#111111", wash: "#eeeeee"}
logo: {fr: ` + file + `}
show: {options: none, codes: false, descriptions: false, pictures: false, discounts: false, steps: true, lead_times: false, signature: false}
annexes: {configuration: true, bill_of_materials: true, waterfall: false}
terms: ` + file + `
texts:
  opening: {en: Hello, fr: Bonjour}
  closing: Au revoir
  signature_hint: |
    Lu et approuvé :
    date
`

const file = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

func TestParseReadsEveryField(t *testing.T) {
	got, err := layout.Parse("north.yaml", []byte(full))
	if err != nil {
		t.Fatal(err)
	}
	want := layout.Layout{Code: "north", Paper: layout.Letter, Font: layout.Serif, Colours: layout.Colours{Accent: "#aa0000", Ink: "#111111", Wash: "#eeeeee"},
		Logo: file, Show: layout.Show{Options: layout.OptionsNone, Steps: true}, Annexes: layout.Annexes{Configuration: true, BillOfMaterials: true},
		Terms: file, Texts: layout.Texts[string]{Opening: "Bonjour", Closing: "Au revoir", SignatureHint: "Lu et approuvé :\ndate\n"}}
	if diff := cmp.Diff(want, got.In("fr")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got.In("en").Texts.Opening != "Hello" || got.Name.In("fr") != "Nord" {
		t.Errorf("other languages: %+v", got)
	}
	if diff := cmp.Diff([]string{file}, got.Files()); diff != "" {
		t.Errorf("files (-want +got)\n%s", diff)
	}
}

func TestParseLeavesTheRestAsItIs(t *testing.T) {
	got, err := layout.Parse("x.yaml", []byte("template: x"))
	if err != nil {
		t.Fatal(err)
	}
	want := layout.Default().In("fr")
	want.Code = "x"
	if diff := cmp.Diff(want, got.In("fr")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// All mistakes of a template are told at once, each with its place.
func TestParseReportsEveryMistake(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"everything", "template: Grand Hôtel\npaper: a5\nfont: [sans]\ncolours: {accent: red, inc: '#000000'}\nlogo: {de: x}\nshow: {codes: yes please}\nshow: {}\nextra: 1\ntexts: 5\n", []string{
			`t.yaml:1:11: template: "Grand Hôtel" is not lower-case letters, digits and hyphens`,
			`t.yaml:2:8: paper: "a5" is none of [a4 letter]`,
			`t.yaml:3:7: font must be a text`,
			`t.yaml:4:19: accent: "red" is not a colour such as "#1f4e5f"`,
			`t.yaml:4:24: colours has no field "inc"`,
			`t.yaml:5:8: logo has no field "de"`,
			`t.yaml:6:15: codes must be true or false`,
			`t.yaml:7:1: show is given twice`,
			`t.yaml:8:1: a template has no field "extra"`,
			`t.yaml:9:8: texts must be a mapping of fields`,
		}},
		{"no code", "paper: a4\n", []string{"t.yaml:1:6: template: the code is missing"}},
		{"no YAML", "template: x\n  paper: [\n", nil},
		{"two documents", "template: x\n---\ntemplate: y\n", []string{"t.yaml:3:9: a file has one template"}},
		{"long text", "template: x\ntexts: {closing: " + strings.Repeat("a", 4001) + "}\n", []string{"t.yaml:2:18: closing has more than 4000 characters"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := layout.Parse("t.yaml", []byte(c.text))
			issues := fault.IssuesOf(err)
			if len(issues) == 0 {
				t.Fatalf("no issues: %v", err)
			}
			if c.want == nil {
				return
			}
			var got []string
			for _, i := range issues {
				got = append(got, i.Position.String()+": "+i.Message)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestCheckFiles(t *testing.T) {
	parsed, err := layout.Parse("t.yaml", []byte("template: x\nlogo: "+file+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		stored map[string]string
		want   string
	}{
		{map[string]string{file: layout.JPEG}, ""}, {nil, "no picture with this id has been uploaded"}, {map[string]string{file: layout.PDF}, "the file is no picture"},
	} {
		issues := parsed.CheckFiles(c.stored)
		if c.want == "" && len(issues) == 0 {
			continue
		}
		if len(issues) != 1 || issues[0].Message != c.want || issues[0].Position.Line != 2 {
			t.Errorf("%v: %v, want %q", c.stored, issues, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(full)
	f.Add("template: x\nlogo: {en: [}")
	f.Add("? a\n: b")
	f.Fuzz(func(t *testing.T, text string) {
		parsed, err := layout.Parse("t.yaml", []byte(text))
		if err != nil {
			return
		}
		if parsed.Code == "" {
			t.Error("a template without a code was read")
		}
		for _, tag := range lang.Supported() {
			parsed.In(tag)
		}
	})
}

func encoded(t *testing.T, width, height int, format string) []byte {
	t.Helper()
	in := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			in.Set(x, y, color.NRGBA{200, 30, 30, uint8(x * 255 / width)})
		}
	}
	var out bytes.Buffer
	var err error
	if format == "png" {
		err = png.Encode(&out, in)
	} else {
		err = jpeg.Encode(&out, in, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A picture of any size becomes a JPEG on white with no side above 1000 pixels,
// its shape kept.
func TestPicture(t *testing.T) {
	for _, c := range []struct{ width, height, wantWidth, wantHeight int }{
		{1, 1, 1, 1}, {300, 200, 300, 200}, {2400, 1200, 1000, 500}, {100, 3000, 33, 1000}, {3000, 1, 1000, 1},
	} {
		for _, format := range []string{"png", "jpeg"} {
			out, err := layout.Picture(encoded(t, c.width, c.height, format))
			if err != nil {
				t.Errorf("%d × %d %s: %v", c.width, c.height, format, err)
				continue
			}
			got, err := jpeg.Decode(bytes.NewReader(out))
			if err != nil || got.Bounds().Dx() != c.wantWidth || got.Bounds().Dy() != c.wantHeight {
				t.Errorf("%d × %d %s became %v, want %d × %d", c.width, c.height, format, got.Bounds(), c.wantWidth, c.wantHeight)
			}
		}
	}
	out, err := layout.Picture(encoded(t, 64, 64, "png"))
	if err != nil {
		t.Fatal(err)
	}
	shown, err := jpeg.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := shown.At(0, 0).RGBA(); r>>8 < 240 || g>>8 < 240 || b>>8 < 240 {
		t.Error("what is transparent is not white")
	}
}

func TestPictureRefuses(t *testing.T) {
	good := encoded(t, 300, 200, "png")
	huge := bytes.Clone(good)
	copy(huge[16:24], []byte{0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff}) // 65535 × 65535, by the header
	for name, raw := range map[string][]byte{"nothing": nil, "text": []byte("hello"), "cut off": good[:len(good)/2], "a bomb": huge} {
		_, err := layout.Picture(raw)
		var refused *fault.Error
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
