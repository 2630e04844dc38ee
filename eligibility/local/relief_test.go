package local_test

import (
	"maps"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/money"
)

func TestFastReliefIsHeldAgainstAMonthOfAYearlyStandard(t *testing.T) {
	s := body(t)
	for fen, want := range map[int64]eligibility.Result{65_900: fit, 65_901: unfit} {
		c := change(t, household(t, s, 1), 0, set{facts.ReliefEvent: word("fire"), facts.ReliefEventHere: yes(), facts.ReliefUrgent: yes(),
			facts.ReliefHardship: yes(), facts.ReliefAmount: eligibility.Money(money.Fen(fen))})
		for _, on := range []string{"2026-02-10", "2026-07-05"} {
			assess(t, "7,908 a year", at(t, s, "350627", on), c, 0, national.Kuaijiu, want)
		}
	}
}

func TestZhejiangHasShorterDays(t *testing.T) {
	s := body(t)
	for code, want := range map[string]map[string]int{"330212": {"dibao.survey": 15, "dibao.confirm": 5, "dibao.notice": 7},
		"350627": {"dibao.confirm": 10, "dibao.notice": 7}} {
		got := make(map[string]int)
		for d := range at(t, s, code, "2024-03-01").Deadlines() {
			if d.ID == "dibao.survey" || d.ID == "dibao.confirm" || d.ID == "dibao.notice" {
				got[d.ID] = d.Days
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}
