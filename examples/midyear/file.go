package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
)

// The problems a file itself can have; those of a figure come from the library.
const (
	errUTF8      fault.Code = "MIDYEAR-UTF8"
	errSize      fault.Code = "MIDYEAR-SIZE"
	errCSV       fault.Code = "MIDYEAR-CSV"
	errHeader    fault.Code = "MIDYEAR-HEADER"
	errColumn    fault.Code = "MIDYEAR-COLUMN"
	errCells     fault.Code = "MIDYEAR-CELLS"
	errInvisible fault.Code = "MIDYEAR-INVISIBLE"
	errKind      fault.Code = "MIDYEAR-KIND"
	errOnce      fault.Code = "MIDYEAR-ONCE"
	errMode      fault.Code = "MIDYEAR-MODE"
	errUnused    fault.Code = "MIDYEAR-UNUSED"
	errRequired  fault.Code = "MIDYEAR-REQUIRED"
	errTitle     fault.Code = "MIDYEAR-TITLE"
	errEnd       fault.Code = "MIDYEAR-END"
	errStart     fault.Code = "MIDYEAR-START"
	errTwice     fault.Code = "MIDYEAR-TWICE"
	errForm      fault.Code = "MIDYEAR-FORM"
	errWording   fault.Code = "MIDYEAR-WORDING"
)

var texts = fault.NewCatalogue(
	fault.Text{Code: errUTF8, ZH: "文件不是UTF-8编码", EN: "the file is not UTF-8"},
	fault.Text{Code: errSize, ZH: "文件超过1MB", EN: "the file is larger than 1 MB"},
	fault.Text{Code: errCSV, ZH: "引号不配对", EN: "misplaced quotation mark"},
	fault.Text{Code: errHeader, ZH: "表头缺少“{header}”一栏", EN: "column {header} is missing"},
	fault.Text{Code: errColumn, ZH: "表头重复或多出这一栏", EN: "a column that is repeated or unknown"},
	fault.Text{Code: errCells, ZH: "应有{want}格，实有{got}格", EN: "{got} cells instead of {want}"},
	fault.Text{Code: errInvisible, ZH: "含有不可见字符", EN: "holds an invisible character"},
	fault.Text{Code: errKind, ZH: "类别应为标题、标点、小标题、段落、数、句末、来源之一", EN: "unknown kind of row"},
	fault.Text{Code: errOnce, ZH: "来源和标点各只能有一行", EN: "a file has one row of this kind at most"},
	fault.Text{Code: errMode, ZH: "标点应为ASCII或全角", EN: "punctuation is ASCII or 全角"},
	fault.Text{Code: errUnused, ZH: "这一类别的行不用这一栏", EN: "this kind of row has no such column"},
	fault.Text{Code: errRequired, ZH: "必填", EN: "required"},
	fault.Text{Code: errTitle, ZH: "应有且只有一行标题", EN: "a file has exactly one title row"},
	fault.Text{Code: errEnd, ZH: "这一句没有句末行", EN: "the sentence has no closing row"},
	fault.Text{Code: errStart, ZH: "句末行之前没有数", EN: "a closing row without figures before it"},
	fault.Text{Code: errTwice, ZH: "指标编码重复", EN: "the indicator code stands twice"},
	fault.Text{Code: errWording, ZH: "没有这种措辞，可用空、近、超、余、多、约、约…余、不足、以上、以内、达",
		EN: "unknown wording"},
	fault.Text{Code: errForm, ZH: "写法应为空或“汉字”", EN: "the form is empty or 汉字"},
)

// The columns of a file; they may stand in any order.
const (
	colKind      = "类别"
	colText      = "文字"
	colCode      = "编码"
	colName      = "指标"
	colBasis     = "口径"
	colNature    = "性质"
	colWord      = "量词"
	colValue     = "数值"
	colStep      = "步长"
	colScale     = "数级"
	colWording   = "措辞"
	colForm      = "写法"
	colPublished = "公布表述"
	colGrade     = "依据"
)

