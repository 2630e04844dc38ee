// Screening assesses an invented county of 100,000 persons (县域批量筛查示例) under the whole national law and invented local standards:
// typed households bound to facts, screened in columns, ten rows explained one by one, and a higher subsistence standard costed.
//
//	go run ./examples/screening                   the county as it is, and 60 yuan more a month
//	go run ./examples/screening -persons 20000    a smaller one
//	go run ./examples/screening -raise 100.00     another reform
//
// County, people, relatives, incomes and standards are all invented (虚构). The report goes to standard output and is the same each time;
// progress, time and memory go to standard error.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments. It returns the exit status: 0, 1 for what cannot be screened, 2 for a faulty
// command line.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("screening", flag.ContinueOnError)
	flags.SetOutput(stderr)
	persons := flags.Int("persons", 100_000, "how many people live in the county")
	raise := money.Fen(6_000)
	flags.TextVar(&raise, "raise", raise, "yuan a month by which the reform raises the subsistence standard")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 || *persons < 1 || *persons > 10_000_000 {
		flags.Usage()
		return 2
	}
	began := time.Now()
	progress := func(stage string, done, of int) {
		fmt.Fprintf(stderr, "\r%s %d/%d，%.1f秒", stage, done, of, time.Since(began).Seconds())
		if done == of {
			fmt.Fprintln(stderr)
		}
	}
	if err := report(stdout, *persons, raise, progress); err != nil {
		fmt.Fprintln(stderr, message(err))
		return 1
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	fmt.Fprintf(stderr, "用时%.1f秒，向系统取得内存%dMB\n", time.Since(began).Seconds(), mem.Sys>>20)
	return 0
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
