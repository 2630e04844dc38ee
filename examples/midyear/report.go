package main

import (
	"strconv"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// report grows while the rows are read; it becomes a document only if no row has a problem.
type report struct {
	table    *table
	doc      reporting.Document
	sentence reporting.Sentence
	figures  []reporting.Figure
	source   string
	codes    map[string]bool // of figures so far
	kinds    map[string]bool // of rows so far
	open     int             // line of the last figure of an unfinished sentence
}

// read makes the report of a data file, or returns every problem in it.
func read(data []byte) (reporting.Document, error) {
	t := readTable(data)
	r := report{table: t, codes: make(map[string]bool), kinds: make(map[string]bool)}
	for _, x := range t.rows {
		if x.cells[colKind] == "来源" {
			r.source = x.cells[colText]
		}
	}
	for _, x := range t.rows {
		r.row(x)
	}
	r.closed(r.open)
	if r.doc.Title == "" && len(t.index) == len(columns) {
		t.add(0, "", texts.New(errTitle))
	}
	if err := t.err(); err != nil {
		return reporting.Document{}, err
	}
	return r.finish(), nil
}

// row reads one row. Only figures use more than kind and text.
func (r *report) row(x row) {
	kind := x.cells[colKind]
	if kind == "数" {
		r.figure(x)
		return
	}
	if kind == "句末" {
		if r.open == 0 {
			r.table.add(x.line, colKind, texts.New(errStart))
		}
		r.end(x.cells[colText])
	} else {
		r.closed(r.open)
	}
	for h := range r.table.index {
		if x.cells[h] != "" && h != colKind && h != colText {
			r.table.add(x.line, h, texts.New(errUnused))
		}
	}
	text := x.cells[colText]
	if text == "" && kind != "句末" {
		r.table.add(x.line, colText, texts.New(errRequired))
	}
	if r.kinds[kind] && (kind == "来源" || kind == "标点") {
		r.table.add(x.line, colKind, texts.New(errOnce))
	}
	r.kinds[kind] = true
	switch kind {
	case "标题":
		if r.doc.Title != "" {
			r.table.add(x.line, colKind, texts.New(errTitle))
		}
		r.doc.Title = text
	case "标点":
		r.punctuation(x)
	case "小标题":
		r.doc.Blocks = append(r.doc.Blocks, reporting.Heading{Level: 1, Text: text})
	case "段落":
		r.doc.Blocks = append(r.doc.Blocks, reporting.Text(text))
	case "来源", "句末":
	default:
		r.table.add(x.line, colKind, texts.New(errKind))
	}
}

func (r *report) punctuation(x row) {
	switch x.cells[colText] {
	case "ASCII":
		r.doc.Punctuation = zh.ASCII
	case "全角", "":
	default:
		r.table.add(x.line, colText, texts.New(errMode))
	}
}

// end closes the sentence with its last words.
func (r *report) end(text string) {
	if text != "" {
		r.sentence = append(r.sentence, reporting.Words(text))
	}
	if len(r.sentence) > 0 {
		r.doc.Blocks = append(r.doc.Blocks, r.sentence)
	}
	r.sentence, r.open = nil, 0
}

// closed reports a sentence that has figures and no closing row.
func (r *report) closed(line int) {
	if line > 0 {
		r.table.add(line, colKind, texts.New(errEnd))
	}
	r.sentence, r.open = nil, 0
}

// figure reads a row that holds words and the figure after them.
func (r *report) figure(x row) {
	r.open = x.line
	if text := x.cells[colText]; text != "" {
		r.sentence = append(r.sentence, reporting.Words(text))
	}
	in, ok := r.inputs(x)
	if !ok {
		r.rest(x, in)
		return
	}
	var f reporting.Figure
	var err error
	if in.known {
		f, err = reporting.Say(in.indicator, in.value, in.form, in.origin)
		if phrase := x.cells[colPublished]; err == nil && phrase != "" {
			r.table.add(x.line, colPublished, f.Published(phrase))
		}
	} else {
		f, err = reporting.Quote(in.indicator, x.cells[colPublished], in.origin)
	}
	r.library(x, err, nil)
	if err == nil {
		r.sentence = append(r.sentence, f)
		r.figures = append(r.figures, f)
	}
}

// rest judges what of a row could be read, so that an unreadable cell hides no fault of another.
func (r *report) rest(x row, in inputs) {
	faulty := make(map[string]bool)
	for _, p := range r.table.problems {
		faulty[p.header] = faulty[p.header] || p.row == x.line
	}
	var err fault.List
	if in.known {
		err.Add("indicator", in.indicator.Validate())
		err.Add("value", in.indicator.CheckValue(in.value))
		err.Add("form", in.form.Validate())
	} else if phrase := x.cells[colPublished]; phrase != "" {
		_, quoted := reporting.Quote(in.indicator, phrase, in.origin)
		err.Add("", quoted)
	} else {
		err.Add("indicator", in.indicator.Validate())
	}
	r.library(x, err.Err(), faulty)
}

// library notes the faults that the library found in a figure, but for columns already known to be faulty.
func (r *report) library(x row, err error, faulty map[string]bool) {
	for _, f := range fault.Of(err) {
		if h := header(f.Path()); !faulty[h] {
			r.table.add(x.line, h, f)
		}
	}
}

// header names the column that a path of the library stands for.
func header(path string) string {
	return map[string]string{
		"indicator.code": colCode, "indicator.name": colName, "indicator.basis": colBasis, "indicator.word": colWord,
		"indicator.nature": colNature, "value": colValue, "form.step": colStep, "form.scale": colScale,
		"form.wording": colWording, "form.in_words": colForm, "phrase": colPublished, "origin.grade": colGrade,
	}[path]
}

// inputs are the cells of a figure's row, read.
type inputs struct {
	indicator reporting.Indicator
	value     decimal.Decimal
	known     bool
	form      reporting.Form
	origin    reporting.Origin
}

// inputs reads the cells and notes every one that cannot be read. An empty cell that the library requires is left to
// it.
func (r *report) inputs(x row) (inputs, bool) {
	before := len(r.table.problems)
	at := func(header string, err error) { r.table.add(x.line, header, err) }
	code := x.cells[colCode]
	if r.codes[code] {
		at(colCode, texts.New(errTwice))
	}
	r.codes[code] = code != ""

	in := inputs{
		indicator: reporting.Indicator{
			Code: code, Name: x.cells[colName], Version: 1,
			Basis:  lookup(measure.Bases(), x.cells[colBasis], colBasis, at),
			Nature: lookup(reporting.Natures(), x.cells[colNature], colNature, at),
			Word:   measure.Word(x.cells[colWord]),
		},
		form:   reporting.Form{Scale: zh.Scale(x.cells[colScale]), Wording: wording(x.cells[colWording], at)},
		origin: reporting.Origin{Source: r.source, Record: "数据第" + strconv.Itoa(x.line) + "行", Grade: grade(x.cells[colGrade], at)},
	}
	if s := x.cells[colForm]; s != "" && s != "汉字" {
		at(colForm, texts.New(errForm))
	} else {
		in.form.InWords = s != ""
	}
	var err error
	if s := x.cells[colStep]; s != "" {
		in.form.Step, err = measure.ParseQuantity(s)
		at(colStep, err)
	}
	if s := x.cells[colValue]; s != "" {
		in.known = true
		in.value, err = money.ParseDecimal(s)
		at(colValue, err)
	}
	switch {
	case !in.known && x.cells[colPublished] == "":
		at(colValue, texts.New(errRequired))
	case !in.known:
		for _, h := range []string{colStep, colScale, colWording, colForm} {
			if x.cells[h] != "" {
				at(h, texts.New(errUnused)) // the phrase alone says them
			}
		}
	}
	if x.cells[colGrade] == "" {
		at(colGrade, texts.New(errRequired))
	}
	return in, len(r.table.problems) == before
}

// lookup reads a word of a code list; an empty cell is left to the library to require.
func lookup[K ~string](list vocab.List[K], text, header string, at func(string, error)) K {
	if text == "" {
		return ""
	}
	k, err := list.Parse(text)
	at(header, err)
	return k
}

// grade reads 示例 and 公布, the two this file form is made for, or a grade of the library by name.
func grade(text string, at func(string, error)) vocab.Provenance {
	switch text {
	case "示例":
		return vocab.Fictitious
	case "公布":
		return vocab.Reported
	}
	return lookup(vocab.Provenances(), text, colGrade, at)
}

func wording(text string, at func(string, error)) zh.Wording {
	if text == "" {
		return zh.Exact
	}
	for w := range zh.Wordings() {
		if w.ZH() == text {
			return w
		}
	}
	at(colWording, texts.New(errWording))
	return ""
}

// finish adds what stands behind the figures: the table, the remarks, the source.
func (r *report) finish() reporting.Document {
	doc := r.doc
	add := func(b reporting.Block) { doc.Blocks = append(doc.Blocks, b) }
	if len(r.figures) > 0 {
		t := reporting.FigureTable("数字核对表", r.figures...)
		t.Notes = remarks(r.figures)
		add(t)
	}
	if hints := doc.Advise(); len(hints) > 0 {
		add(reporting.Heading{Level: 1, Text: "编校提示"})
		for _, h := range hints {
			add(reporting.Text("“" + h.Excerpt + "”：" + h.Fault.Message(language.Chinese) + "。"))
		}
	}
	if r.source != "" {
		add(reporting.Attribution(r.source))
	}
	return doc
}

func remarks(figures []reporting.Figure) []string {
	var invented, unverified bool
	for _, f := range figures {
		invented = invented || f.Origin().Grade == vocab.Fictitious
		unverified = unverified || f.State() == reporting.Unverified
	}
	var notes []string
	if invented {
		notes = append(notes, "标“示例”的数值是虚构的，仅供演示；有公布表述的，数值落在表述所指范围内。")
	}
	if unverified {
		notes = append(notes, "标“未核验”的数字只有公布表述，没有准确数值，按表述所指范围列出。")
	}
	return notes
}
