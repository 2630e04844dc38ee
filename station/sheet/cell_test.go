package sheet_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

// reading is one cell as it is read: want is what is written back, or the code of the fault; note is an advisory code.
type reading struct {
	cell string
	want string
	note fault.Code
}

func read[V comparable](t *testing.T, name string, column sheet.Column[V], cases []reading) {
	t.Helper()
	for _, c := range cases {
		var v, zero V
		err := column.Set(&v, c.cell)
		l := fault.Of(err)
		if len(l.Blocking()) > 0 {
			if !errors.Is(err, fault.Code(c.want)) {
				t.Errorf("%s %q: %v, want %s", name, c.cell, err, c.want)
			}
			if v != zero {
				t.Errorf("%s %q: a refused cell was set", name, c.cell)
			}
			if len(c.cell) > 5 && strings.Contains(err.Error(), c.cell) {
				t.Errorf("%s: the fault quotes the cell: %v", name, err)
			}
			continue
		}
		if got := column.Get(&v); got != c.want || l.Has(c.note) != (c.note != "") || len(l) > 1 || c.note == "" && len(l) > 0 {
			t.Errorf("%s %q: read as %q with %v, want %q with note %q", name, c.cell, got, err, c.want, c.note)
		}
	}
}

// self is the field function of a column that is the whole value.
func self[V any](v *V) *V { return v }

func code(c fault.Code) string { return string(c) }

func TestAmounts(t *testing.T) {
	read(t, "yuan", sheet.Money("金额", self[money.Amount]), []reading{
		{"1854000", "1854000.00", ""},
		{"1,854,000.00", "1854000.00", ""},
		{"１，８５４，０００．５", "1854000.50", ""},
		{"￥ 1854000.00", "1854000.00", ""},
		{"¥12", "12.00", ""},
		{"12元", "12.00", ""},
		{"185.4万元", "1854000.00", ""},
		{"-12.50", "-12.50", ""},
		{"-￥12.50", "-12.50", ""},
		{"￥-12.50", "-12.50", ""},
		{"−12.50", "-12.50", ""},
		{"+3", "3.00", ""},
		{"-0.00", "0.00", ""},
		{"0", "0.00", ""},
		{"12.5000", "12.50", ""},
		{".5", code(sheet.ErrNumber), ""},
		{"5.", code(sheet.ErrNumber), ""},
		{"", code(sheet.ErrBlank), ""},
		{"-", code(sheet.ErrNumber), ""},
		{"--1", code(sheet.ErrNumber), ""},
		{"-￥-1", code(sheet.ErrNumber), ""},
		{"元", code(sheet.ErrBlank), ""},
		{"1,85,400", code(sheet.ErrNumber), ""},
		{"1854,000", code(sheet.ErrNumber), ""},
		{"185,4000", code(sheet.ErrNumber), ""},
		{",100", code(sheet.ErrNumber), ""},
		{"(12.50)", code(sheet.ErrNumber), ""},
		{"12.345", code(money.ErrInexact), ""},
		{"92233720368547758.08", code(money.ErrRange), ""},
		{"1e9", code(sheet.ErrNumber), ""},
		{"1.2E+05", code(sheet.ErrScientific), ""},
		{"-1.2E+05", code(sheet.ErrScientific), ""},
		{"1e1000000000", code(sheet.ErrNumber), ""},
		{"约7.62", code(sheet.ErrHedge), ""},
		{"7万余元", code(sheet.ErrHedge), ""},
		{"5万多元", code(sheet.ErrHedge), ""},
		{"5万", code(sheet.ErrNumber), ""},
		{"12\u200b.50", code(sheet.ErrInvisible), ""},
		{strings.Repeat("9", 80), code(sheet.ErrNumber), ""},
		{"面议", code(sheet.ErrNumber), ""},
	})
	read(t, "wan", sheet.MoneyWan("金额（万元）", self[money.Amount]), []reading{
		{"7.62", "7.62", ""},
		{"0.513", "0.513", ""},
		{"0.000001", "0.000001", ""},
		{"121.4", "121.4", ""},
		{"-185.4", "-185.4", ""},
		{"0", "0", ""},
		{"30000元", "3", ""},
		{"7.6200001", code(money.ErrInexact), ""},
		{"7.62万元", "7.62", ""},
		{"1,000", "1000", ""},
	})
	if a, err := sheet.WanCell().Parse("0.513"); err != nil || a != money.MustParse("5130") {
		t.Error("0.513万元 is", a, err)
	}
}

