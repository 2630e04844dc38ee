// Chen tells what a social work station would tell a family and its county about 特困人员救助供养 (一家两口的研判说明): a father of 64 who
// looks after his paralysed daughter, both on 低保. Four accounts, one after the other: what is missing while the daughter has no
// disability certificate; what both may have once she has one, and what ends with it; what the wage of a job that the
// father takes in July does to both; which way out is left. Then the days on which somebody has to look again.
//
//	go run ./examples/chen                        the family as it comes with the program
//	go run ./examples/chen -family my/family.json  a family of your own, of a "father" and a "daughter"
//
// Family, province, standards and every amount are invented (虚构). What is printed is an account of the facts, never a decision
// (以民政部门审核确认为准). A file that contradicts itself is answered with coded faults and paths; nothing else is printed and the
// exit status is 1.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/fault"
)

//go:embed data/family.json
var shipped []byte

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments. It returns the exit status: 0, 1 for a faulty family, 2 for a faulty command
// line.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("chen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	file := flags.String("family", "", "the facts of a family as JSON; empty: those that come with the program")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		flags.Usage()
		return 2
	}
	data, err := shipped, error(nil)
	if *file != "" {
		data, err = os.ReadFile(*file)
	}
	var out []byte
	if err == nil {
		out, err = tell(data)
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

// tell reads a family and tells its story.
func tell(data []byte) ([]byte, error) {
	var h facts.Household
	if err := h.UnmarshalJSON(data); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := story(&out, &h)
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
