package local_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

const (
	urban, rural, both = eligibility.Urban, eligibility.Rural, eligibility.Area("")
	month, year        = eligibility.Monthly, eligibility.Yearly
	read, told, worked = vocab.Official, vocab.Reported, vocab.Interpretation
)

// The published amounts, each with days inside its period. No day is given for a value before it was in force or known.
var amounts = []struct {
	code  string
	param eligibility.ParamKey
	area  eligibility.Area
	yuan  int64
	per   eligibility.Per
	days  string // the first and the last day looked up
	grade vocab.Provenance
}{
	{"350627", national.DibaoStandard, rural, 4050, year, "2017-01-01/2020-12-31", told},
	{"350602", national.DibaoStandard, rural, 4100, year, "2017-01-01/2018-01-01", told},
	{"350603", national.DibaoStandard, rural, 4649, year, "2017-01-01/2018-01-01", told},
	{"350622", national.DibaoStandard, rural, 3930, year, "2017-01-01/2018-01-01", told},
	{"350624", national.DibaoStandard, rural, 3930, year, "2017-01-01/2018-01-01", told},
	{"350628", national.DibaoStandard, rural, 3930, year, "2017-01-01/2018-01-01", told},
	{"350627", national.DibaoStandard, both, 7908, year, "2020-12-31/2021-12-21", told},
	{"350602", national.DibaoStandard, both, 8664, year, "2020-12-31/2021-12-21", told},
	{"350603", national.DibaoStandard, both, 8664, year, "2020-12-31/2021-12-21", told},
	{"350102", national.DibaoStandard, both, 880, month, "2025-01-01/2025-07-01", told},
	{"350100", national.DibaoStandard, both, 970, month, "2025-07-01/2026-01-01", told},
	{"350305", national.DibaoStandard, both, 820, month, "2023-09-22/2024-01-01", read},
	{"350000", national.ChildHome, both, 1700, month, "2023-07-01/2024-07-01", told},
	{"350000", national.ChildFacility, both, 2100, month, "2023-07-01/2024-07-01", told},
	{"350627", national.ChildHome, both, 1792, month, "2024-07-01/2025-01-01", read},
	{"350627", national.ChildFacility, both, 2213, month, "2024-07-01/2025-01-01", read},
	{"350627", national.ShenghuoAmount, both, 114, month, "2024-01-01/2025-01-01", told},
	{"350627", national.HuliOne, both, 137, month, "2024-01-01/2025-01-01", told},
	{"350627", national.HuliTwo, both, 114, month, "2024-01-01/2025-01-01", told},
	{"350000", national.ShenghuoAmount, both, 121, month, "2025-01-01/2026-01-01", told},
	{"350000", national.HuliOne, both, 145, month, "2025-01-01/2026-01-01", told},
	{"350000", national.HuliTwo, both, 121, month, "2025-01-01/2026-01-01", told},
	{"350000", national.HuliOneLower, both, 115, month, "2023-11-15/2025-06-01", told},
	{"350000", national.HuliTwoLower, both, 85, month, "2023-11-15/2025-06-01", told},
	// Income of one year is the line of the next.
	{"350627", national.DisposableIncome, both, 36506, year, "2023-01-01/2024-01-01", told},
	{"350602", national.DisposableIncome, both, 50982, year, "2023-01-01/2024-01-01", told},
	{"350100", national.DisposableIncome, both, 43118, year, "2023-01-01/2024-01-01", told},
	{"350600", national.DisposableIncome, both, 38727, year, "2024-01-01/2025-01-01", told},
	{"350000", national.DisposableIncome, urban, 51140, year, "2022-01-01/2023-01-01", told},
	{"350000", national.DisposableIncome, rural, 23229, year, "2022-01-01/2023-01-01", told},
	{"140000", national.ChildHome, both, 1145, month, "2022-01-01/2023-01-01", told},
	{"140000", national.ChildFacility, both, 1720, month, "2022-01-01/2023-01-01", told},
	{"140000", national.ShenghuoAmount, both, 82, month, "2025-06-01/2026-01-01", told},
	{"140000", national.HuliOne, both, 109, month, "2025-06-01/2026-01-01", told},
	{"140000", national.ShenghuoAmount, both, 122, month, "2026-01-01/2026-11-01", told},
	{"140000", national.HuliTwo, both, 122, month, "2026-01-01/2026-11-01", told},
	{"140000", national.HuliExtended, both, 61, month, "2026-01-01/2026-11-01", told},
	{"140000", national.DisposableIncome, urban, 39532, year, "2023-01-01/2024-01-01", worked},
	{"140000", national.DisposableIncome, rural, 16323, year, "2023-01-01/2024-01-01", worked},
	{"140000", national.DisposableIncome, urban, 41327, year, "2024-01-01/2025-01-01", read},
	{"140000", national.DisposableIncome, rural, 17677, year, "2024-01-01/2025-01-01", read},
	{"230000", national.DibaoStandard, urban, 556, month, "2018-01-01/2019-01-01", told},
	{"230000", national.DibaoStandard, rural, 3900, year, "2018-01-01/2019-01-01", told},
	{"230000", national.DibaoStandard, urban, 573, month, "2019-01-01/2020-01-01", told},
	{"230000", national.DibaoStandard, rural, 4017, year, "2019-01-01/2020-01-01", told},
	{"230000", national.DibaoStandard, urban, 637, month, "2021-01-01/2022-01-01", told},
	{"230000", national.DibaoStandard, rural, 401, month, "2021-01-01/2022-01-01", told},
	{"230000", national.DibaoStandard, urban, 669, month, "2022-01-01/2022-12-31", told},
	{"231025", national.DibaoStandard, rural, 441, month, "2022-01-01/2022-12-31", told},
	{"230102", national.DibaoStandard, urban, 783, month, "2021-01-01/2022-01-01", told},
	{"230102", national.DibaoStandard, urban, 835, month, "2022-01-01/2022-12-31", told},
	{"230113", national.DibaoStandard, rural, 625, month, "2022-01-01/2022-12-31", told},
	{"230123", national.DibaoStandard, rural, 441, month, "2022-01-01/2022-12-31", told}, // a county of 哈尔滨
	{"230102", national.TekunBasic, urban, 1086, month, "2022-01-01/2022-12-31", told},
	{"230102", national.TekunBasic, rural, 813, month, "2022-01-01/2022-12-31", told},
	{"230102", national.TekunCareAble, urban, 1066, month, "2022-01-01/2022-12-31", told},
	{"230102", national.TekunCarePartial, urban, 1116, month, "2022-01-01/2022-12-31", told},
	{"230102", national.TekunCareFull, urban, 1166, month, "2022-01-01/2022-12-31", told},
	{"230102", national.TekunCareFull, rural, 490, month, "2022-01-01/2022-12-31", told},
	{"230123", national.TekunBasic, urban, 957, month, "2022-01-01/2022-12-31", told},
	{"230123", national.TekunBasic, rural, 574, month, "2022-01-01/2022-12-31", told},
	{"230123", national.TekunCarePartial, rural, 440, month, "2022-01-01/2022-12-31", told},
	{"230123", national.TekunCarePartial, urban, 779, month, "2022-01-01/2022-12-31", told},
	{"330212", national.DibaoStandard, both, 1181, month, "2022-12-05/2023-01-01", read},
	{"440000", national.ShenghuoAmount, both, 209, month, "2025-01-01/2026-01-01", told},
	{"440000", national.HuliTwo, both, 280, month, "2025-01-01/2026-01-01", told},
	{"440000", national.ShenghuoAmount, both, 217, month, "2026-01-01/2026-12-31", told},
	{"440000", national.HuliOne, both, 290, month, "2026-01-01/2026-12-31", told},
	{"210000", national.ShenghuoAmount, both, 90, month, "2026-01-01/2026-06-01", told},
	{"430000", national.HuliOne, both, 110, month, "2026-01-01/2026-06-01", told},
	{"530000", national.HuliOne, both, 110, month, "2026-01-01/2026-06-01", told},
	{"500000", national.HuliTwo, both, 100, month, "2026-01-01/2026-06-01", told},
	{"510000", national.HuliTwo, both, 80, month, "2024-07-31/2024-08-01", told},
	{"130000", national.ShenghuoAmount, both, 106, month, "2025-01-01/2025-06-01", told},
	{"110000", national.DibaoStandard, both, 1170, month, "2020-07-01/2021-07-01", told},
	{"110000", national.DibaoStandard, both, 1450, month, "2024-07-01/2025-01-01", told},
	{"310000", national.DibaoStandard, both, 1330, month, "2021-07-01/2022-07-01", told},
	{"420106", national.DibaoStandard, urban, 940, month, "2023-06-14/2024-01-01", told},
	{"420106", national.DibaoStandard, rural, 820, month, "2023-06-14/2024-01-01", told},
	{"350305", national.DibaoTierOne, both, 820, month, "2023-09-22/2024-01-01", read},
	{"350305", national.DibaoTierThree, both, 450, month, "2023-09-22/2024-01-01", worked}, // printed once as 4550
	{"350305", national.DibaoTierFour, both, 370, month, "2023-09-22/2024-01-01", read},
	{"371323", national.TekunBasic, urban, 990, month, "2021-12-03/2022-01-01", read},
	{"371323", national.TekunBasic, rural, 754, month, "2021-12-03/2022-01-01", read},
	{"371323", national.TekunCareAble, both, 165, month, "2021-12-03/2022-01-01", read},
	{"371323", national.TekunCarePartial, both, 440, month, "2021-12-03/2022-01-01", read},
	{"371323", national.TekunCareFull, both, 770, month, "2021-12-03/2022-01-01", read},
	{"610327", national.DibaoTierOne, rural, 408, month, "2022-05-11/2022-12-31", read},
	{"610327", national.DibaoTierTwo, rural, 373, month, "2022-05-11/2022-12-31", read},
	{"610327", national.DibaoTierThree, rural, 338, month, "2022-05-11/2022-12-31", read},
	{"610327", national.DibaoTopUpAge, rural, 123, month, "2022-05-11/2022-12-31", read},
	{"610327", national.DibaoTopUpSevere, rural, 205, month, "2022-05-11/2022-12-31", read},
	{"610302", national.DibaoTierThree, rural, 355, month, "2023-01-01/2023-06-01", told},
	{"610302", national.DibaoTopUpSevere, urban, 331, month, "2023-01-01/2023-06-01", worked},
	{"610327", national.DibaoStandard, urban, 610, month, "2022-05-11/2022-12-31", read},
	{"610327", national.DibaoStandard, urban, 662, month, "2023-01-01/2023-06-01", told},
	{"610302", national.DibaoStandard, rural, 5964, year, "2023-01-01/2023-06-01", told},
}