func TestFloatNoiseIsCutAndNoted(t *testing.T) {
	read(t, "yuan", sheet.Money("金额", self[money.Amount]), []reading{
		{"0.30000000000000004", "0.30", sheet.ErrNoise},
		{"52318.600000000006", "52318.60", sheet.ErrNoise},
		{"1234.5600000000001", "1234.56", sheet.ErrNoise},
		{"2.0999999999999996", "2.10", sheet.ErrNoise},
		{"0.9999999999999999", "1.00", sheet.ErrNoise},
		{"99.99999999999999", "100.00", sheet.ErrNoise},
		{"-2.0999999999999996", "-2.10", sheet.ErrNoise},
		{"1234567890.1200001", "1234567890.12", sheet.ErrNoise},
		{"12345678901234.123", code(money.ErrInexact), ""},
		{"0.30000001", code(money.ErrInexact), ""},          // too few digits for noise
		{"0.30010000000000004", code(money.ErrInexact), ""}, // too far from a fen
		{"123456789012345.123", code(money.ErrInexact), ""}, // three decimals are no noise
		{"0.00000000000000001", code(money.ErrInexact), ""}, // one significant digit
	})
	read(t, "wan", sheet.MoneyWan("金额", self[money.Amount]), []reading{
		{"7.620000000000001", "7.62", sheet.ErrNoise},
	})
	read(t, "quantity", sheet.Quantity("数量", self[measure.Quantity]), []reading{
		{"0.30000000000000004", "0.3", sheet.ErrNoise},
		{"12.3450", "12.345", ""},
		{"12.3456", code(measure.ErrInexact), ""},
		{"1,234", "1234", ""},
		{"", code(sheet.ErrBlank), ""},
		{"多", code(sheet.ErrHedge), ""},
	})
	read(t, "int", sheet.Int("人数", self[int]), []reading{
		{"3.0", "3", ""},
		{"2.9999999999999996", "3", sheet.ErrNoise},
		{"1,234", "1234", ""},
		{"－７", "-7", ""},
		{"0", "0", ""},
		{"3.5", code(sheet.ErrWhole), ""},
		{"99999999999999999999", code(sheet.ErrRange), ""},
		{"", code(sheet.ErrBlank), ""},
		{"三", code(sheet.ErrNumber), ""},
	})
	read(t, "int32", sheet.Int("人数", self[int32]), []reading{
		{"2147483647", "2147483647", ""},
		{"2147483648", code(sheet.ErrRange), ""},
	})
}

func TestDays(t *testing.T) {
	read(t, "date", sheet.Date("日期", self[cal.Date]), []reading{
		{"2022-06-28", "2022-06-28", ""},
		{"2022年6月28日", "2022-06-28", ""},
		{"２０２２／６／２８", "2022-06-28", ""},
		{"2022/6/28 0:00", "2022-06-28", ""},
		{"", "", ""},
		{"44740", code(cal.ErrDate), ""},
		{"22/6/28", code(cal.ErrShortYear), ""},
		{"2022-02-30", code(cal.ErrDay), ""},
	})
	read(t, "serial", sheet.SerialDate("日期", self[cal.Date]), []reading{
		{"44740", "2022-06-28", ""},
		{"４４７４０", "2022-06-28", ""},
		{"10000", "1927-05-18", ""},
		{"2958465", "9999-12-31", ""},
		{"2958466", code(sheet.ErrSerial), ""},
		{"2022", code(sheet.ErrSerial), ""},
		{"60", code(sheet.ErrSerial), ""},
		{"20220628", "2022-06-28", ""},
		{"2022-6-28", "2022-06-28", ""},
		{"", "", ""},
		{"44740.5", code(cal.ErrDate), ""},
	})
	read(t, "partial", sheet.Partial("日期", self[cal.Partial]), []reading{
		{"2021年年底", "2021年年底", ""},
		{"２０２２年６月", "2022年6月", ""},
		{"2022.6.28", "2022-06-28", ""},
		{"", "", ""},
		{"去年", code(cal.ErrPartial), ""},
		{"22.6.28", code(cal.ErrShortYear), ""},
		{"2022.2.30", code(cal.ErrDay), ""},
	})
}

