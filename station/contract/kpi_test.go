package contract_test

import (
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// shuanghe is the table of indicators of a township in Chengkou (one year, 300,000 yuan of the central lottery fund) as it
// was disclosed [reported: project disclosure of the central lottery fund 2023, published 2025], with what was done. The
// stored text drops the unit of the group services; they are read as sessions.
func shuanghe() (kpis []contract.KPI, done map[string][]known.Value[measure.Quantity]) {
	atLeast := func(n int32, b measure.Basis) contract.Target {
		return contract.Target{Comparator: measure.AtLeast, Value: measure.Int(n), Basis: b}
	}
	return []contract.KPI{
			{Code: "station", Name: "运营社工站、社工室", Targets: []contract.Target{atLeast(1, measure.Places)}},
			{Code: "cases", Name: "个案", Targets: []contract.Target{atLeast(4, measure.Cases), atLeast(20, measure.PersonTimes)}},
			{Code: "groups", Name: "小组", Targets: []contract.Target{atLeast(3, measure.Groups), atLeast(15, measure.Sessions)}},
			{Code: "events", Name: "社区活动", Targets: []contract.Target{atLeast(12, measure.Events), atLeast(1000, measure.PersonTimes)}},
			{Code: "visits", Name: "走访", Targets: []contract.Target{atLeast(700, measure.PersonTimes)}},
			{Code: "organisations", Name: "培育社区社会组织", Targets: []contract.Target{atLeast(2, measure.Organisations)}},
			{Code: "resources", Name: "链接资源", Targets: []contract.Target{atLeast(4, measure.Occasions)}},
			{Code: "publicity", Name: "宣传", Targets: []contract.Target{atLeast(12, measure.Occasions)}},
			{Code: "brand", Name: "打造品牌", Boolean: true},
			{Code: "point", Name: "五社联动示范点", Boolean: true},
		}, map[string][]known.Value[measure.Quantity]{
			"station": figures(1), "cases": figures(4, 20), "groups": figures(3, 15), "events": figures(12, 1212), "visits": figures(774),
			"organisations": figures(2), "resources": figures(4), "publicity": figures(15), "brand": figures(1), "point": figures(1),
		}
}

func TestDisclosedIndicatorsAreMet(t *testing.T) {
	kpis, done := shuanghe()
	over := map[string]string{"visits": "387/350", "publicity": "1.25"}
	for _, k := range kpis {
		if err := k.Validate(); err != nil {
			t.Errorf("%s: %v", k.Code, err)
		}
		capped, err := k.Progress(contract.Capped, done[k.Code]...)
		if share, ok := capped.Completion.Get(); err != nil || capped.Status != contract.Met || !ok || share.String() != "1" {
			t.Errorf("%s: printed as %s %v, %v", k.Code, capped.Status, capped.Completion, err)
		}
		uncapped, err := k.Progress(contract.Uncapped, done[k.Code]...)
		want := over[k.Code]
		if want == "" {
			want = "1"
		}
		if share, _ := uncapped.Completion.Get(); err != nil || share.String() != want {
			t.Errorf("%s: %s, want %s, %v", k.Code, share, want, err)
		}
	}
}

// changsha is the contract of a county of 2022 for seven communities [reported: purchase contract 2022]: 1,050,000 yuan, 14
// workers. The workers' pay is masked in the source; its amount here is what the other items leave.
func changsha() contract.Contract {
	item := func(name, kpi string, price string, n int32) contract.Item {
		p := money.MustParse(price)
		amount, err := p.MulInt(int64(n))
		if err != nil {
			panic(err)
		}
		return contract.Item{Name: name, KPI: kpi, UnitPrice: p, Quantity: measure.Int(n), Amount: amount}
	}
	exactly := func(n int32, b measure.Basis) []contract.Target {
		return []contract.Target{{Comparator: measure.AtLeast, Value: measure.Int(n), Basis: b}}
	}
	c := good()
	c.Price, c.PriceInWords, c.LumpSum = money.MustParse("1050000"), "壹佰零伍万元整", false
	c.Funding = nil
	c.Sites = []string{"q1", "q2", "q3", "q4", "q5", "q6", "q7"}
	c.Workforce = contract.Workforce{Workers: 14}
	c.KPIs = []contract.KPI{
		{Code: "cases", Name: "个案", Targets: exactly(7, measure.Cases), Floors: exactly(6, measure.Occasions)},
		{Code: "groups", Name: "小组", Targets: exactly(7, measure.Groups),
			Floors: append(exactly(6, measure.Sessions), exactly(42, measure.PersonTimes)...)},
		{Code: "large", Name: "大型活动", Targets: exactly(7, measure.Events), Floors: exactly(200, measure.Persons)},
		{Code: "small", Name: "小型活动", Targets: exactly(7, measure.Events), Floors: exactly(25, measure.Persons)},
		{Code: "volunteers", Name: "志愿者", Targets: exactly(350, measure.Persons), Floors: exactly(50, measure.Persons)},
	}
	c.Items = []contract.Item{
		item("个案", "cases", "300", 7), item("小组", "groups", "1000", 7), item("大型活动", "large", "4000", 7),
		item("小型活动", "small", "2000", 7), item("人员经费及其他", "", "998900", 1),
	}
	return c
}

func TestPublishedContractAddsUp(t *testing.T) {
	c := changsha()
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	groups := c.KPIs[1]
	for _, tc := range []struct {
		sessions, persons int32
		want              contract.Status
	}{{6, 42, contract.Met}, {6, 41, contract.Unmet}, {5, 60, contract.Unmet}} {
		p, err := groups.FloorsKept(contract.Capped, figures(tc.sessions, tc.persons)...)
		if err != nil || p.Status != tc.want {
			t.Errorf("%d sessions of %d: %s, %v", tc.sessions, tc.persons, p.Status, err)
		}
	}
}

func TestProgressOfIncompleteFigures(t *testing.T) {
	k := good().KPIs[0] // 12 cases and 60 person-times
	unknown := known.Value[measure.Quantity]{}
	for name, tc := range map[string]struct {
		figures    []known.Value[measure.Quantity]
		status     contract.Status
		completion string
	}{
		"both":                  {figures(12, 60), contract.Met, "1"},
		"behind":                {figures(12, 45), contract.Unmet, "0.75"},
		"nothing done":          {figures(0, 0), contract.Unmet, "0"},
		"nothing recorded":      {[]known.Value[measure.Quantity]{unknown, unknown}, contract.Incomplete, ""},
		"one recorded and met":  {append(figures(12), unknown), contract.Incomplete, ""},
		"one recorded, not met": {append(figures(11), unknown), contract.Unmet, ""},
		"one before":            {append([]known.Value[measure.Quantity]{unknown}, figures(60)...), contract.Incomplete, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := k.Progress(contract.Uncapped, tc.figures...)
			if err != nil || p.Status != tc.status {
				t.Errorf("got %s, %v", p.Status, err)
			}
			share, ok := p.Completion.Get()
			if ok != (tc.completion != "") || ok && share.String() != tc.completion {
				t.Errorf("completion %v", p.Completion)
			}
		})
	}
}

