package contract_test

import (
	"encoding/json"
	"errors"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// good is a contract without a single problem; everything in it is invented.
func good() contract.Contract {
	return contract.Contract{
		ID: "C-2022", Number: "LF采购〔2022〕8号", Title: "青塘县社工站运营", Service: contract.StationOperation,
		Purchaser: "青塘县民政局", Operator: "lf", Method: contract.CompetitiveConsultation,
		AwardedOn: cal.MustParse("2021-12-10"), SignedOn: cal.MustParse("2021-12-20"),
		Period: cal.MustParsePeriod("2022-01-01/2023-01-01"),
		Price:  money.MustParse("100000"), PriceInWords: "壹拾万元整",
		Items: []contract.Item{
			{Name: "个案", KPI: "cases", UnitPrice: money.MustParse("300"), Quantity: measure.Int(12), Word: measure.WordGe, Amount: money.MustParse("3600")},
			{Name: "社工薪酬", UnitPrice: money.MustParse("4016.67"), Quantity: measure.Int(24), Amount: money.MustParse("96400.08")},
			{Name: "调整", UnitPrice: money.MustParse("0"), Quantity: measure.Int(1), Amount: money.MustParse("0")},
		},
		LumpSum: true,
		Funding: []contract.Funding{
			{Fund: contract.LotteryFund, Level: contract.Central, Amount: money.MustParse("60000"), Period: cal.Year(2022), Earmark: "社工站运营"},
			{Fund: contract.ReliefSubsidy, Level: contract.County, Amount: money.MustParse("40000")},
		},
		Instalments: []contract.Instalment{
			{Name: "首期款", Weight: 5, Trigger: contract.OnSigning},
			{Name: "中期款", Weight: 3, Trigger: contract.OnMidTerm, Condition: "评估合格"},
			{Name: "尾款", Weight: 2, Trigger: contract.OnFinal},
		},
		Sites:     []string{"z01", "z02", "z03"},
		Workforce: contract.Workforce{Workers: 2, FullTime: 2, Certified: 1},
		KPIs: []contract.KPI{
			{
				Code: "cases", Name: "个案", Targets: []contract.Target{
					{Comparator: measure.AtLeast, Value: measure.Int(12), Basis: measure.Cases, Word: measure.WordGe},
					{Comparator: measure.AtLeast, Value: measure.Int(60), Basis: measure.PersonTimes},
				},
				Floors: []contract.Target{{Comparator: measure.AtLeast, Value: measure.Int(6), Basis: measure.Occasions, Word: measure.WordCi}},
			},
			{Code: "brand", Name: "服务品牌", Boolean: true},
		},
		Evaluations: []contract.Evaluation{
			{Stage: contract.MidTerm, PlannedOn: cal.MustParse("2022-07-01"), HeldOn: cal.MustParse("2022-07-08"), Evaluator: "青塘县社会工作协会", Grade: "good"},
			{Stage: contract.Final, PlannedOn: cal.MustParse("2022-12-20")},
		},
	}
}

// A planted mistake and what must be said about it.
type planted struct {
	name string
	make func(*contract.Contract)
	code fault.Code
	path string
}

// mistakes do not touch each other's fields, so any number of them can be made at once.
func mistakes() []planted {
	return []planted{
		{"no ID", func(c *contract.Contract) { c.ID = "" }, check.ErrRequired, "id"},
		{"number too long", func(c *contract.Contract) { c.Number = strings.Repeat("长", 101) }, check.ErrMax, "number"},
		{"no title", func(c *contract.Contract) { c.Title = "" }, check.ErrRequired, "title"},
		{"unknown service", func(c *contract.Contract) { c.Service = "catering" }, vocab.ErrUnknown, "service"},
		{"no purchaser", func(c *contract.Contract) { c.Purchaser = "" }, check.ErrRequired, "purchaser"},
		{"no operator", func(c *contract.Contract) { c.Operator = "" }, check.ErrRequired, "operator"},
		{"unknown method", func(c *contract.Contract) { c.Method = "raffle" }, vocab.ErrUnknown, "method"},
		{"awarded after signing", func(c *contract.Contract) { c.AwardedOn = cal.MustParse("2021-12-21") }, contract.ErrDates, "signed_on"},
		{"terminated too late", func(c *contract.Contract) { c.Terminated = cal.MustParse("2023-01-01") }, contract.ErrTerminated, "terminated"},
		{"item pays nothing", func(c *contract.Contract) { c.Items[0].KPI = "cakes" }, contract.ErrNoKPI, "items[0].kpi"},
		{"item does not multiply", func(c *contract.Contract) { c.Items[1].Amount = money.MustParse("96400.07") }, contract.ErrItemAmount, "items[1].amount"},
		{"item of nothing", func(c *contract.Contract) { c.Items[2].Quantity = measure.Int(0) }, check.ErrGT, "items[2].quantity"},
		{"item word", func(c *contract.Contract) { c.Items[2].Word = "桶" }, vocab.ErrUnknown, "items[2].word"},
		{"items without lump sum", func(c *contract.Contract) { c.LumpSum = false }, contract.ErrItemsSum, "items"},
		{"unknown fund", func(c *contract.Contract) { c.Funding[0].Fund = "lotto" }, vocab.ErrUnknown, "funding[0].fund"},
		{"fund of another year", func(c *contract.Contract) { c.Funding[0].Period = cal.Year(2023) }, contract.ErrFundingPeriod, "funding[0].period"},
		{"funds above the price", func(c *contract.Contract) { c.Funding[1].Amount = money.MustParse("40000.01") }, contract.ErrFundingOver, "funding"},
		{"unknown level", func(c *contract.Contract) { c.Funding[1].Level = "galaxy" }, vocab.ErrUnknown, "funding[1].level"},
		{"weight of nothing", func(c *contract.Contract) { c.Instalments[0].Weight = 0 }, check.ErrGT, "instalments[0].weight"},
		{"date without a day", func(c *contract.Contract) { c.Instalments[0].Trigger = contract.OnDate }, contract.ErrTrigger, "instalments[0].trigger"},
		{"unknown trigger", func(c *contract.Contract) { c.Instalments[1].Trigger = "full_moon" }, vocab.ErrUnknown, "instalments[1].trigger"},
		{"site listed twice", func(c *contract.Contract) { c.Sites[2] = "z01" }, contract.ErrDuplicate, "sites[2]"},
		{"site without ID", func(c *contract.Contract) { c.Sites[1] = "" }, check.ErrRequired, "sites[1]"},
		{"more full-time workers than workers", func(c *contract.Contract) { c.Workforce.FullTime = 3 }, contract.ErrWorkforce, "workforce.full_time"},
		{"more certified workers than workers", func(c *contract.Contract) { c.Workforce.Certified = 3 }, contract.ErrWorkforce, "workforce.certified"},
		{"a second target with an unknown basis", func(c *contract.Contract) { c.KPIs[0].Targets[1].Basis = "souls" }, vocab.ErrUnknown, "kpis[0].targets[1].basis"},
		{"no comparator", func(c *contract.Contract) { c.KPIs[0].Targets[1].Comparator = "" }, check.ErrRequired, "kpis[0].targets[1].comparator"},
		{"target below zero", func(c *contract.Contract) { c.KPIs[0].Targets[1].Value = measure.Int(-1) }, check.ErrGTE, "kpis[0].targets[1].value"},
		{"word that does not fit", func(c *contract.Contract) { c.KPIs[0].Floors[0].Word = measure.WordYuan }, contract.ErrWord, "kpis[0].floors[0].word"},
		{"boolean with a target", func(c *contract.Contract) { c.KPIs[1].Targets = c.KPIs[0].Targets[:1] }, contract.ErrTargets, "kpis[1].targets"},
		{"code twice", func(c *contract.Contract) { c.KPIs[1].Code = "cases" }, contract.ErrDuplicate, "kpis[1].code"},
		{"evaluation before the contract", func(c *contract.Contract) { c.Evaluations[0].HeldOn = cal.MustParse("2021-12-31") }, contract.ErrEvaluation, "evaluations[0]"},
		{"evaluation at no stage", func(c *contract.Contract) { c.Evaluations[0].Stage = "" }, check.ErrRequired, "evaluations[0].stage"},
	}
}

func has(l fault.List, code fault.Code, path string) bool {
	return slices.ContainsFunc(l, func(f fault.Fault) bool { return f.Code() == code && f.Path() == path })
}

func TestGoodContractHasNoFault(t *testing.T) {
	if err := good().Validate(); err != nil {
		t.Fatal(err)
	}
}

func TestEachMistakeIsReported(t *testing.T) {
	for _, m := range mistakes() {
		t.Run(m.name, func(t *testing.T) {
			c := good()
			m.make(&c)
			if l := fault.Of(c.Validate()); !has(l, m.code, m.path) {
				t.Errorf("want %s at %s, got %v", m.code, m.path, l)
			}
		})
	}
}

// Adding a mistake never hides another.
func TestMistakesDoNotHideEachOther(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 500 {
		c, made := good(), []planted{}
		for _, m := range mistakes() {
			if r.Intn(2) == 0 {
				m.make(&c)
				made = append(made, m)
			}
		}
		l := fault.Of(c.Validate())
		for _, m := range made {
			if !has(l, m.code, m.path) {
				t.Fatalf("%s (%s at %s) is hidden among %d: %v", m.name, m.code, m.path, len(made), l)
			}
		}
	}
}

func TestAdvisoryFaults(t *testing.T) {
	for name, tc := range map[string]struct {
		make func(*contract.Contract)
		code fault.Code
	}{
		"signed late":   {func(c *contract.Contract) { c.SignedOn = cal.MustParse("2022-01-02") }, contract.ErrLateSigning},
		"funds short":   {func(c *contract.Contract) { c.Funding = c.Funding[:1] }, contract.ErrFundingShort},
		"another year":  {func(c *contract.Contract) { c.Funding[0].Period = cal.Year(2021) }, contract.ErrFundingPeriod},
		"signed in day": {func(c *contract.Contract) { c.SignedOn = cal.MustParse("2022-01-01") }, ""},
		"no funds":      {func(c *contract.Contract) { c.Funding = nil }, ""},
		"no items":      {func(c *contract.Contract) { c.Items, c.LumpSum = nil, false }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			c := good()
			tc.make(&c)
			l := fault.Of(c.Validate())
			if len(l.Blocking()) > 0 || tc.code != "" && (len(l) != 1 || l[0].Code() != tc.code) || tc.code == "" && len(l) > 0 {
				t.Errorf("got %v", l)
			}
		})
	}
}

