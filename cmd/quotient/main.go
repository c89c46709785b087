// Command quotient is the configure-price-quote service and its tools.
//
// "quotient demo" serves a company with two years of history; "quotient serve"
// serves yours; the others migrate the database, check and publish models and
// prices, and verify what is stored. Every flag has an environment variable;
// "quotient COMMAND --help" lists both.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// cli is the grammar of the command line.
type cli struct {
	LogLevel  slog.Level `help:"Least level that is logged: debug, info, warn or error." default:"info" env:"QUOTIENT_LOG_LEVEL"`
	LogFormat string     `help:"Format of the log on standard error: text or json." enum:"text,json" default:"text" env:"QUOTIENT_LOG_FORMAT"`

	Demo     demoCommand     `cmd:"" help:"Serve an example company with two years of quotes."`
	Serve    serveCommand    `cmd:"" help:"Serve the API and the web interface."`
	Migrate  migrateCommand  `cmd:"" help:"Bring the database to this version, and stop."`
	Audit    auditCommand    `cmd:"" help:"Check the record of everything that happened to quotes."`
	Doctor   doctorCommand   `cmd:"" help:"Check that everything the service needs is there."`
	Model    modelCommand    `cmd:"" help:"Check, test, analyse, compare and measure product models."`
	Price    priceCommand    `cmd:"" help:"Check, publish, compare, roll back and replay prices, and see what they do to open quotes."`
	Figures  figuresCommand  `cmd:"" help:"Make figures anew from the log of events."`
	Import   importCommand   `cmd:"" help:"Take over past quotes and orders from another system."`
	Template templateCommand `cmd:"" help:"Check templates of printed quotes, and print samples with them."`
	Company  companyCommand  `cmd:"" help:"Add a company and its first administrator."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// process is what a command may use of the outside.
type process struct {
	ctx    context.Context
	stdout io.Writer
	stderr io.Writer
	log    *slog.Logger
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run executes one command line and returns the exit code. A failure is one
// line on stderr, unless it carries findings of its own, each on a line.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	var grammar cli
	exit := -1
	parser, err := kong.New(&grammar,
		kong.Name("quotient"),
		kong.Description("Configure, price and quote."),
		kong.UsageOnError(),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { exit = code }),
	)
	if err != nil {
		fmt.Fprintln(stderr, "quotient:", err)
		return 1
	}
	command, err := parser.Parse(args)
	if exit >= 0 { // --help was printed
		return exit
	}
	if err != nil {
		fmt.Fprintln(stderr, "quotient:", err)
		return 2
	}
	p := &process{ctx: ctx, stdout: stdout, stderr: stderr, log: logger(&grammar, stderr)}
	switch err := command.Run(p); {
	case err == nil:
		return 0
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "quotient: interrupted:", err)
		return 130 // as the shell has it for SIGINT
	default:
		fmt.Fprintln(stderr, "quotient:", err)
		return 1
	}
}

func logger(c *cli, w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}

type versionCommand struct{}

func (versionCommand) Run(p *process) error {
	_, err := fmt.Fprintln(p.stdout, version())
	return err
}

// version is what the build knows of itself: a released version, or the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	parts := []string{info.Main.Version}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			parts = append(parts, s.Value)
		}
	}
	return strings.Join(parts, " ")
}
