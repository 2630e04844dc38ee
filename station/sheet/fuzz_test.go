package sheet_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// every is a row of every kind of column.
type every struct {
	ID     string
	Text   string
	Name   identity.Name
	Note   identity.Text
	Credit identity.CreditCode
	Day    cal.Date
	Rough  cal.Partial
	Term   cal.Period
	Price  money.Amount
	Big    money.Amount
	Hours  measure.Quantity
	Share  measure.Ratio
	Count  int
	Member bool
	Kind   kind
	Income known.Value[money.Amount]
	Others []string
}

func everyForm() sheet.Form[every] {
	return sheet.Form[every]{Columns: []sheet.Column[every]{
		sheet.Ref("编号", func(e *every) *string { return &e.ID }).AsID(),
		sheet.Text("文字", func(e *every) *string { return &e.Text }),
		sheet.Reveal("姓名", func(e *every) *identity.Name { return &e.Name }),
		sheet.Reveal("记录", func(e *every) *identity.Text { return &e.Note }),
		sheet.Value("代码", func(e *every) *identity.CreditCode { return &e.Credit }),
		sheet.SerialDate("日期", func(e *every) *cal.Date { return &e.Day }),
		sheet.Partial("时间", func(e *every) *cal.Partial { return &e.Rough }),
		sheet.Period("期限", func(e *every) *cal.Period { return &e.Term }),
		sheet.Money("金额", func(e *every) *money.Amount { return &e.Price }),
		sheet.MoneyWan("金额（万元）", func(e *every) *money.Amount { return &e.Big }),
		sheet.Quantity("工时", func(e *every) *measure.Quantity { return &e.Hours }),
		sheet.Value("比例", func(e *every) *measure.Ratio { return &e.Share }),
		sheet.Int("人数", func(e *every) *int { return &e.Count }),
		sheet.Bool("党员", func(e *every) *bool { return &e.Member }),
		sheet.Key("类别", kinds(), func(e *every) *kind { return &e.Kind }),
		sheet.Known("收入", func(e *every) *known.Value[money.Amount] { return &e.Income }, sheet.YuanCell()),
		sheet.List("别名", func(e *every) *[]string { return &e.Others }, sheet.TextCell[string]()),
	}}
}

// readBack checks what must hold of any bytes: nothing panics, every row is good or has a fault at its place, no
// fault quotes a cell, and the good rows written in an encoding read back the same and without a word.
func readBack(t *testing.T, data []byte, encoding sheet.Encoding) {
	form := everyForm()
	csv := sheet.CSV{Encoding: encoding}
	result := form.Read(csv.Rows(bytes.NewReader(data)))
	for _, f := range result.Faults {
		if row, _, ok := sheet.Place(f); !ok || row < 1 {
			t.Errorf("no place: %v", f)
		}
		if !utf8.ValidString(f.Error()) || errors.Is(f, fault.ErrForeign) {
			t.Errorf("a fault of no known code: %q", f.Error())
		}
	}
	if result.Read > len(result.Rows) && len(result.Faults.Blocking()) == 0 {
		t.Error("rows are gone without a fault")
	}
	var b bytes.Buffer
	if err := csv.Write(&b, form.Write(slices.Values(result.Values()))); err != nil {
		if l := fault.Of(err); len(l.Except(sheet.ErrUnmapped)) > 0 {
			t.Error(err)
		}
		return
	}
	file := b.String()
	again := form.Read(csv.Rows(&b))
	if l := again.Faults.Except("VOCAB-UNKNOWN"); len(l) > 0 {
		t.Errorf("%q read back: %v", file, l)
	}
	if diff := cmp.Diff(result.Values(), again.Values()); diff != "" && len(result.Rows) > 0 {
		t.Errorf("%q read back differs:\n%s", file, diff)
	}
}

