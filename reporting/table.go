package reporting

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Table is a table (表): every row has one cell a column, each Words, a Figure or a State that prints its mark. Notes
// are printed below it.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Part
	Notes   []string
}

// Column is a column of a table (栏). Numeric columns are aligned to the right.
type Column struct {
	Header  string
	Numeric bool
}

// FigureTable lists figures with what stands behind them (数字核对表): indicator, basis, exact value or 未核验, phrase, the
// interval the phrase is true of, and source. Values are grouped (1,214,386.25); a fictitious one is marked 示例,
// one of any other grade but official by the name of its grade.
func FigureTable(caption string, figures ...Figure) Table {
	t := Table{
		Caption: caption,
		Columns: []Column{{"指标", false}, {"口径", false}, {"数值", true}, {"表述", true}, {"表述所指范围", false}, {"依据", false}},
	}
	for _, f := range figures {
		var value Part = f.State()
		if v, ok := f.Value(); ok {
			value = Words(zh.Group(v))
		}
		t.Rows = append(t.Rows, []Part{
			Words(f.indicator.Name),
			Words(measure.Bases().Name(f.indicator.Basis, language.Chinese) + "（" +
				Natures().Name(f.indicator.Nature, language.Chinese) + "）"),
			value, f, Words(Interval(f.reading)), Words(f.origin.cite()),
		})
	}
	return t
}

// cite returns source, place and grade: "省民政厅通报 第5行（转述）".
func (o Origin) cite() string {
	text := strings.TrimSpace(o.Source + " " + o.Record)
	grade := ""
	switch o.Grade {
	case "", vocab.Official:
	case vocab.Fictitious:
		grade = "示例"
	default:
		grade = vocab.Provenances().Name(o.Grade, language.Chinese)
	}
	switch {
	case grade == "":
		return text
	case text == "":
		return grade
	}
	return text + "（" + grade + "）"
}

// Interval writes the values a phrase is true of in words (取值范围): "等于68", "大于1,600、小于1,700", "大于150,000".
func Interval(f zh.Figure) string {
	if x, ok := f.Exact(); ok {
		return "等于" + zh.Group(x)
	}
	var ends []string
	lo, hi := f.Bounds()
	if x, ok := lo.At(); ok {
		ends = append(ends, choose(lo.Included(), "不小于", "大于")+zh.Group(x))
	}
	if x, ok := hi.At(); ok {
		ends = append(ends, choose(hi.Included(), "不大于", "小于")+zh.Group(x))
	}
	return strings.Join(ends, "、")
}

func choose(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