func TestProgressOfLimits(t *testing.T) {
	k := contract.KPI{Code: "complaints", Name: "投诉", Targets: []contract.Target{
		{Comparator: measure.AtMost, Value: measure.Int(2), Basis: measure.Occasions},
		{Comparator: measure.AtLeast, Value: measure.Int(0), Basis: measure.Occasions},
	}}
	p, err := k.Progress(contract.Uncapped, figures(2, 0)...)
	if err != nil || p.Status != contract.Met || p.Completion.Known() {
		t.Errorf("a limit kept and a target of 0: %+v, %v", p, err)
	}
	if p, err = k.Progress(contract.Uncapped, figures(3, 0)...); err != nil || p.Status != contract.Unmet {
		t.Errorf("a limit broken: %+v, %v", p, err)
	}
	none, err := (contract.KPI{}).FloorsKept(contract.Capped)
	if err != nil || none.Status != contract.Met {
		t.Errorf("no floors: %+v, %v", none, err)
	}
}

func TestProgressRefusals(t *testing.T) {
	cases, brand := good().KPIs[0], good().KPIs[1]
	broken := contract.KPI{Targets: []contract.Target{{Value: measure.Int(1)}, {Comparator: "about", Value: measure.Int(1)}}}
	for name, tc := range map[string]struct {
		kpi     contract.KPI
		above   contract.Cap
		figures []known.Value[measure.Quantity]
		want    []fault.Code
	}{
		"too few":            {cases, contract.Capped, figures(1), []fault.Code{contract.ErrFigures}},
		"too many":           {brand, contract.Capped, figures(1, 1), []fault.Code{contract.ErrFigures}},
		"no cap":             {cases, "", figures(1, 1), []fault.Code{contract.ErrCap}},
		"unknown cap, none":  {cases, "lid", nil, []fault.Code{vocab.ErrUnknown, contract.ErrFigures}},
		"below zero":         {cases, contract.Capped, figures(-1, -1), []fault.Code{contract.ErrFigure, contract.ErrFigure}},
		"broken comparators": {broken, contract.Capped, figures(1, 1), []fault.Code{measure.ErrRequired, vocab.ErrUnknown}},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := tc.kpi.Progress(tc.above, tc.figures...)
			var got []fault.Code
			for _, f := range fault.Of(err) {
				got = append(got, f.Code())
			}
			if d := cmp.Diff(tc.want, got); d != "" || p.Parts != nil {
				t.Error(d, p)
			}
		})
	}
	if l := fault.Of(func() error { _, err := cases.Progress(contract.Capped, figures(1, -1)...); return err }()); !has(l, contract.ErrFigure, "[1]") {
		t.Errorf("got %v", l)
	}
}

