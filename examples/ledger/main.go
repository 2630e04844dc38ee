// Ledger keeps the money and goods of an invented county for a year (县级资金物资台账示例) and prints the annual report: registers read from
// CSV, a lottery grant, a purchase contract paid 5:3:2 with a deduction, rice in lots, clothes nobody valued, cash relief,
// volunteer hours, a change of purpose with the donor's consent, an error reversed after the half-year was closed, and the chain that
// proves nothing was changed since.
//
//	go run ./examples/ledger                   the year as it comes with the program
//	go run ./examples/ledger -data my/folder   the same year with registers of your own: gifts.csv, cash.csv, …
//	go run ./examples/ledger -trace            phrase, value and source of every figure as JSON
//
// County, stations, people, firms and amounts are all invented (虚构). A row that is faulty or that the ledger refuses is reported with file,
// row and header; nothing else is printed and the exit status is 1.
package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting/render"
	"github.com/shegong/shegong/station/fault"
)

//go:embed data/*.csv
var shipped embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments. It returns the exit status: 0, 1 for faulty registers, 2 for a faulty command
// line.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("ledger", flag.ContinueOnError)
	flags.SetOutput(stderr)
	folder := flags.String("data", "", "folder of registers; empty: those that come with the program")
	trace := flags.Bool("trace", false, "print the trace of every figure as JSON instead of the report")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		flags.Usage()
		return 2
	}
	files, err := fs.Sub(shipped, "data")
	if *folder != "" {
		files = os.DirFS(*folder)
	}
	var out []byte
	if err == nil {
		out, err = print(context.Background(), files, *trace)
	}
	if err == nil {
		_, err = stdout.Write(out)
	}
	if err != nil {
		fmt.Fprintln(stderr, message(err))
		return 1
	}
	return 0
}

// print keeps the year and writes its report.
func print(ctx context.Context, files fs.FS, trace bool) ([]byte, error) {
	b, err := keep(ctx, files)
	if err != nil {
		return nil, err
	}
	doc, err := b.report(ctx)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if trace {
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		err := enc.Encode(doc.Trace())
		return out.Bytes(), err
	}
	err = render.Markdown{}.Render(&out, doc)
	return out.Bytes(), err
}

// message is an error in Chinese, one problem a line.
func message(err error) string {
	var l fault.List
	if errors.As(err, &l) {
		return l.Text(language.Chinese)
	}
	var f fault.Fault
	if errors.As(err, &f) {
		return f.Text(language.Chinese)
	}
	return err.Error()
}
