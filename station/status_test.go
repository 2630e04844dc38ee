package station_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
)

func TestStatusOn(t *testing.T) {
	s := station.Station{History: []station.StatusChange{
		{Status: station.StatusPlanned, Since: about("2021")},
		{Status: station.StatusPlaqued, Since: about("2021年年底")},
		{Status: station.StatusOperating, Since: about("2022-03-01")},
		{Status: station.StatusSuspended, Since: about("2022年8月")},
	}}
	for _, c := range []struct {
		day     string
		status  station.Status
		certain bool
	}{
		{"2020-12-31", "", true},
		{"2021-06-30", "", false},                     // planned on some day of 2021
		{"2021-10-01", "", false},                     // or plaqued already
		{"2021-12-31", station.StatusPlaqued, true},   // the last day of 年底
		{"2022-02-28", station.StatusPlaqued, true},   //
		{"2022-03-01", station.StatusOperating, true}, //
		{"2022-08-15", station.StatusOperating, false},
		{"2022-08-31", station.StatusSuspended, true},
		{"9999-12-31", station.StatusSuspended, true},
	} {
		if status, certain := s.StatusOn(day(c.day)); status != c.status || certain != c.certain {
			t.Errorf("%s: %q %v, want %q %v", c.day, status, certain, c.status, c.certain)
		}
	}
	if status, certain := s.StatusOn(cal.Date{}); status != "" || !certain {
		t.Error("a day not recorded is before everything")
	}
	if sure, may := s.CountsOn(day("2022-08-15"), station.StatusOperating, station.StatusSuspended); !sure || !may {
		t.Error("one of two states held for sure")
	}
	if sure, may := s.CountsOn(day("2022-08-15"), station.StatusSuspended); sure || !may {
		t.Error("suspended in August may or may not be suspended on the 15th")
	}
	if sure, may := s.CountsOn(day("2022-05-05"), station.StatusPlaqued); sure || may {
		t.Error("operating is not plaqued")
	}
}

// Who was operating on a known day had been planned by then, however rough the date of the plan.
func TestLaterStepsBoundEarlierOnes(t *testing.T) {
	s := station.Station{History: []station.StatusChange{
		{Status: station.StatusPlanned, Since: about("2022")},
		{Status: station.StatusOperating, Since: about("2022-06-01")},
		{Status: station.StatusClosed, Since: about("2022")},
	}}
	for on, want := range map[string]station.Status{"2022-05-31": "", "2022-06-01": station.StatusOperating} {
		if got, certain := s.StatusOn(day(on)); got != want || certain {
			t.Errorf("%s: %q %v", on, got, certain)
		}
	}
}