func TestThePublishedAmountsAreFoundByPlaceAreaAndDay(t *testing.T) {
	s := body(t)
	for _, a := range amounts {
		p := cal.MustParsePeriod(a.days)
		areas := []eligibility.Area{a.area}
		if a.area == both {
			areas = []eligibility.Area{urban, rural}
		}
		for _, area := range areas {
			for _, on := range []cal.Date{p.From(), p.Last()} {
				v, ok := s.Value(a.param, area, division.MustParse(a.code), on, cal.Date{})
				want, err := money.Yuan(a.yuan)
				if err != nil {
					t.Fatal(err)
				}
				if !ok || v.Money != want || v.Per != a.per || v.Source.Provenance != a.grade {
					t.Errorf("%s %s %q on %v: %v %q %s (%v), want %d", a.code, a.param, area, on, v.Money, v.Per,
						v.Source.Provenance, ok, a.yuan)
				}
			}
		}
	}
}

func TestWhatIsNotKnownIsNotFound(t *testing.T) {
	s := body(t)
	for _, q := range []struct {
		code  string
		param eligibility.ParamKey
		area  eligibility.Area
		on    string
	}{
		{"350627", national.DibaoStandard, rural, "2016-12-31"},
		{"350627", national.DibaoStandard, urban, "2019-01-01"}, // the report of 2017 is about the country only
		{"350623", national.DibaoStandard, rural, "2021-06-01"}, // its neighbours' is none of its own
		{"350200", national.DibaoStandard, urban, "2025-01-01"}, // the year was not printed
		{"350402", national.DibaoStandard, urban, "2021-01-01"}, // which counties have which was not printed
		{"350000", national.ChildHome, both, "2023-06-30"},
		{"350627", national.ShenghuoAmount, both, "2023-12-31"},
		{"350627", national.DisposableIncome, urban, "2025-01-01"},
		{"350627", national.DisposableIncome, rural, "2021-12-31"},
		{"350627", national.TekunBasic, rural, "2022-01-01"},
		{"350627", national.GangxingRatio, both, "2025-06-01"},
		{"140000", national.ChildHome, both, "2023-01-01"},
		{"140100", national.DibaoStandard, urban, "2025-11-19"}, // an average is nobody's standard
		{"230000", national.DibaoStandard, urban, "2017-12-31"},
		{"230000", national.DibaoStandard, urban, "2024-07-01"}, // a newer one is known to exist
		{"231025", national.DibaoStandard, rural, "2026-04-01"}, // practice
		{"230102", national.TekunBasic, urban, "2021-12-31"},
		{"230102", national.ChildHome, both, "2024-01-01"},
		{"440000", national.HuliOne, both, "2027-01-01"},
		{"440000", national.GangxingRatio, both, "2024-12-31"},
		{"330100", national.DibaoStandard, urban, "2023-01-01"},
		{"500000", national.ShenghuoAmount, both, "2025-12-31"},
		{"810000", national.DibaoStandard, urban, "2025-01-01"},
	} {
		if v, ok := s.Value(q.param, q.area, division.MustParse(q.code), cal.MustParse(q.on), cal.Date{}); ok {
			t.Errorf("%s %s %q on %s: found %v", q.code, q.param, q.area, q.on, v.Money)
		}
	}
}