const seedFile = "\uFEFF台账（虚构）\r\n编号,文字,姓名,记录,代码,日期,时间,金额,金额(万元),工时,比例,人数,党员,类别,收入,别名\r\n" +
	"'0012,（一）,陈　文,注👨‍👩‍👧,52350627MJB0000182,44740,2021年年底,-12.5,7.62,1.5,358/405,３,是,督导,0,甲、乙\r\n" +
	"\"=\"\"A\"\"\",'=1,,,,2022/6/28,2022.6.28,0.30000000000000004,0,0,5%,0,否,later,,\"甲、;\"\r\n"

func FuzzReadUTF8(f *testing.F) {
	f.Add([]byte(seedFile))
	f.Fuzz(func(t *testing.T, data []byte) { readBack(t, data, sheet.UTF8) })
}

func FuzzReadGB18030(f *testing.F) {
	f.Add([]byte(gb(f, strings.TrimPrefix(strings.ReplaceAll(seedFile, "👨‍👩‍👧", "𠮷"), "\uFEFF"))))
	f.Fuzz(func(t *testing.T, data []byte) { readBack(t, data, sheet.GB18030) })
}

func FuzzCell(f *testing.F) {
	for _, s := range []string{"=1+1", "'=1", "''-1", "-1.5", "'", "\t=1", "a\r\nb", "＝1"} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		var b bytes.Buffer
		if err := (sheet.CSV{}).Write(&b, rows([]string{first, second, "."})); err != nil {
			return
		}
		plain := readAll(t, strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF")))
		for _, cell := range plain {
			if cell != "" && strings.ContainsRune("=+-@\t\n\r＝＋－＠", []rune(cell)[0]) && strings.Trim(cell[1:], "0123456789.") != "" {
				t.Errorf("%q is written as a formula", cell)
			}
		}
		cells, _ := grid(sheet.CSV{}.Rows(&b))
		for i, want := range []string{first, second} {
			want = strings.ReplaceAll(strings.ReplaceAll(want, "\r\n", "\n"), "\r", "\n")
			if cells[0][i] != want {
				t.Errorf("%q comes back as %q", want, cells[0][i])
			}
		}
	})
}

// FuzzNumber holds the cells of numbers against the strict parsers of their types.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"1,234.50", "0.30000000000000004", "-７.62万元", "￥1", "1E+05", "−0", "99.99999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		cell := strings.TrimSpace(s)
		strict, err := money.Parse(cell)
		for _, c := range []sheet.Cell[money.Amount]{sheet.YuanCell(), sheet.WanCell()} {
			a, note := c.Parse(cell)
			if len(fault.Of(note).Blocking()) > 0 {
				continue
			}
			if back, err := c.Parse(c.Format(a)); err != nil || back != a {
				t.Errorf("%s is written %q and read %s (%v)", a, c.Format(a), back, err)
			}
		}
		if a, note := sheet.YuanCell().Parse(cell); err == nil && (note != nil || a != strict) {
			t.Errorf("%q is %s, strictly %s (%v)", cell, a, strict, note)
		}
		q, err := measure.ParseQuantity(cell)
		if got, note := sheet.QuantityCell().Parse(cell); err == nil && (note != nil || got != q) {
			t.Errorf("%q is %s, strictly %s (%v)", cell, got, q, note)
		}
		n, err := sheet.IntCell[int64]().Parse(cell)
		if len(fault.Of(err).Blocking()) == 0 {
			if back, err := sheet.IntCell[int64]().Parse(sheet.IntCell[int64]().Format(n)); err != nil || back != n {
				t.Errorf("%d comes back as %d (%v)", n, back, err)
			}
		}
	})
}

func TestTheFuzzSeedReadsWell(t *testing.T) {
	result := everyForm().Read(csvRows(seedFile))
	want := []string{"第4行.金额 SHEET-NOISE advisory", "第4行.类别 VOCAB-UNKNOWN advisory"}
	if diff := cmp.Diff(want, lines(result.Faults)); diff != "" || len(result.Rows) != 2 {
		t.Error(diff, len(result.Rows))
	}
}
