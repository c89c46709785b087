package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"github.com/quotient-cpq/quotient/internal/document"
	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// templateCommand works on document templates as files.
type templateCommand struct {
	Check   templateCheckCommand   `cmd:"" help:"Report the mistakes of a template, each with line and column."`
	Preview templatePreviewCommand `cmd:"" help:"Print the sample quotes with a template."`
}

type templateCheckCommand struct {
	File string `arg:"" help:"The template." type:"existingfile"`
}

func (c templateCheckCommand) Run(p *process) error {
	t, err := readTemplate(c.File)
	if err != nil {
		return told(p, err)
	}
	_, err = fmt.Fprintf(p.stdout, "template %s is in order\n", t.Code)
	return err
}

func readTemplate(file string) (layout.Template, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return layout.Template{}, err
	}
	return layout.Parse(filepath.Base(file), text)
}

type templatePreviewCommand struct {
	File string `arg:"" optional:"" help:"The template; the built-in one when none is given." type:"existingfile"`
	Out  string `help:"Folder for the PDF files." default:"." type:"existingdir"`
}

func (c templatePreviewCommand) Run(p *process) error {
	t := layout.Default()
	if c.File != "" {
		var err error
		if t, err = readTemplate(c.File); err != nil {
			return told(p, err)
		}
	}
	// What is uploaded is not there to be printed.
	t.Logo, t.Terms = nil, nil
	printer, err := document.New()
	if err != nil {
		return err
	}
	for _, s := range sample.All() {
		for _, tag := range lang.Supported() {
			pdf, err := printer.Render(p.ctx, s.In(tag, t))
			if err != nil {
				return fmt.Errorf("%s in %s: %w", s.Name, tag, err)
			}
			name := filepath.Join(cmp.Or(c.Out, "."), s.Name+"-"+tag+".pdf")
			if err := os.WriteFile(name, pdf, 0o644); err != nil {
				return err
			}
			fmt.Fprintln(p.stdout, name)
		}
	}
	return nil
}