func TestSumsOutOfRangeAreFaults(t *testing.T) {
	huge := money.Fen(9223372036854775807)
	c := good()
	c.LumpSum = false
	c.Items[0].UnitPrice, c.Items[0].Amount, c.Items[1].Amount = huge, huge, huge
	c.Funding[0].Amount, c.Funding[1].Amount = huge, huge
	l := fault.Of(c.Validate())
	for _, path := range []string{"items[0].amount", "items", "funding"} {
		if !has(l, money.ErrRange, path) {
			t.Errorf("no range fault at %s: %v", path, l)
		}
	}
}

func TestEvaluationOrder(t *testing.T) {
	c := good()
	c.Evaluations[1].HeldOn = cal.MustParse("2022-07-07") // the day before the mid-term one was held
	if l := fault.Of(c.Validate()); len(l) != 1 || !has(l, contract.ErrEvaluation, "evaluations[1]") {
		t.Errorf("got %v", l)
	}
	c.Evaluations[1].Stage = "stocktaking" // an unknown stage has no order
	if l := fault.Of(c.Validate()); l.Has(contract.ErrEvaluation) {
		t.Errorf("got %v", l)
	}
	c.Evaluations[1].Stage = contract.Final
	c.Evaluations[0].HeldOn = cal.Date{} // planned for the 1st, so nothing is wrong
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
	// in a contract of two years the second mid-term evaluation may follow the first year's final one
	c.Evaluations = append(c.Evaluations, contract.Evaluation{Stage: contract.MidTerm, PlannedOn: cal.MustParse("2022-12-30")})
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
}

