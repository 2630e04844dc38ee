package local_test

import (
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/vocab"
)

// 青岛 lets a household onto the margin by what it has spent, too.
func TestQingdaoBySpending(t *testing.T) {
	s := body(t, test("37", fits(national.DibaoProperty, national.BianyuanProperty), amount(national.DibaoStandard, 900), incomeAYear(40_000)))
	const on = "2023-06-10"
	spent := func(year, medical, other int64) *eligibility.Case {
		c := change(t, household(t, s, 1), 0, set{facts.PersonBirth: born("1980-01-01"), facts.PersonIncomeWages: yuan(year)})
		return change(t, c, 0, set{facts.HouseholdIncomeYear: yuan(year), facts.HouseholdSpendingMedical: yuan(medical), facts.HouseholdSpendingOther: yuan(other)})
	}
	qingdao := at(t, s, "370202", on)
	assess(t, "by income", qingdao, spent(16_199, 0, 0), 0, national.Bianyuan, fit)
	assess(t, "at 1.5 times", qingdao, spent(16_200, 0, 0), 0, national.Bianyuan, unfit)
	assess(t, "at 1.5 times, and a yuan spent", qingdao, spent(16_200, 1, 0), 0, national.Bianyuan, fit)
	assess(t, "spent below it", qingdao, spent(30_000, 13_801, 0), 0, national.Bianyuan, fit)
	assess(t, "on a disaster", qingdao, spent(30_000, 0, 13_801), 0, national.Bianyuan, fit)
	assess(t, "spent down to it", qingdao, spent(30_000, 13_800, 0), 0, national.Bianyuan, unfit)
	assess(t, "the average income", qingdao, spent(40_000, 39_000, 0), 0, national.Bianyuan, unfit)
	assess(t, "the next city", at(t, s, "370600", on), spent(30_000, 13_801, 0), 0, national.Bianyuan, unfit)
	assess(t, "the day before it is known", at(t, s, "370202", "2023-03-23"), spent(30_000, 13_801, 0), 0, national.Bianyuan, unfit)
	assess(t, "after the measure of the province", at(t, s, "370202", "2027-11-01"), spent(30_000, 13_801, 0), 0, national.Bianyuan, unfit)
	assess(t, "at the very standard", qingdao, spent(10_800, 5000, 0), 0, national.Bianyuan, judge) // the hole of the province, whatever was spent
}

// What the province says, above the standard and within the minimum wage, is cited from the province, the way by spending from 青岛, and
// where it begins is our reading.
func TestQingdaoCitesEach(t *testing.T) {
	seen := 0
	for _, a := range local.Shandong() {
		if a.ID != "shandong:qingdao-bianyuan-2023" {
			continue
		}
		for _, o := range a.Overrides {
			for _, n := range nodes(o.With) {
				c := n.Criterion()
				of, grade := "山东省", vocab.Reported
				if strings.HasPrefix(c.ID, "qingdao.") {
					of = "青岛市"
				}
				if c.ID == "bianyuan.income.gap" || c.ID == "qingdao.spending" || c.ID == "qingdao.spending.above" {
					grade = vocab.Interpretation
				}
				if !strings.HasPrefix(c.Source.Document, of) || c.Source.Provenance != grade {
					t.Errorf("%s: %+v", c.ID, c.Source)
				}
				seen++
			}
		}
	}
	if seen == 0 {
		t.Error("no rule of 青岛")
	}
}

func nodes(n *eligibility.Node) []*eligibility.Node {
	all := []*eligibility.Node{n}
	for _, k := range n.Spec().Kids {
		all = append(all, nodes(k)...)
	}
	return all
}