func TestSerialDaysAgreeWithCounting(t *testing.T) {
	day := cal.MustParse("1900-01-01")
	for n := 1; n <= 200000; n++ {
		got, err := sheet.FromSerial(n)
		if n == 60 {
			if !errors.Is(err, sheet.ErrSerial) {
				t.Fatal("1900-02-29 is a day")
			}
			continue
		}
		if err != nil || got != day {
			t.Fatalf("%d is %s (%v), want %s", n, got, err, day)
		}
		day = day.AddDays(1)
	}
	for _, n := range []int{0, -1, 2958466} {
		if _, err := sheet.FromSerial(n); !errors.Is(err, sheet.ErrSerial) {
			t.Error(n, err)
		}
	}
	if d, err := sheet.FromSerial(2958465); err != nil || d != cal.MustParse("9999-12-31") {
		t.Error(d, err)
	}
}

func TestProseStaysAsItIs(t *testing.T) {
	read(t, "text", sheet.Text("名称", self[string]), []reading{
		{"双湖镇（街道）社工站，二号", "双湖镇（街道）社工站，二号", ""},
		{"１２３", "１２３", ""},
		{"甲\r\n乙\r丙", "甲\n乙\n丙", ""},
		{"", "", ""},
		{"龦䶮𠮷〇", "龦䶮𠮷〇", ""},
		{"双湖\u200b镇", code(sheet.ErrInvisible), ""},
		{"双湖\u202e镇", code(sheet.ErrInvisible), ""},
		{"双湖\ufeff镇", code(sheet.ErrInvisible), ""},
		{"双湖\u00ad镇", code(sheet.ErrInvisible), ""},
		{"双湖\u3164镇", code(sheet.ErrInvisible), ""},
		{"双湖\u2028镇", code(sheet.ErrInvisible), ""},
		{"双湖\ufe0f镇", code(sheet.ErrInvisible), ""},
		{"双湖\x00镇", code(sheet.ErrInvisible), ""},
		{"双湖\x7f镇", code(sheet.ErrInvisible), ""},
	})
}

func TestPeriodsAsDocumentsWriteThem(t *testing.T) {
	read(t, "period", sheet.Period("期限", self[cal.Period]), []reading{
		{"2022-01-01至2022-12-31", "2022-01-01至2022-12-31", ""},
		{"自2022年1月1日起至2022年12月31日止", "2022-01-01至2022-12-31", ""},
		{"２０２２.1.1 至 2022/1/1", "2022-01-01至2022-01-01", ""},
		{"2022-01-01/2023-01-01", "2022-01-01至2022-12-31", ""},
		{"2022-01-01/", "2022-01-01起", ""},
		{"2022年7月1日起", "2022-07-01起", ""},
		{"自2022/7/1", "2022-07-01起", ""},
		{"", "", ""},
		{"2022-12-31至2022-01-01", code(cal.ErrOrder), ""},
		{"至2022-01-01", code(cal.ErrDate), ""},
		{"2022-01-01至", code(cal.ErrDate), ""},
		{"2022年", code(cal.ErrDate), ""},
		{"起", code(cal.ErrDate), ""},
		{"2022-01-01\u200b至2022-12-31", code(cal.ErrInvisible), ""},
	})
}

func TestDatedWords(t *testing.T) {
	type dated struct {
		Kind kind
		On   cal.Partial
	}
	cell := sheet.DatedCell(kinds(), func(k kind, on cal.Partial) dated { return dated{k, on} },
		func(d dated) (kind, cal.Partial) { return d.Kind, d.On })
	read(t, "dated", sheet.Field("环节", self[dated], cell), []reading{
		{"督导2022年3月", "督导（2022年3月）", ""},
		{"督导 （2022/3/1）", "督导（2022-03-01）", ""},
		{"督导", "督导", ""},
		{"２０２２年", "（2022年）", ""},
		{"", "", ""},
		{"站长（2022年）", code(vocab.ErrUnknown), ""},
		{"督导（去年）", code(cal.ErrPartial), ""},
		{"督\u200b导2022", code(sheet.ErrInvisible), ""},
	})
}