var columns = []string{colKind, colText, colCode, colName, colBasis, colNature, colWord, colValue, colStep, colScale,
	colWording, colForm, colPublished, colGrade}

// row is one line of the file: its cells by header and where they stand.
type row struct {
	line  int
	cells map[string]string
}

// problem is a fault and where it stands. Column 0 is the row as a whole, row 0 the file.
type problem struct {
	row, column int
	header      string
	fault       fault.Fault
}

// problems are all faults of a file, in the order of rows and columns.
type problems []problem

// Error lists the problems in Chinese, one a line.
func (p problems) Error() string {
	lines := make([]string, len(p))
	for i, x := range p {
		at := "文件"
		switch {
		case x.column > 0:
			at = fmt.Sprintf("第%d行第%d列（%s）", x.row, x.column, x.header)
		case x.row > 0:
			at = fmt.Sprintf("第%d行", x.row)
		}
		lines[i] = fmt.Sprintf("%s：%s [%s]", at, x.fault.Message(language.Chinese), x.fault.Code())
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives errors.Is every fault.
func (p problems) Unwrap() []error {
	out := make([]error, len(p))
	for i, x := range p {
		out[i] = x.fault
	}
	return out
}

// table is a file read as rows.
type table struct {
	index    map[string]int // header to column, from 0
	rows     []row
	problems problems
}

// add notes every fault of err at a cell; header "" is the row as a whole.
func (t *table) add(line int, header string, err error) {
	for _, f := range fault.Of(err) {
		p := problem{row: line, header: header, fault: f}
		if i, ok := t.index[header]; ok {
			p.column = i + 1
		}
		t.problems = append(t.problems, p)
	}
}

// maxSize is how many bytes a file may have.
const maxSize = 1 << 20

// readTable reads the rows of a file. Whatever can be read is, so that one bad line hides no other.
func readTable(data []byte) *table {
	t := &table{index: make(map[string]int)}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > maxSize:
		t.add(0, "", texts.New(errSize))
		return t
	case !utf8.Valid(data):
		t.add(0, "", texts.New(errUTF8))
		return t
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	headers, err := r.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		t.add(1, "", texts.New(errCSV))
		return t
	}
	if !t.header(headers) {
		return t
	}
	for {
		cells, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return t
		case errors.As(err, &bad):
			t.add(bad.StartLine, "", texts.New(errCSV))
			continue
		}
		line, _ := r.FieldPos(0)
		t.record(line, cells)
	}
}

func (t *table) header(headers []string) bool {
	for i, h := range headers {
		h = strings.TrimSpace(h)
		if _, twice := t.index[h]; twice || !slices.Contains(columns, h) {
			t.problems = append(t.problems, problem{1, i + 1, h, texts.New(errColumn)})
			continue
		}
		t.index[h] = i
	}
	for _, h := range columns {
		if _, ok := t.index[h]; !ok {
			t.add(1, "", texts.New(errHeader, "header", h))
		}
	}
	return len(t.problems) == 0
}

func (t *table) record(line int, cells []string) {
	if len(cells) != len(columns) {
		t.add(line, "", texts.New(errCells, "want", strconv.Itoa(len(columns)), "got", strconv.Itoa(len(cells))))
		return
	}
	x := row{line, make(map[string]string)}
	for h, i := range t.index {
		if c := strings.TrimSpace(cells[i]); c != "" {
			x.cells[h] = c
		}
	}
	for _, h := range []string{colText, colName} { // what is printed as it stands
		if strings.ContainsFunc(x.cells[h], invisible) {
			t.add(line, h, texts.New(errInvisible))
		}
	}
	if len(x.cells) > 0 {
		t.rows = append(t.rows, x)
	}
}

func invisible(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) && !unicode.IsSpace(r) }

// err returns the problems in the order of the file, or nil.
func (t *table) err() error {
	if len(t.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(t.problems, func(a, b problem) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.column - b.column
	})
	return t.problems
}