// The completion of an indicator is the least of its parts, and never above 1 when capped.
func TestProgressAgainstFractions(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for range 1000 {
		k := contract.KPI{}
		var done []known.Value[measure.Quantity]
		num, den, met := int64(1), int64(0), true // the least so far; 1/0 is infinite
		for range 1 + r.Intn(4) {
			want, got := 1+r.Int63n(50), r.Int63n(80)
			k.Targets = append(k.Targets, contract.Target{Comparator: measure.AtLeast, Value: measure.Int(int32(want)), Basis: measure.Persons})
			done = append(done, known.Of(measure.Int(int32(got))))
			if got*den < num*want {
				num, den = got, want
			}
			met = met && got >= want
		}
		p, err := k.Progress(contract.Uncapped, done...)
		if err != nil {
			t.Fatal(err)
		}
		share, _ := p.Completion.Get()
		if share.Num()*den != num*share.Den() || (p.Status == contract.Met) != met {
			t.Fatalf("got %s %s, want %d/%d %v", p.Status, share, num, den, met)
		}
		capped, err := k.Progress(contract.Capped, done...)
		if err != nil {
			t.Fatal(err)
		}
		lid, _ := capped.Completion.Get()
		if least := min(num, den); lid.Num()*den != least*lid.Den() || capped.Status != p.Status {
			t.Fatalf("capped: got %s, want %d/%d", lid, least, den)
		}
	}
}

func TestTargetText(t *testing.T) {
	for want, target := range map[string]contract.Target{
		"不少于700人次": {Comparator: measure.AtLeast, Value: measure.Int(700), Basis: measure.PersonTimes},
		"超过2.5小时":  {Comparator: measure.MoreThan, Value: measure.MustParseQuantity("2.5"), Basis: measure.Hours},
		"不少于12场":   {Comparator: measure.AtLeast, Value: measure.Int(12), Basis: measure.Events, Word: measure.WordChang},
		"about1":   {Comparator: "about", Value: measure.Int(1)},
	} {
		if got := target.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestKPIValidate(t *testing.T) {
	k := contract.KPI{Targets: []contract.Target{{Word: "桶", Value: measure.Int(-1)}}, Boolean: true}
	l := fault.Of(k.Validate())
	if len(l) != 7 || !has(l, contract.ErrTargets, "targets") || !has(l, vocab.ErrUnknown, "targets[0].word") {
		t.Errorf("got %d: %v", len(l), l)
	}
	if l := fault.Of((contract.KPI{Code: "x", Name: "x"}).Validate()); len(l) != 1 || !has(l, contract.ErrTargets, "targets") {
		t.Errorf("no target: got %v", l)
	}
}
