package contract_test

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// FuzzContract reads any JSON as a contract: nothing panics, what is accepted survives a round trip, payments add up, and no
// fault holds a text of the data.
func FuzzContract(f *testing.F) {
	for _, c := range []contract.Contract{good(), changsha(), {}} {
		b, err := json.Marshal(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c contract.Contract
		if json.Unmarshal(data, &c) != nil {
			return
		}
		l := fault.Of(c.Validate())
		l.Add("", c.CheckWords(zh.ParseCapitals))
		l.Add("", c.CheckShare(contract.ReliefSubsidy, c.Price, measure.MustParseRatio("0.03")))
		l = append(l, contract.Overlaps([]contract.Contract{c, c})...)
		const mark = "秘密" // a text with this in it must not come back
		if strings.Contains(l.Error(), mark) || strings.Contains(l.Text(language.Chinese), mark) {
			t.Errorf("a fault holds a text of the contract: %v", l)
		}
		c.Covers("z01", cal.MustParse("2022-01-01"))
		if payments, err := c.Schedule(); err == nil && len(payments) > 0 {
			var parts []money.Amount
			for _, p := range payments {
				parts = append(parts, p.Amount)
			}
			if sum, err := money.SumOf(parts...); err != nil || sum != c.Price {
				t.Errorf("payments of %s add up to %s, %v", c.Price, sum, err)
			}
		}
		for _, k := range c.KPIs {
			_, _ = k.Progress(contract.Capped, make([]known.Value[measure.Quantity], len(k.Targets))...)
			for _, target := range k.Targets {
				_ = target.String()
			}
		}
		if _, err := contract.KPIsOf(c.ID, contract.KPIRows(c)); err != nil {
			l.Add("", err)
		}
		b, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back contract.Contract
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(back)
		if err != nil || string(again) != string(b) {
			t.Errorf("no round trip: %s", cmp.Diff(string(b), string(again)))
		}
	})
}

// FuzzScore reads any JSON as a card and marks: a score never panics, stays within full marks, and has a band when nothing is
// missing.
func FuzzScore(f *testing.F) {
	for _, m := range []contract.Marks{marks("40", "30", "30"), marks("1"), {}} {
		s, err := json.Marshal(card())
		if err != nil {
			f.Fatal(err)
		}
		b, err := json.Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(s, b)
	}
	f.Fuzz(func(t *testing.T, cardJSON, marksJSON []byte) {
		var s contract.Scorecard
		var m contract.Marks
		if json.Unmarshal(cardJSON, &s) != nil || json.Unmarshal(marksJSON, &m) != nil {
			return
		}
		r, err := s.Score(m)
		if err != nil {
			return
		}
		if len(r.Missing) == 0 && (!r.Total.Known() || !r.Band.Known()) {
			t.Error("nothing is missing, and there is no result")
		}
		if r.Recorded.Sign() < 0 || r.Recorded.Cmp(r.Full) > 0 {
			t.Errorf("%s of %s", r.Recorded, r.Full)
		}
		if r.Text(language.Chinese) == "" || r.Text(language.English) == "" {
			t.Error("a result without a word")
		}
	})
}

// FuzzPeriodCell reads any text as a period: what is read is written in a form that reads back.
func FuzzPeriodCell(f *testing.F) {
	for _, s := range []string{"2022-01-01至2022-12-31", "自2022年1月1日至2022年12月31日止", "2022-01-01/", "至", ""} {
		f.Add(s)
	}
	form := contract.ContractForm().Only("合同编号", "服务期限")
	form.Check = nil
	f.Fuzz(func(t *testing.T, text string) {
		var c, back contract.Contract
		col := form.Columns[1]
		if err := col.Set(&c, text); err != nil {
			if b, _ := json.Marshal(fault.Of(err)); strings.Contains(string(b), `"args"`) {
				t.Errorf("the error says more than its code: %s", b)
			}
			return
		}
		if err := col.Set(&back, col.Get(&c)); err != nil || back.Period != c.Period {
			t.Errorf("%s is written %q, %v", c.Period, col.Get(&c), err)
		}
	})
}