func TestAValueIsKnownFromTheDayItWasPublished(t *testing.T) {
	s, nanjing := body(t), division.MustParse("350627")
	on := cal.MustParse("2023-01-15")
	if _, ok := s.Value(national.DisposableIncome, rural, nanjing, on, cal.MustParse("2023-01-18")); ok {
		t.Error("known before anything was published")
	}
	v, _ := s.Value(national.DisposableIncome, rural, nanjing, on, cal.MustParse("2023-01-19"))
	if v.Money != money.Fen(43118_00) {
		t.Errorf("of the province alone: %v", v.Money)
	}
	v, _ = s.Value(national.DisposableIncome, rural, nanjing, on, cal.MustParse("2023-02-02"))
	if v.Money != money.Fen(36506_00) {
		t.Errorf("of the prefecture: %v", v.Money)
	}
}

func TestLinesAndComparators(t *testing.T) {
	s := body(t)
	for _, q := range []struct {
		code, on string
		factor   string
		by       measure.Comparator
		ratio    string // of rigid spending, "" where there is none
		against  measure.Comparator
	}{
		{code: "350627", on: "2025-06-01", factor: "3/2", by: measure.LessThan, against: measure.MoreThan},
		{code: "330106", on: "2021-12-31", factor: "3/2", by: measure.AtMost},
		{code: "330106", on: "2022-01-01", factor: "2", by: measure.AtMost},
		{code: "330212", on: "2022-12-05", factor: "2", by: measure.AtMost},
		{code: "330212", on: "2026-08-01", factor: "2", by: measure.AtMost, against: measure.MoreThan},
		{code: "370100", on: "2022-11-01", factor: "3/2", by: measure.LessThan},
		{code: "370100", on: "2027-10-31", factor: "3/2", by: measure.LessThan, against: measure.MoreThan},
		{code: "410300", on: "2023-09-13", factor: "3/2", by: measure.LessThan},
		{code: "410300", on: "2023-09-14", factor: "3/2", by: measure.AtMost},
		{code: "410303", on: "2025-01-01", factor: "3/2", by: measure.AtMost, ratio: "1/2", against: measure.AtLeast},
		{code: "410100", on: "2025-01-01", factor: "3/2", by: measure.AtMost, against: measure.MoreThan},
		{code: "120101", on: "2026-11-23", factor: "3/2", by: measure.AtMost, against: measure.MoreThan},
		{code: "210200", on: "2026-06-30", factor: "3/2", by: measure.LessThan, ratio: "4/5", against: measure.AtLeast},
		{code: "210200", on: "2026-07-01", factor: "3/2", by: measure.LessThan, ratio: "4/5", against: measure.MoreThan},
		{code: "440305", on: "2025-01-01", factor: "3/2", by: measure.LessThan, ratio: "3/5", against: measure.AtLeast},
		{code: "440106", on: "2026-08-01", factor: "3/2", by: measure.LessThan, ratio: "3/5", against: measure.MoreThan},
		{code: "230102", on: "2025-01-01", factor: "3/2", by: measure.LessThan, ratio: "1/2", against: measure.MoreThan},
		{code: "310101", on: "2025-01-01", factor: "3/2", by: measure.LessThan, against: measure.AtLeast},
		{code: "310101", on: "2026-07-01", factor: "3/2", by: measure.LessThan, against: measure.MoreThan},
	} {
		value := func(k eligibility.ParamKey) (eligibility.Value, bool) {
			return s.Value(k, both, division.MustParse(q.code), cal.MustParse(q.on), cal.Date{})
		}
		if v, ok := value(national.BianyuanFactor); !ok || v.Ratio != measure.MustParseRatio(q.factor) {
			t.Errorf("%s on %s: factor %v (%v), want %s", q.code, q.on, v.Ratio, ok, q.factor)
		}
		if v, ok := value(national.BianyuanComparator); !ok || v.Comparator != q.by {
			t.Errorf("%s on %s: %q, want %q", q.code, q.on, v.Comparator, q.by)
		}
		if v, ok := value(national.GangxingRatio); ok != (q.ratio != "") || ok && v.Ratio != measure.MustParseRatio(q.ratio) {
			t.Errorf("%s on %s: ratio %v (%v), want %q", q.code, q.on, v.Ratio, ok, q.ratio)
		}
		if v, _ := value(national.GangxingComparator); v.Comparator != q.against {
			t.Errorf("%s on %s: rigid spending %q, want %q", q.code, q.on, v.Comparator, q.against)
		}
	}
}
