package station_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

func TestRatingOnADay(t *testing.T) {
	n := full()
	r, scheme := n.Ratings[0], n.Schemes[0]
	for _, c := range []struct {
		day       string
		step      station.Step
		certain   bool
		sure, may bool
	}{
		{"2022-01-01", "", true, false, false},
		{"2022-05-31", station.StepRecommended, true, false, false},
		{"2022-06-15", station.StepRecommended, false, false, false},
		{"2022-07-14", station.StepPublicised, true, false, false},
		{"2022-07-15", station.StepConfirmed, true, true, true},
		{"2024-07-14", station.StepConfirmed, true, true, true},
		{"2024-07-15", station.StepConfirmed, true, false, false}, // 24 months are over
	} {
		if step, certain := r.StepOn(day(c.day)); step != c.step || certain != c.certain {
			t.Errorf("%s: step %q %v", c.day, step, certain)
		}
		if sure, may := r.HeldOn(day(c.day), scheme); sure != c.sure || may != c.may {
			t.Errorf("%s: held %v %v", c.day, sure, may)
		}
	}
	if sure, may := r.HeldOn(day("2024-07-15"), station.RatingScheme{}); !sure || !may {
		t.Error("without months a confirmation lasts until a step ends it")
	}
	scheme.Months = known.Of(12 * 9000)
	if sure, may := r.HeldOn(day("9999-12-31"), scheme); !sure || !may {
		t.Error("an end beyond the calendar never comes")
	}
	scheme.Months = known.Of(24)
	r.Steps = append(r.Steps, station.RatingStep{Step: station.StepRevoked, On: about("2023年3月")})
	for on, want := range map[string][2]bool{"2023-02-28": {true, true}, "2023-03-15": {false, true}, "2023-03-31": {false, false}} {
		if sure, may := r.HeldOn(day(on), scheme); sure != want[0] || may != want[1] {
			t.Errorf("revoked in March, on %s: %v %v", on, sure, may)
		}
	}
	pilot := n.Ratings[1] // confirmed some day of 2022
	for on, want := range map[string][2]bool{
		"2021-12-31": {false, false}, "2022-06-01": {false, true}, "2022-12-31": {true, true}, "2024-01-01": {false, true}, "2024-12-31": {false, false},
	} {
		if sure, may := pilot.HeldOn(day(on), scheme); sure != want[0] || may != want[1] {
			t.Errorf("pilot on %s: %v %v, want %v", on, sure, may, want)
		}
	}
}

// Every edge of the two state machines, written out by hand.
func TestAllowedSteps(t *testing.T) {
	allowed := map[station.Step]string{
		station.StepApplied: "recommended evaluated declined", station.StepRecommended: "recommended evaluated publicised confirmed declined",
		station.StepEvaluated: "publicised confirmed declined", station.StepPublicised: "confirmed declined", station.StepConfirmed: "expired revoked",
	}
	for a := range station.Steps().All() {
		for b := range station.Steps().All() {
			r := station.Rating{ID: "r", Station: "s", Kind: station.Pilot, Steps: []station.RatingStep{{Step: a.Key, On: about("2022")}, {Step: b.Key, On: about("2023")}}}
			if got := !errors.Is(r.Validate(), station.ErrStep); got != contains(allowed[a.Key], string(b.Key)) {
				t.Errorf("%s → %s allowed: %v", a.Key, b.Key, got)
			}
		}
	}
	states := map[station.Status]string{
		station.StatusPlanned: "plaqued operating closed", station.StatusPlaqued: "operating suspended closed",
		station.StatusOperating: "suspended closed", station.StatusSuspended: "operating closed",
	}
	for a := range station.Statuses().All() {
		for b := range station.Statuses().All() {
			s := county().Stations[1]
			s.History = []station.StatusChange{{Status: a.Key, Since: about("2022")}, {Status: b.Key, Since: about("2023")}}
			if got := !errors.Is(s.Validate(), station.ErrStep); got != contains(states[a.Key], string(b.Key)) {
				t.Errorf("%s → %s allowed: %v", a.Key, b.Key, got)
			}
		}
	}
}

