// Network reads a folder of ledgers (台账), checks the whole network of social work stations in it and prints what it is
// (社工站网络一览) as Markdown, in Chinese.
//
//	go run ./examples/network                          Nanjing county, 2022: 12 stations, one centre, one operator
//	go run ./examples/network -example heilongjiang    twin stations, accompanied supervision and its bulletin
//	go run ./examples/network -example broken          25 mistakes, listed in data/broken/MISTAKES.md
//	go run ./examples/network -data folder             a folder of the same form
//
// A folder holds CSV files, in UTF-8 or GB18030, with Chinese headers: network.csv and stations.csv, and the other ledgers
// as far as there are any. The files that come with the program show all of them.
//
// What the news articles of 2022 say is quoted; the published figures are marked 未核验, because nothing stands behind them
// here. Names of people and agencies, prices, indicators and the stations of the second folder are invented and marked
// 虚构.
//
// A faulty folder is reported whole, each fault with file, row and column; nothing else is printed and the exit status
// is 1.
package main

import (
	"bytes"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/shegong/shegong/reporting/render"
)

//go:embed data
var shipped embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments. It returns the exit status: 0, 1 for a faulty folder, 2 for a faulty
// command line.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("network", flag.ContinueOnError)
	flags.SetOutput(stderr)
	folder := flags.String("data", "", "folder of CSV files; empty: one that comes with the program")
	example := flags.String("example", "nanjing", "folder that comes with the program: nanjing, heilongjiang or broken")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		flags.Usage()
		return 2
	}
	name, dir := *folder, os.DirFS(*folder)
	if *folder == "" {
		name = path.Base(*example)
		dir, _ = fs.Sub(shipped, path.Join("data", name)) // the path is valid, so the error is nil
	}
	record, err := read(dir)
	if err != nil {
		fmt.Fprintf(stderr, "%s：不能生成网络一览\n%s\n", name, err)
		return 1
	}
	var out bytes.Buffer
	err = render.Markdown{}.Render(&out, record.document())
	if err == nil {
		_, err = stdout.Write(out.Bytes())
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}
