package statutes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAWholeBodyOfLawIsJoined(t *testing.T) {
	s := mustStatutes(t, nation(), county())
	l := mustLaw(t, s, Query{Division: place("660101003"), On: day("2022-05-01")})
	var got []string
	for depth, n := range l.Walk("poor") {
		got = append(got, string(rune('0'+depth))+" "+n.Criterion().ID)
	}
	want := []string{"0 poor", "1 poor.frail", "2 frail", "3 frail.disability", "3 frail.old", "3 frail.other", "1 poor.not_alone",
		"2 poor.alone", "1 poor.kin", "2 poor.kin.child", "2 poor.kin.cannot", "3 poor.kin.too", "3 poor.kin.raised", "3 poor.kin.own",
		"4 poor.kin.own.alone", "1 poor.income", "2 poor.wages", "2 poor.but.when", "2 poor.but.then", "1 poor.one_of", "2 poor.holds",
		"2 poor.before", "2 poor.boat"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