func contains(words, word string) bool {
	for _, w := range split(words) {
		if w == word {
			return true
		}
	}
	return false
}

func TestSchemes(t *testing.T) {
	scheme := full().Schemes[0]
	for score, want := range map[string]string{"100": "excellent", "90": "excellent", "89.999": "good", "60": "pass", "59.999": "", "0": ""} {
		if g, ok := scheme.Grade(measure.MustParseQuantity(score)); g.Key != want || ok != (want != "") {
			t.Errorf("%s earns %q", score, g.Key)
		}
	}
	mark := func(s string) known.Value[measure.Quantity] { return known.Of(measure.MustParseQuantity(s)) }
	for name, c := range map[string]struct {
		change func(*station.RatingScheme)
		want   []string
	}{
		"repeated":   {func(s *station.RatingScheme) { s.Grades[2].Key = "good" }, []string{"grades[2].key STATION-DUPLICATE"}},
		"ascending":  {func(s *station.RatingScheme) { s.Grades[1].From = mark("95") }, []string{"grades[1].from STATION-BANDS"}},
		"equal":      {func(s *station.RatingScheme) { s.Grades[1].From = mark("90") }, []string{"grades[1].from STATION-BANDS"}},
		"above full": {func(s *station.RatingScheme) { s.Full = mark("90") }, []string{"grades[0].from STATION-BANDS"}},
		"incomplete": {func(s *station.RatingScheme) { s.Grades[1].From = known.Value[measure.Quantity]{} }, []string{"grades[1].from STATION-BANDS"}},
		"no marks": {func(s *station.RatingScheme) {
			s.Grades = []station.Grade{{Key: "a", Name: "甲"}, {Key: "b", Name: "乙"}}
		}, nil},
		"no grades":    {func(s *station.RatingScheme) { s.Grades = nil }, []string{"grades CHECK-REQUIRED"}},
		"negative":     {func(s *station.RatingScheme) { s.Grades[2].From = mark("-1") }, []string{"grades[2].from CHECK-GTE"}},
		"no months":    {func(s *station.RatingScheme) { s.Months = known.Of(0) }, []string{"months CHECK-GTE"}},
		"bad source":   {func(s *station.RatingScheme) { s.Sources = []vocab.Source{{Document: "x", Provenance: "rumour"}} }, []string{"sources[0].provenance VOCAB-UNKNOWN"}},
		"whole months": {func(s *station.RatingScheme) { s.Months = known.Of(1) }, nil},
	} {
		s := full().Schemes[0]
		c.change(&s)
		if d := cmp.Diff(c.want, said(s.Validate())); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	for name, c := range map[string]struct {
		step station.RatingStep
		want []string
	}{
		"earned":         {station.RatingStep{Score: mark("85"), Grade: "good"}, nil},
		"full marks":     {station.RatingStep{Score: mark("100"), Grade: "excellent"}, nil},
		"score alone":    {station.RatingStep{Score: mark("85")}, nil},
		"grade alone":    {station.RatingStep{Grade: "pass"}, nil},
		"not earned":     {station.RatingStep{Score: mark("85"), Grade: "excellent"}, []string{"steps[0].grade STATION-GRADE"}},
		"below all":      {station.RatingStep{Score: mark("10"), Grade: "pass"}, []string{"steps[0].grade STATION-GRADE"}},
		"no such grade":  {station.RatingStep{Grade: "五星"}, []string{"steps[0].grade STATION-GRADE"}},
		"too many marks": {station.RatingStep{Score: mark("101"), Grade: "good"}, []string{"steps[0].score STATION-SCORE", "steps[0].grade STATION-GRADE"}},
	} {
		err := scheme.Check(station.Rating{Steps: []station.RatingStep{c.step}})
		if d := cmp.Diff(c.want, said(err)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	r := station.Rating{ID: "r", Station: "s", Kind: "gold", Level: "galaxy"}
	if d := cmp.Diff([]string{"steps CHECK-REQUIRED", "kind VOCAB-UNKNOWN", "level VOCAB-UNKNOWN"}, said(r.Validate())); d != "" {
		t.Error(d)
	}
}
