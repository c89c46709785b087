package main

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// companyCommand adds a company with its first administrator, who then adds
// everybody else.
type companyCommand struct {
	databaseFlags
	Name       string `arg:"" help:"The company's name."`
	Country    string `help:"Country, as ISO 3166 writes it." default:"FR" placeholder:"CODE"`
	Currency   string `help:"Base currency, as ISO 4217 writes it." default:"EUR" placeholder:"CODE"`
	TimeZone   string `help:"Zone whose days count." default:"Europe/Paris" placeholder:"ZONE"`
	Language   string `help:"Language of the administrator: fr or en." default:"fr" enum:"fr,en"`
	AdminEmail string `help:"E-mail address of the first administrator." required:"" placeholder:"ADDRESS"`
	AdminName  string `help:"Name of the first administrator." default:"Administrator"`
	Password   string `help:"The administrator's password; one is made and printed when it is not given." env:"QUOTIENT_ADMIN_PASSWORD"`
}

func (c companyCommand) Run(p *process) error {
	c.Data = orDefault(c.Data, serveData())
	db, err := c.open(p)
	if err != nil {
		return err
	}
	return errors.Join(c.create(p, db.DB), db.stop())
}

func (c companyCommand) create(p *process, db *postgres.DB) error {
	users, err := auth.NewService(postgres.NewAccess(db, db), time.Now, auth.Options{})
	if err != nil {
		return err
	}
	tenant := postgres.Tenant{ID: identity.NewID(), Name: c.Name, Country: c.Country, BaseCurrency: c.Currency,
		TimeZone: c.TimeZone, Languages: []string{c.Language}}
	if err := db.CreateTenant(p.ctx, tenant, time.Now()); err != nil {
		return err
	}
	password := cmp.Or(c.Password, rand.Text())
	_, err = users.AddUser(p.ctx, system(tenant.ID), auth.NewUser{Email: c.AdminEmail, Name: c.AdminName,
		Roles: []identity.Role{identity.Admin}, Language: c.Language, Password: password})
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "company %s\nadministrator %s\n", tenant.ID, c.AdminEmail)
	if c.Password == "" {
		fmt.Fprintf(p.stdout, "password %s\n", password)
	}
	return nil
}