func TestIdentifiersLoseSpreadsheetNoise(t *testing.T) {
	read(t, "ref", sheet.Ref("编号", self[string]), []reading{
		{"ＳＨ－０１", "SH-01", ""},
		{"'0012", "0012", ""},
		{`="0012"`, "0012", ""},
		{`'="'0012"`, "0012", ""},
		{`="`, `="`, ""},
		{"0012\t", "0012", ""},
		{"350627.0", "350627", ""},
		{"1.2.0", "1.2.0", ""},
		{".0", ".0", ""},
		{"0", "0", ""},
		{"100", "100", ""},
		{"社〔2022〕1号", "社〔2022〕1号", ""},
		{"3.50627E+17", code(sheet.ErrScientific), ""},
		{"3.50627e+17", code(sheet.ErrScientific), ""},
		{"4E+11", code(sheet.ErrScientific), ""},
		{"1E10", "1E10", ""},
		{"SH\u200b01", code(sheet.ErrInvisible), ""},
	})
	read(t, "division", sheet.Value("区划", self[division.Code]), []reading{
		{"350627 109", "350627109", ""},
		{"３５０６２７", "350627", ""},
		{"350627000000", "350627", ""},
		{"350627.0", "350627", ""},
		{"", "", ""},
		{"3.50627E+11", code(sheet.ErrScientific), ""},
		{"3506271", code(division.ErrLength), ""},
		{"350627\u200b", code(sheet.ErrInvisible), ""},
	})
	read(t, "ratio", sheet.Value("比例", self[measure.Ratio]), []reading{
		{"８８．３％", "0.883", ""},
		{"358/405", "358/405", ""},
	})
	read(t, "credit", sheet.Value("统一社会信用代码", self[identity.CreditCode]), []reading{
		{"", "", ""},
		{"X", code(identity.ErrCredit), ""},
	})
}

func TestPersonalColumnsReadFullTextsAndWriteMasks(t *testing.T) {
	const id = "11010519491231002X" // the specimen of the standard
	read(t, "id", sheet.Personal("身份证号", self[identity.ResidentID]), []reading{
		{id, "******************", ""},
		{"'１１０１０５ 19491231 002ｘ", "******************", ""},
		{"", "", ""},
		{"1.10105E+17", code(sheet.ErrScientific), ""},
		{"110105194912310000", code(sheet.ErrScientific), ""},
		{"110105194912310021", code(identity.ErrCheck), ""},
		{"******************", code(identity.ErrMasked), ""},
		{"11010519491231002X\u200b", code(sheet.ErrInvisible), ""},
	})
	read(t, "revealed id", sheet.Reveal("身份证号", self[identity.ResidentID]), []reading{{`="11010519491231002x"`, id, ""}})
	read(t, "name", sheet.Personal("姓名", self[identity.Name]), []reading{
		{"陈　小虚", "陈某某", ""},
		{"", "", ""},
		{"陈某某", code(identity.ErrMasked), ""},
		{"陈1", code(identity.ErrName), ""},
	})
	read(t, "mobile", sheet.Reveal("手机", self[identity.Mobile]), []reading{
		{"139-5791-3579", "13957913579", ""},
		{"１３９ 5791 3579", "13957913579", ""},
		{"13957913579.0", "13957913579", ""},
		{"1.39579E+10", code(sheet.ErrScientific), ""},
		{"'13957913579", "13957913579", ""},
		{"1395791357", code(identity.ErrMobile), ""},
		{"139\u202e57913579", code(sheet.ErrInvisible), ""},
	})
	read(t, "certificate", sheet.Personal("残疾人证号", self[identity.DisabilityCertificate]), []reading{
		{"12", code(identity.ErrCertificate), ""},
		{"\u200b", code(sheet.ErrInvisible), ""},
	})
	read(t, "note", sheet.Reveal("备注", self[identity.Text]), []reading{
		{"住址：（虚构）\r\n三组👨‍👩‍👧", "住址：（虚构）\n三组👨‍👩‍👧", ""},
		{"", "", ""},
	})
}

func TestYesAndNo(t *testing.T) {
	var cases []reading
	for _, s := range []string{"是", "√", "✓", "y", "Yes", "ＴＲＵＥ", "1"} {
		cases = append(cases, reading{s, "是", ""})
	}
	for _, s := range []string{"否", "×", "n", "No", "FALSE", "０"} {
		cases = append(cases, reading{s, "否", ""})
	}
	cases = append(cases, reading{"", code(sheet.ErrBlank), ""}, reading{"不详", code(sheet.ErrBool), ""})
	read(t, "bool", sheet.Bool("党员", self[bool]), cases)
}

