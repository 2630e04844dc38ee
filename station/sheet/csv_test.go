package sheet_test

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/sheet"
)

// grid collects rows, and the error of each that has one.
func grid(rows iter.Seq2[[]string, error]) (cells [][]string, errs []error) {
	for row, err := range rows {
		cells = append(cells, slices.Clone(row))
		errs = append(errs, err)
	}
	return cells, errs
}

func rows(cells ...[]string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, row := range cells {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func gb(t testing.TB, s string) string {
	t.Helper()
	b, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEncodingsAreTold(t *testing.T) {
	const text = "姓名,地址\r\n𠮷某,双湖镇\r\n"
	want := [][]string{{"姓名", "地址"}, {"𠮷某", "双湖镇"}}
	for name, c := range map[string]struct {
		file     string
		encoding sheet.Encoding
	}{
		"utf-8":                                {text, sheet.UTF8},
		"utf-8 by default":                     {text, ""},
		"utf-8 with mark":                      {"\uFEFF" + text, ""},
		"utf-8 with mark, quoted":              {"\uFEFF\"姓名\",地址\n𠮷某,双湖镇", ""},
		"mark outweighs":                       {"\uFEFF" + text, sheet.GB18030},
		"gb18030":                              {gb(t, text), sheet.GB18030},
		"gb18030 with mark":                    {gb(t, "\uFEFF"+text), sheet.GB18030},
		"either, utf-8":                        {text, sheet.Either},
		"either, gb18030":                      {gb(t, text), sheet.Either},
		"either, gb18030 with mark":            {gb(t, "\uFEFF"+text), sheet.Either},
		"either, utf-8 cut within a character": {text + strings.Repeat("\n", 64<<10-len(text)-1) + "镇", sheet.Either},
	} {
		for kind, r := range map[string]io.Reader{"whole": strings.NewReader(c.file), "by bytes": iotest.OneByteReader(strings.NewReader(c.file))} {
			cells, errs := grid(sheet.CSV{Encoding: c.encoding}.Rows(r))
			if len(cells) < 2 || errors.Join(errs...) != nil {
				t.Fatal(name, kind, len(cells), errors.Join(errs...))
			}
			if diff := cmp.Diff(want, cells[:2]); diff != "" {
				t.Error(name, kind, diff)
			}
		}
	}
}

func TestEitherDoesNotTakeACutCharacterForGB18030OnlyAtTheEndOfTheHead(t *testing.T) {
	file := "姓名\n" + "\xe9\x95" // a whole file that ends within a character is not UTF-8
	cells, _ := grid(sheet.CSV{Encoding: sheet.Either}.Rows(strings.NewReader(file)))
	if cells[0][0] == "姓名" {
		t.Error("a file with broken UTF-8 was taken for UTF-8")
	}
}

func TestFilesThatAreNoText(t *testing.T) {
	for name, file := range map[string]string{
		"xlsx": "PK\x03\x04rest", "xls": "\xD0\xCF\x11\xE0rest", "utf-16le": "\xFF\xFEa\x00", "utf-16be": "\xFE\xFF\x00a",
	} {
		_, errs := grid(sheet.CSV{Encoding: sheet.Either}.Rows(strings.NewReader(file)))
		if len(errs) != 1 || !errors.Is(errs[0], sheet.ErrNotText) {
			t.Error(name, errs)
		}
	}
	if _, errs := grid(sheet.CSV{Encoding: "gbk"}.Rows(strings.NewReader("a"))); !errors.Is(errs[0], sheet.ErrEncoding) {
		t.Error("gbk:", errs)
	}
	for _, e := range []sheet.Encoding{"gbk", sheet.Either} {
		if err := (sheet.CSV{Encoding: e}).Write(io.Discard, rows()); !errors.Is(err, sheet.ErrEncoding) {
			t.Error("writing", e, err)
		}
	}
}

func TestRowsAreCountedAsSpreadsheetsCount(t *testing.T) {
	const file = "\n题目\n\n\"两\n行\",b\n\"\"\"\"\nx\"y\nz\n\n\r\n\"a\"b\nlast"
	want := [][]string{{}, {"题目"}, {}, {"两\n行", "b"}, {`"`}, {}, {"z"}, {}, {}, {}, {"last"}}
	cells, errs := grid(sheet.CSV{}.Rows(strings.NewReader(file)))
	for i := range cells {
		if cells[i] == nil {
			cells[i] = []string{}
		}
	}
	if diff := cmp.Diff(want, cells); diff != "" {
		t.Error(diff)
	}
	for i, err := range errs {
		if bad := i == 5 || i == 9; bad != errors.Is(err, sheet.ErrQuote) || !bad && err != nil {
			t.Errorf("row %d: %v", i+1, err)
		}
	}
	if _, errs := grid(sheet.CSV{}.Rows(strings.NewReader("a\n\"open\nb\nc"))); len(errs) != 2 || !errors.Is(errs[1], sheet.ErrQuote) {
		t.Error("an open quotation mark:", errs)
	}
}

func TestRowsStopWhenTheCallerDoes(t *testing.T) {
	for _, file := range []string{"a\nb\n", "\n\n\na\n", "\"x\"y\nb"} {
		for range (sheet.CSV{}).Rows(strings.NewReader(file)) {
			break
		}
	}
}

func TestFilesAreBounded(t *testing.T) {
	for name, c := range map[string]struct {
		csv  sheet.CSV
		file io.Reader
		want fault.Code
	}{
		"bytes":          {sheet.CSV{MaxBytes: 1000}, strings.NewReader(strings.Repeat("a,b\n", 251)), sheet.ErrBytes},
		"bytes, gb18030": {sheet.CSV{MaxBytes: 1000, Encoding: sheet.GB18030}, strings.NewReader(strings.Repeat("a,b\n", 251)), sheet.ErrBytes},
		"open quote":     {sheet.CSV{}, io.MultiReader(strings.NewReader("a\n\""), &endless{}), sheet.ErrRowBytes},
		"endless line":   {sheet.CSV{Encoding: sheet.GB18030}, &endless{}, sheet.ErrRowBytes},
		"reader":         {sheet.CSV{}, iotest.ErrReader(fault.Code("X-Y")), "X-Y"},
	} {
		_, errs := grid(c.csv.Rows(c.file))
		if last := errs[len(errs)-1]; !errors.Is(last, c.want) {
			t.Error(name, last)
		}
	}
	if _, errs := grid(sheet.CSV{MaxBytes: 1000}.Rows(strings.NewReader(strings.Repeat("a,b\n", 250)))); errors.Join(errs...) != nil {
		t.Error("exactly as long as allowed:", errors.Join(errs...))
	}
}

// endless is a reader of the letter a.
type endless struct{}

func (*endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestFormulasAreGuarded(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+86": "'+86", "@a": "'@a", "\t=1": "'\t=1", "-x": "'-x", "-": "'-", "-1+2": "'-1+2", "-1.": "'-1.",
		"－1": "'－1", "＝1": "'＝1", "'=1": "''=1", "''=1": "'''=1", "\n=1": "'\n=1", "'-1": "''-1",
		"-12": "-12", "-12.50": "-12.50", "'a": "'a", "'": "'", "a=1": "a=1", "": "", "12": "12",
	} {
		var b bytes.Buffer
		if err := (sheet.CSV{}).Write(&b, rows([]string{cell, "x"})); err != nil {
			t.Fatal(err)
		}
		plain, _ := grid(func(yield func([]string, error) bool) { // as a program without the guard reads it
			r := strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF"))
			yield(readAll(t, r), nil)
		})
		if plain[0][0] != want {
			t.Errorf("%q is written %q, want %q", cell, plain[0][0], want)
		}
		if back, _ := grid(sheet.CSV{}.Rows(&b)); back[0][0] != cell {
			t.Errorf("%q comes back as %q", cell, back[0][0])
		}
	}
}

func TestWrittenFilesOpenInSpreadsheets(t *testing.T) {
	var b bytes.Buffer
	table := rows([]string{"姓名", "备注"}, []string{"陈小虚", "一\r\n二\r三"})
	if err := (sheet.CSV{}).Write(&b, table); err != nil {
		t.Fatal(err)
	}
	if want := "\uFEFF姓名,备注\r\n陈小虚,\"一\r\n二\r\n三\"\r\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
	b.Reset()
	if err := (sheet.CSV{Encoding: sheet.GB18030}).Write(&b, table); err != nil {
		t.Fatal(err)
	}
	if want := gb(t, "姓名,备注\r\n陈小虚,\"一\r\n二\r\n三\"\r\n"); b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

func TestWhatCannotBeWrittenIsAnError(t *testing.T) {
	bad := func(yield func([]string, error) bool) {
		_ = yield([]string{"好"}, nil) && yield([]string{"a", "\xff"}, nil) && yield(nil, sheet.ErrBool) && yield([]string{"\uE5E5", "\uFEFF"}, nil)
	}
	var b bytes.Buffer
	err := sheet.CSV{Encoding: sheet.GB18030}.Write(&b, bad)
	l := fault.Of(err)
	if len(l) != 4 || !l.Has(sheet.ErrDamaged) || !l.Has(sheet.ErrUnmapped) || l[0].Path() != "第2行.B列" || l[2].Path() != "第4行.A列" {
		t.Error(err)
	}
	if b.String() != gb(t, "好\r\n") {
		t.Errorf("written after an error: %q", b.String())
	}
	if l := fault.Of(sheet.CSV{}.Write(io.Discard, bad)); len(l) != 2 || l.Has(sheet.ErrUnmapped) {
		t.Error("utf-8:", l)
	}
	for _, e := range []sheet.Encoding{sheet.UTF8, sheet.GB18030} {
		for n := range 2 {
			full := &full{n * 3} // the mark fits, the rows do not
			if err := (sheet.CSV{Encoding: e}).Write(full, rows([]string{strings.Repeat("a", 10000)}, []string{"b"})); !errors.Is(err, io.ErrShortWrite) {
				t.Error(e, n, err)
			}
		}
	}
	many := func(yield func([]string, error) bool) {
		for yield([]string{"\xff"}, nil) {
		}
	}
	if l := fault.Of(sheet.CSV{}.Write(io.Discard, many)); !l.Has(sheet.ErrFaults) {
		t.Error("endless faults:", len(l))
	}
}

// full is a disk with room for so many bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.room {
		return 0, io.ErrShortWrite
	}
	f.room -= len(p)
	return len(p), nil
}

func TestGB18030KeepsEveryCharacterOrRefusesIt(t *testing.T) {
	var refused []rune
	write := func(s string) (string, error) {
		var b bytes.Buffer
		if err := (sheet.CSV{Encoding: sheet.GB18030}).Write(&b, rows([]string{"x" + s})); err != nil {
			return "", err
		}
		cells, errs := grid(sheet.CSV{Encoding: sheet.GB18030}.Rows(&b))
		return strings.TrimPrefix(cells[0][0], "x"), errs[0]
	}
	var batch []rune
	check := func() {
		if back, err := write(string(batch)); err != nil || back != string(batch) {
			t.Errorf("characters from %U do not come back: %v", batch[0], err)
		}
		batch = batch[:0]
	}
	for r := rune(0x20); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) || r == utf8.RuneError || r == 0xFEFF {
			continue
		}
		if 0xE000 <= r && r <= 0xF8FF {
			back, err := write(string(r))
			if errors.Is(err, sheet.ErrUnmapped) {
				refused = append(refused, r)
			} else if err != nil || back != string(r) {
				t.Errorf("%U comes back as %q (%v)", r, back, err)
			}
			continue
		}
		if batch = append(batch, r); len(batch) == 4096 {
			check()
		}
	}
	check()
	if !slices.Contains(refused, 0xE5E5) || !slices.Contains(refused, 0xE81E) {
		t.Error("characters that the standard moved are written")
	}
	for _, name := range []string{"㐀", "𠀀", "䶮", "〇", "龴", "𠮷"} {
		if back, err := write(name); back != name || err != nil {
			t.Error(name, back, err)
		}
	}
	for _, bytes := range []string{"\xFE\x59", "\xFE\x51", "\xA6\xD9", "\x84\x31\xA4\x37"} { // names of the edition of 2022, lost in decoding
		cells, _ := grid(sheet.CSV{Encoding: sheet.GB18030}.Rows(strings.NewReader("编号,名称\nA," + bytes + "\n")))
		if !strings.ContainsRune(cells[1][1], utf8.RuneError) {
			t.Errorf("%x is read as %q", bytes, cells[1][1])
		}
	}
}

func TestTablesOfAnyTextComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"'", "=", "-", "+", "@", "\t", "\n", ",", "\"", "1", ".", "陈", "𠮷", " ", "　", "＝", "a", "\u200b"}
	for range 3000 {
		table := make([][]string, 1+r.IntN(4))
		for i := range table {
			table[i] = make([]string, 1+r.IntN(4))
			for j := range table[i] {
				for range r.IntN(5) {
					table[i][j] += pieces[r.IntN(len(pieces))]
				}
			}
			if len(table[i]) == 1 {
				table[i][0] += "." // a row of one blank cell is an empty line
			}
		}
		for _, e := range []sheet.Encoding{sheet.UTF8, sheet.GB18030} {
			var b bytes.Buffer
			if err := (sheet.CSV{Encoding: e}).Write(&b, rows(table...)); err != nil {
				t.Fatal(err)
			}
			file := b.String()
			back, errs := grid(sheet.CSV{Encoding: e}.Rows(&b))
			if diff := cmp.Diff(table, back); diff != "" || errors.Join(errs...) != nil {
				t.Fatalf("%s %q: %v\n%s", e, file, errors.Join(errs...), diff)
			}
		}
	}
}