func TestHistoryRules(t *testing.T) {
	s := county().Stations[1]
	change := func(status station.Status, since string) station.StatusChange {
		return station.StatusChange{Status: status, Since: about(since)}
	}
	for name, c := range map[string]struct {
		history []station.StatusChange
		want    []string
	}{
		"empty":       {},
		"in order":    {history: []station.StatusChange{change("planned", "2021"), change("plaqued", "2021年3月"), change("operating", "2021年年底")}},
		"resumes":     {history: []station.StatusChange{change("operating", "2021"), change("suspended", "2022"), change("operating", "2022")}},
		"backwards":   {[]station.StatusChange{change("plaqued", "2022年6月"), change("operating", "2022年5月")}, []string{"history[1].since STATION-ORDER"}},
		"chain":       {[]station.StatusChange{change("planned", "2022-06-01"), change("plaqued", "2022"), change("operating", "2022-03-01")}, []string{"history[2].since STATION-ORDER"}},
		"reopened":    {[]station.StatusChange{change("closed", "2021"), change("operating", "2022")}, []string{"history[1].status STATION-STEP"}},
		"twice":       {[]station.StatusChange{change("plaqued", "2021"), change("plaqued", "2022")}, []string{"history[1].status STATION-STEP"}},
		"unknown":     {[]station.StatusChange{change("plaqued", "2021"), change("merged", "2022"), change("plaqued", "2023")}, []string{"history[1].status VOCAB-UNKNOWN"}},
		"no date":     {[]station.StatusChange{{Status: "plaqued"}}, []string{"history[0].since CHECK-REQUIRED"}},
		"all at once": {[]station.StatusChange{change("closed", "2022"), change("nobody", "2021"), {}}, []string{"history[2].status CHECK-REQUIRED", "history[2].since CHECK-REQUIRED", "history[1].status VOCAB-UNKNOWN", "history[1].since STATION-ORDER"}},
	} {
		s.History = c.history
		if d := cmp.Diff(c.want, said(s.Validate())); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestStationRules(t *testing.T) {
	n := county()
	for name, c := range map[string]struct {
		change func(*station.Station)
		want   []string
	}{
		"township code for a centre": {func(s *station.Station) { s.Tier = station.TierCounty }, []string{"division STATION-TIER", "above STATION-GUIDANCE"}},
		"zone in its county":         {func(s *station.Station) { s.Tier = station.TierZone; s.Division = n.Division }, nil},
		"village of its township":    {func(s *station.Station) { s.Tier = station.TierVillage }, nil},
		"unknown words": {func(s *station.Station) { s.Tier, s.Area, s.Mode = "moon", "sea", "gift" },
			[]string{"tier VOCAB-UNKNOWN", "area VOCAB-UNKNOWN", "mode VOCAB-UNKNOWN"}},
		"unknown role": {func(s *station.Station) { s.Above = []station.Oversight{{Authority: "a", Role: "king"}} }, []string{"above[0].role VOCAB-UNKNOWN"}},
		"missing":      {func(s *station.Station) { *s = station.Station{} }, []string{"id CHECK-REQUIRED", "name CHECK-REQUIRED", "tier CHECK-REQUIRED", "division CHECK-REQUIRED"}},
		"empty alias":  {func(s *station.Station) { s.Aliases = []string{"甲", ""} }, []string{"aliases[1] CHECK-REQUIRED"}},
		"ended earlier": {func(s *station.Station) {
			s.Above = []station.Oversight{{Authority: "a", Role: station.RoleHosting, Tenure: station.Tenure{From: about("2023"), To: about("2022")}}}
		}, []string{"above[0].tenure.to STATION-TENURE"}},
	} {
		s := n.Stations[1]
		c.change(&s)
		if d := cmp.Diff(c.want, said(s.Validate())); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestTenureOn(t *testing.T) {
	for _, c := range []struct {
		from, to, day string
		sure, may     bool
	}{
		{"2021年年底", "", "2021-09-30", false, false},
		{"2021年年底", "", "2021-11-01", false, true},
		{"2021年年底", "", "2021-12-31", true, true},
		{"2021年年底", "2022年6月", "2022-06-01", true, true},
		{"2021年年底", "2022年6月", "2022-06-02", false, true},
		{"2021年年底", "2022年6月", "2022-07-01", false, false},
		{"2022", "2022", "2022-05-05", false, true},
		{"2022-05-05", "2022-05-05", "2022-05-05", true, true},
		{"", "", "2022-05-05", false, true},
		{"", "2021", "2022-05-05", false, false},
		{"", "", "9999-12-31", false, true},
		{"9999", "", "9999-12-31", true, true},
	} {
		var tenure station.Tenure
		_ = tenure.From.UnmarshalText([]byte(c.from))
		_ = tenure.To.UnmarshalText([]byte(c.to))
		if sure, may := tenure.On(day(c.day)); sure != c.sure || may != c.may {
			t.Errorf("%v on %s: %v %v", tenure, c.day, sure, may)
		}
		if sure, may := tenure.On(cal.Date{}); sure || may {
			t.Errorf("%v holds a day that is not recorded", tenure)
		}
	}
}

// The states of a day agree with trying every way of reading the rough dates, by brute force over a short calendar.
func TestStatusOnBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	texts := []string{"2022-01-01", "2022-01-02", "2022-01-15", "2022年1月上旬", "2022年1月中旬", "2022年1月", "2022年1月下旬", "2022-02-01", "2022-01-31"}
	first := day("2021-12-25")
	for range 400 {
		var s station.Station
		status := []station.Status{station.StatusPlanned, station.StatusPlaqued, station.StatusOperating}
		for i := range rng.IntN(4) {
			s.History = append(s.History, station.StatusChange{Status: status[i], Since: about(texts[rng.IntN(len(texts))])})
		}
		on := first.AddDays(rng.IntN(45))
		seen := map[station.Status]bool{}
		var try func(i int, after cal.Date, now station.Status)
		try = func(i int, after cal.Date, now station.Status) {
			if i == len(s.History) {
				seen[now] = true
				return
			}
			for d := first; d.Before(day("2022-02-10")); d = d.AddDays(1) {
				if d.Before(after) || !s.History[i].Since.Contains(d) {
					continue
				}
				held := now
				if !d.After(on) {
					held = s.History[i].Status
				}
				try(i+1, d, held)
			}
		}
		try(0, cal.Date{}, "")
		if len(seen) == 0 { // impossible histories are Validate's
			s.ID, s.Name, s.Tier, s.Division = "x", "x", station.TierTownship, county().Stations[1].Division
			if s.Validate() == nil {
				t.Fatalf("%v cannot be and is valid", s.History)
			}
			continue
		}
		got, certain := s.StatusOn(on)
		if certain != (len(seen) == 1) || !seen[got] {
			t.Fatalf("%v on %s: %q %v, possible %v", s.History, on, got, certain, seen)
		}
		for _, one := range append(slices.Clone(status), "") {
			sure, may := s.CountsOn(on, one)
			if may != seen[one] || sure != (seen[one] && len(seen) == 1) {
				t.Fatalf("%v on %s in %q: %v %v, possible %v", s.History, on, one, sure, may, seen)
			}
		}
	}
}
