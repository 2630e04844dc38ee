package render_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/render"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/measure"
)

func markdown(t *testing.T, d reporting.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := (render.Markdown{}).Render(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdownBlocks(t *testing.T) {
	orgs := reporting.Indicator{Code: "O", Name: "社会组织", Basis: measure.Organisations, Nature: reporting.Flow, Version: 1}
	f, err := reporting.Quote(orgs, "269家", reporting.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	got := markdown(t, reporting.Document{
		Title: "月报",
		Blocks: []reporting.Block{
			reporting.Heading{Level: 1, Text: "一、概况"},
			reporting.Text("  第一行\r\n第二行\n"),
			reporting.Text(""),
			reporting.Sentence{reporting.Words("联动"), f},
			reporting.Table{
				Caption: "表1",
				Columns: []reporting.Column{{Header: "项目"}, {Header: "数", Numeric: true}},
				Rows:    [][]reporting.Part{{reporting.Words("甲|乙"), f}, {reporting.Words("丙"), reporting.Withheld}},
				Notes:   []string{"*表示不公布。"},
			},
			reporting.Table{Caption: "无栏"},
			reporting.Attribution("民政局"),
		},
	})
	want := strings.Join([]string{"# 月报", "", "## 一、概况", "", "第一行 第二行", "", "联动269家", "", "**表1**", "",
		"| 项目 | 数 |", "| --- | ---: |", `| 甲\|乙 | 269家 |`, `| 丙 | \* |`, "", `注：\*表示不公布。`, "", "**无栏**", "",
		"（据民政局）", ""}, "\n")
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestMarkdownEscapesOnlyMarks(t *testing.T) {
	for in, want := range map[string]string{
		"# 号":        `\# 号`,
		"> 引":        `\> 引`,
		"- 条":        `\- 条`,
		"+1":         `\+1`,
		"=":          `\=`,
		"| 表":        `\| 表`,
		"1. 项":       `1\. 项`,
		"2) 项":       `2\) 项`,
		"1.5倍":       `1\.5倍`,
		"2022年":      "2022年",
		"5+N":        "5+N",
		"a_b*c":      `a\_b\*c`,
		"<b>&amp;":   `\<b>\&amp;`,
		"[链接](址)":    `\[链接\]（址）`,
		"`x` ~y~ \\": "\\`x\\` \\~y\\~ \\\\",
		"1-3年":       "1-3年",
	} {
		if got := markdown(t, reporting.Document{Blocks: []reporting.Block{reporting.Text(in)}}); got != want+"\n" {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestMarkdownPunctuation(t *testing.T) {
	d := reporting.Document{Title: "县(市、区)", Blocks: []reporting.Block{reporting.Text("目前，全省;好"), reporting.Attribution("省厅")}}
	if got, want := markdown(t, d), "# 县（市、区）\n\n目前，全省；好\n\n（据省厅）\n"; got != want {
		t.Errorf("full width: %q", got)
	}
	d.Punctuation = zh.ASCII
	if got, want := markdown(t, d), "# 县(市、区)\n\n目前,全省;好\n\n(据省厅)\n"; got != want {
		t.Errorf("ASCII: %q", got)
	}
}

func TestMarkdownWritesNothingOfAFaultyDocument(t *testing.T) {
	var b bytes.Buffer
	err := render.Markdown{}.Render(&b, reporting.Document{Title: "甲", Blocks: []reporting.Block{reporting.Sentence{reporting.Figure{}}}})
	if !errors.Is(err, reporting.ErrFigure) || b.Len() > 0 {
		t.Errorf("%v, wrote %q", err, b.String())
	}
	full := errors.New("full")
	if err := (render.Markdown{}).Render(failing{full}, reporting.Document{Title: "甲"}); !errors.Is(err, full) {
		t.Errorf("a failing writer: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func ExampleMarkdown() {
	err := render.Markdown{}.Render(os.Stdout, reporting.Document{
		Title:  "双湖镇社工站简报",
		Blocks: []reporting.Block{reporting.Text("本月以入户走访为主。"), reporting.Attribution("双湖镇社工站")},
	})
	if err != nil {
		panic(err)
	}
	// Output:
	// # 双湖镇社工站简报
	//
	// 本月以入户走访为主。
	//
	// （据双湖镇社工站）
}