func TestWordsOfACodeList(t *testing.T) {
	read(t, "key", sheet.Key("岗位类别", kinds(), self[kind]), []reading{
		{"一线社工", "一线社工", ""},
		{"front_line", "一线社工", ""},
		{"Front Line", "一线社工", ""},
		{"驻站 社工", "一线社工", ""},
		{"督导(外聘)", "督导（外聘）", ""},
		{"", "", ""},
		{"remote_2", "remote_2", vocab.ErrUnknown}, // a newer program's key survives
		{"ｒｅｍｏｔｅ", "remote", vocab.ErrUnknown},
		{strings.Repeat("k", 65), code(vocab.ErrUnknown), ""},
		{"一线社工员", code(vocab.ErrUnknown), ""},
		{"督导\u200b", code(sheet.ErrInvisible), ""},
		{"same", "same", vocab.ErrUnknown}, // two words look like it, so it is neither
	})
}

func TestKnownCellsTellBlankFromZero(t *testing.T) {
	read(t, "known amount", sheet.Known("收入", self[known.Value[money.Amount]], sheet.YuanCell()), []reading{
		{"", "", ""},
		{"0", "0.00", ""},
		{"0.30000000000000004", "0.30", sheet.ErrNoise},
		{"无", code(sheet.ErrNumber), ""},
	})
	read(t, "known bool", sheet.Known("党员", self[known.Value[bool]], sheet.BoolCell()), []reading{{"", "", ""}, {"否", "否", ""}})
	var v known.Value[money.Amount]
	if err := sheet.Known("收入", self[known.Value[money.Amount]], sheet.YuanCell()).Set(&v, "0"); err != nil || v != known.Of(money.Amount{}) {
		t.Error("a known zero is", v, err)
	}
}

func TestSeveralValuesInOneCell(t *testing.T) {
	type bag struct{ items []string }
	column := sheet.List("别名", func(b *bag) *[]string { return &b.items }, sheet.TextCell[string]())
	for _, c := range []struct {
		cell  string
		items int
		want  string
	}{
		{"甲、乙，丙", 3, "甲、乙、丙"},
		{"甲\n乙", 2, "甲、乙"},
		{"甲、乙；丙", 2, "甲、乙；丙；"},
		{"甲，乙；", 1, "甲，乙；"},
		{"甲; 乙", 2, "甲、乙"},
		{"", 0, ""},
	} {
		var b bag
		if err := column.Set(&b, c.cell); err != nil || len(b.items) != c.items || column.Get(&b) != c.want {
			t.Errorf("%q: %q, %v", c.cell, b.items, err)
		}
		var again bag
		if err := column.Set(&again, column.Get(&b)); err != nil || !column.Equal(&b, &again) {
			t.Errorf("%q comes back as %q (%v)", b.items, again.items, err)
		}
	}
	b := bag{[]string{"旧"}}
	err := column.Set(&b, "甲、乙\u200b、丙\u202e")
	if l := fault.Of(err); len(l) != 2 || !l.Has(sheet.ErrInvisible) || len(b.items) != 1 {
		t.Error("a list with bad items:", err, b.items)
	}
	if err := column.Set(&b, "甲； ；丙"); !errors.Is(err, sheet.ErrBlank) {
		t.Error("a blank item:", err)
	}
	amounts := sheet.List("金额", func(b *struct{ a []money.Amount }) *[]money.Amount { return &b.a }, sheet.YuanCell())
	var a struct{ a []money.Amount }
	if err := amounts.Set(&a, "1、0.30000000000000004"); len(fault.Of(err)) != 1 || len(a.a) != 2 {
		t.Error("an advisory item keeps the list:", a.a, err)
	}
	other := a
	column.Copy(&b, &bag{[]string{"甲", "乙"}})
	if amounts.Equal(&other, &struct{ a []money.Amount }{}) || len(b.items) != 2 {
		t.Error("lists of different length are equal, or not copied")
	}
	other.a = []money.Amount{money.Fen(100), money.Fen(31)}
	if amounts.Equal(&a, &other) {
		t.Error("different lists are equal")
	}
}