func TestItemAmountIsRoundedHalfUp(t *testing.T) {
	for amount, want := range map[string]bool{"0.01": true, "0.00": false} { // a fen times a half
		c := good()
		c.Items[2] = contract.Item{Name: "调整", UnitPrice: money.MustParse("0.01"), Quantity: measure.MustParseQuantity("0.5"), Amount: money.MustParse(amount)}
		if err := c.Validate(); (err == nil) != want {
			t.Errorf("%s: got %v", amount, err)
		}
	}
}

func TestOpenEndedContract(t *testing.T) {
	c := good()
	c.Period = cal.Since(cal.MustParse("2022-01-01"))
	if l := fault.Of(c.Validate()); len(l) != 1 || !has(l, contract.ErrOpenEnded, "period") {
		t.Errorf("got %v", l)
	}
}

func TestInForce(t *testing.T) {
	c := good()
	if got := c.InForce(); got != c.Period {
		t.Errorf("got %s", got)
	}
	c.Terminated = cal.MustParse("2022-06-01")
	if got := c.InForce().String(); got != "2022-01-01/2022-06-01" {
		t.Errorf("terminated: got %s", got)
	}
	for day, want := range map[string]bool{"2021-12-31": false, "2022-01-01": true, "2022-05-31": true, "2022-06-01": false} {
		if got := c.Covers("z02", cal.MustParse(day)); got != want {
			t.Errorf("%s: got %v", day, got)
		}
	}
	if c.Covers("z09", cal.MustParse("2022-01-01")) {
		t.Error("a station outside the contract is not covered")
	}
	c.Terminated = cal.MustParse("2022-01-01")
	if !c.InForce().IsZero() {
		t.Error("terminated on its first day, it never was in force")
	}
}

