package main

import "github.com/quotient-cpq/quotient/configurator"

type modelSchemaCommand struct{}

func (modelSchemaCommand) Run(p *process) error {
	_, err := p.stdout.Write(configurator.Schema())
	return err
}
