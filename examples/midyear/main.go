// Midyear prints the mid-year report of a province's or county's social work stations (年中通报) from a data file: the
// paragraph as it is published, every hedge checked against its value, a table of what stands behind each figure,
// and hints for the editor.
//
//	go run ./examples/midyear                          the figures of Shanxi, 2022
//	go run ./examples/midyear -data my.csv             a file of the same form
//	go run ./examples/midyear -example nanjing         one of the files that come with it
//	go run ./examples/midyear -trace                   phrase, value, step and source as JSON
//
// The files that come with it are shanxi, shanxi-published (phrases only, 未核验), qinghe (an invented province),
// nanjing (a county), heilongjiang (text only) and broken (every kind of mistake). Values marked 示例 are invented,
// inside the interval that the published phrase stands for.
//
// A faulty file is reported whole, each fault with row and column; nothing else is printed and the exit status is 1.
package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/render"
)

//go:embed data/*.csv
var shipped embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments. It returns the exit status: 0, 1 for a faulty file, 2 for a faulty
// command line.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("midyear", flag.ContinueOnError)
	flags.SetOutput(stderr)
	file := flags.String("data", "", "data file (CSV, UTF-8); empty: one that comes with the program")
	example := flags.String("example", "shanxi", "name of a data file that comes with the program")
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
	name, data, err := load(*file, *example)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	doc, err := read(data)
	if err != nil {
		fmt.Fprintf(stderr, "%s：不能生成报告\n%s\n", name, err)
		return 1
	}
	out, err := output(doc, *trace)
	if err == nil {
		_, err = stdout.Write(out)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

func load(file, example string) (name string, data []byte, err error) {
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return file, nil, err
		}
		defer f.Close()
		data, err = io.ReadAll(io.LimitReader(f, maxSize+1)) // the rest of a larger file changes nothing
		return file, data, err
	}
	name = path.Join("data", path.Base(example)+".csv")
	data, err = shipped.ReadFile(name)
	return name, data, err
}

func output(doc reporting.Document, trace bool) ([]byte, error) {
	var out bytes.Buffer
	if trace {
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		err := enc.Encode(doc.Trace())
		return out.Bytes(), err
	}
	err := render.Markdown{}.Render(&out, doc)
	return out.Bytes(), err
}