func TestContractJSONRoundTrip(t *testing.T) {
	want := good()
	want.Method = "of_tomorrow" // an unknown word survives
	b, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got contract.Contract
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if !has(fault.Of(got.Validate()), vocab.ErrUnknown, "method") {
		t.Error("the unknown word is not reported")
	}
}

func TestOverlaps(t *testing.T) {
	site := func(id contract.ID, period string, sites ...string) contract.Contract {
		return contract.Contract{ID: id, Service: contract.StationOperation, Period: cal.MustParsePeriod(period), Sites: sites}
	}
	all := []contract.Contract{
		site("a", "2022-01-01/2023-01-01", "z01", "z02", "z01"),
		site("b", "2023-01-01/2024-01-01", "z01"),
		site("c", "2022-12-31/2023-06-01", "z03", "z01"),
		site("d", "2022-06-01/2022-07-01", "z02"),
	}
	other := all[3]
	other.Service = contract.Supervising
	ended := all[0]
	ended.Terminated = cal.MustParse("2022-06-01")
	for name, tc := range map[string]struct {
		contracts []contract.Contract
		want      []string // path and the other contract
	}{
		"one after the other":   {all[:2], nil},
		"both ends":             {all[:3], []string{"[2].sites[1] [0]"}},
		"against the first":     {[]contract.Contract{all[1], all[2], all[2]}, []string{"[1].sites[1] [0]", "[2].sites[0] [1]", "[2].sites[1] [0]"}},
		"inside":                {[]contract.Contract{all[0], all[3]}, []string{"[1].sites[0] [0]"}},
		"another service":       {[]contract.Contract{all[0], other}, nil},
		"terminated before":     {[]contract.Contract{ended, all[3]}, nil},
		"one with its own twin": {all[:1], nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range contract.Overlaps(tc.contracts) {
				other, _ := f.Arg("other")
				got = append(got, f.Path()+" "+other)
				if !errors.Is(f, contract.ErrOverlap) {
					t.Errorf("code %s", f.Code())
				}
			}
			if d := cmp.Diff(tc.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// A contract overlaps if any day of any site is in another one: day by day against the periods.
func TestOverlapsAgainstDays(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	base := cal.MustParse("2022-01-01")
	for range 300 {
		var all []contract.Contract
		for range r.Intn(6) {
			from := base.AddDays(r.Intn(20))
			p, err := cal.Between(from, from.AddDays(1+r.Intn(8)))
			if err != nil {
				t.Fatal(err)
			}
			c := contract.Contract{Service: contract.StationOperation, Period: p}
			for _, s := range []string{"a", "b", "c"} {
				if r.Intn(2) == 0 {
					c.Sites = append(c.Sites, s)
				}
			}
			all = append(all, c)
		}
		want := false
		for day := range 30 {
			for _, s := range []string{"a", "b", "c"} {
				n := 0
				for _, c := range all {
					if c.Covers(s, base.AddDays(day)) {
						n++
					}
				}
				want = want || n > 1
			}
		}
		if got := len(contract.Overlaps(all)) > 0; got != want {
			t.Fatalf("got %v, want %v: %+v", got, want, all)
		}
	}
}

func TestCheckWords(t *testing.T) {
	c := good()
	if err := c.CheckWords(zh.ParseCapitals); err != nil {
		t.Error(err)
	}
	c.PriceInWords = "壹拾万零壹元整"
	if l := fault.Of(c.CheckWords(zh.ParseCapitals)); len(l) != 1 || !has(l, contract.ErrWords, "price_in_words") {
		t.Errorf("got %v", l)
	}
	c.PriceInWords = "十万元"
	if l := fault.Of(c.CheckWords(zh.ParseCapitals)); len(l) != 1 || !has(l, zh.ErrCapitals, "price_in_words") {
		t.Errorf("got %v", l)
	}
	c.PriceInWords = ""
	if err := c.CheckWords(nil); err != nil {
		t.Error(err)
	}
}

func TestCheckShare(t *testing.T) {
	c := good() // 40,000 from the relief subsidy
	three := measure.MustParseRatio("0.03")
	for budget, want := range map[string]bool{"1333333.33": false, "1333333.34": true, "2000000": true} {
		err := c.CheckShare(contract.ReliefSubsidy, money.MustParse(budget), three)
		if (err == nil) != want {
			t.Errorf("of %s: got %v", budget, err)
		}
	}
	l := fault.Of(c.CheckShare(contract.ReliefSubsidy, money.MustParse("1000000"), three))
	if limit, _ := l[0].Arg("limit"); limit != "30000.00" || !has(l, contract.ErrShare, "funding") {
		t.Errorf("got %v", l)
	}
	if err := c.CheckShare(contract.CharityFund, money.Amount{}, three); err != nil {
		t.Errorf("nothing is taken from charity: %v", err)
	}
	huge := money.Fen(9223372036854775807)
	if l := fault.Of(c.CheckShare(contract.ReliefSubsidy, huge, measure.MustParseRatio("2"))); !l.Has(money.ErrRange) {
		t.Errorf("got %v", l)
	}
	c.Funding = []contract.Funding{{Fund: contract.OwnFund, Amount: huge}, {Fund: contract.OwnFund, Amount: huge}}
	if l := fault.Of(c.CheckShare(contract.OwnFund, huge, three)); !l.Has(money.ErrRange) {
		t.Errorf("got %v", l)
	}
}

func TestOperator(t *testing.T) {
	o := contract.Operator{
		ID: "lf", Name: "青塘县绿帆社会工作服务中心", CreditCode: identity.MustParseCreditCode("52350627MJB0000182"),
		Aliases: []string{"绿帆社会工作服务中心", "绿帆社工"}, RegisteredBy: "青塘县民政局", RegisteredOn: cal.MustParse("2016-05-04"),
		Inspections: []contract.Inspected{{2020, contract.Passed}, {2021, contract.Passed}, {2019, contract.BarelyPassed}},
	}
	if err := o.Validate(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"绿帆社工": true, o.Name: true, "绿帆": false, "": false} {
		if o.Called(name) != want {
			t.Errorf("called %q: %v", name, !want)
		}
	}
	if !o.PassedInspections(2020, 2021) || o.PassedInspections(2019, 2020) || o.PassedInspections(2022) || !o.PassedInspections() {
		t.Error("inspections are read wrongly")
	}
	b, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	var back contract.Operator
	if err := json.Unmarshal(b, &back); err != nil || cmp.Diff(o, back) != "" {
		t.Error(err, cmp.Diff(o, back))
	}
	bad := o
	bad.CreditCode = identity.CreditCode{}
	bad.Aliases = []string{o.Name, "绿帆社工", "绿帆社工", ""}
	bad.Inspections = []contract.Inspected{{2020, "splendid"}, {2020, contract.Passed}, {1900, ""}}
	l := fault.Of(bad.Validate())
	for _, want := range []struct {
		code fault.Code
		path string
	}{
		{check.ErrRequired, "credit_code"}, {contract.ErrAlias, "aliases[0]"}, {contract.ErrDuplicate, "aliases[2]"},
		{check.ErrRequired, "aliases[3]"}, {vocab.ErrUnknown, "inspections[0].outcome"},
		{contract.ErrDuplicate, "inspections[1].year"}, {check.ErrGTE, "inspections[2].year"}, {check.ErrRequired, "inspections[2].outcome"},
	} {
		if !has(l, want.code, want.path) {
			t.Errorf("no %s at %s: %v", want.code, want.path, l)
		}
	}
	if len(l) != 8 {
		t.Errorf("%d faults: %v", len(l), l)
	}
}

// figures is a row of known figures.
func figures(ns ...int32) []known.Value[measure.Quantity] {
	out := make([]known.Value[measure.Quantity], len(ns))
	for i, n := range ns {
		out[i] = known.Of(measure.Int(n))
	}
	return out
}
