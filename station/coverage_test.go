package station_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

func texts(codes []division.Code) (out []string) {
	for _, c := range codes {
		out = append(out, c.String())
	}
	return out
}

// Langfang reports 121 stations in 108 townships (reported): the coverage is 108 of 108, never 121 of 108.
func TestCoverageCountsAreas(t *testing.T) {
	n := &station.Network{Name: "某市"}
	scope := station.Scope{Name: "乡镇", Tiers: []station.Tier{station.TierTownship, station.TierZone}, Statuses: []station.Status{station.StatusPlaqued, station.StatusOperating}}
	for i := range 108 {
		area := division.MustParse(fmt.Sprintf("131%03d100", i+1))
		scope.Areas = append(scope.Areas, area)
		for k := range 1 + i/95 { // thirteen have two
			n.Stations = append(n.Stations, station.Station{ID: station.ID(fmt.Sprintf("%d-%d", i, k)), Tier: station.TierTownship, Division: area,
				History: []station.StatusChange{{Status: station.StatusPlaqued, Since: about("2022")}}})
		}
	}
	n.Stations = append(n.Stations, station.Station{ID: "zone", Tier: station.TierZone, Division: division.MustParse("131001"),
		History: []station.StatusChange{{Status: station.StatusOperating, Since: about("2022")}}})
	c, err := n.Index().Coverage(scope, day("2023-07-01"))
	if err != nil {
		t.Fatal(err)
	}
	ratio, err := c.Ratio()
	if err != nil || ratio.Cmp(measure.MustParseRatio("100%")) != 0 || c.Stations != 121 || len(c.Covered) != 108 {
		t.Errorf("%v, %d stations, %d areas: %v", ratio, c.Stations, len(c.Covered), err)
	}
}

func TestCoverageOnADay(t *testing.T) {
	n, scope := county(), towns()
	n.Stations[1].History[0].Since = about("2022-07-01") // 350627100 opens later
	n.Stations[2].History = append(n.Stations[2].History, station.StatusChange{Status: station.StatusClosed, Since: about("2022年6月")})
	x := n.Index()
	for _, c := range []struct {
		day, ratio       string
		unsure, missing  []string
		stations, missed int
	}{
		{"2021-09-30", "0", nil, nil, 0, 12},
		{"2021-11-11", "0", texts(scope.Areas[1:]), nil, 0, 12},
		{"2022-01-01", "11/12", nil, []string{"350627100"}, 11, 1},
		{"2022-06-15", "10/12", []string{"350627101"}, []string{"350627100", "350627101"}, 10, 2},
		{"2022-07-01", "11/12", nil, []string{"350627101"}, 11, 1},
	} {
		got, err := x.Coverage(scope, day(c.day))
		if err != nil {
			t.Fatal(err)
		}
		ratio, err := got.Ratio()
		if err != nil || ratio != measure.MustParseRatio(c.ratio) || got.Stations != c.stations {
			t.Errorf("%s: %v %v, %d stations", c.day, ratio, err, got.Stations)
		}
		if d := cmp.Diff(c.unsure, texts(got.Unsure)); d != "" {
			t.Errorf("%s: %s", c.day, d)
		}
		if missing := texts(got.Missing()); len(missing) != c.missed || c.missing != nil && !slices.Equal(missing, c.missing) {
			t.Errorf("%s: missing %v", c.day, missing)
		}
	}
	// A second station that may be open leaves no doubt about a town that the first one covers.
	n.Stations = append(n.Stations, station.Station{ID: "second", Tier: station.TierTownship, Division: scope.Areas[3],
		History: []station.StatusChange{{Status: station.StatusOperating, Since: about("2022")}}})
	if got, err := n.Index().Coverage(scope, day("2022-02-02")); err != nil || got.Unsure != nil || got.Stations != 11 {
		t.Errorf("%+v %v", got, err)
	}
	// The county is an area like any other: one open township station covers it.
	wide := scope
	wide.Areas = []division.Code{division.MustParse("350627"), division.MustParse("350628")}
	got, err := x.Coverage(wide, day("2022-01-01"))
	if d := cmp.Diff([]string{"350627"}, texts(got.Covered)); d != "" || err != nil {
		t.Error(d, err)
	}
	before, _ := x.Coverage(scope, day("2022-01-01"))
	after, _ := x.Coverage(scope, day("2022-07-01"))
	gained, lost, err := after.Change(before)
	if !slices.Equal(texts(gained), []string{"350627100"}) || !slices.Equal(texts(lost), []string{"350627101"}) || err != nil {
		t.Errorf("gained %v, lost %v, %v", gained, lost, err)
	}
	if _, _, err := got.Change(before); !errors.Is(err, station.ErrSeries) {
		t.Errorf("two scopes make a series: %v", err)
	}
	for name, bad := range map[string]station.Scope{
		"no areas":  {Name: "x", Tiers: scope.Tiers, Statuses: scope.Statuses},
		"no tiers":  {Name: "x", Areas: scope.Areas, Statuses: scope.Statuses},
		"no states": {Name: "x", Areas: scope.Areas, Tiers: scope.Tiers},
	} {
		if _, err := x.Coverage(bad, day("2022-01-01")); !errors.Is(err, station.ErrScope) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (station.Coverage{}).Ratio(); !errors.Is(err, measure.ErrZeroBase) {
		t.Errorf("nothing of nothing is no ratio: %v", err)
	}
	nested := scope
	nested.Areas = append(slices.Clone(scope.Areas), division.MustParse("350627"))
	if _, err := x.Coverage(nested, day("2022-01-01")); !errors.Is(err, station.ErrArea) {
		t.Errorf("areas inside areas: %v", err)
	}
}

func TestScopes(t *testing.T) {
	a, b := towns(), towns()
	slices.Reverse(b.Areas)
	if !a.Same(b) {
		t.Error("the order of areas means nothing")
	}
	for name, change := range map[string]func(*station.Scope){
		"name":   func(s *station.Scope) { s.Name = "别的" },
		"tier":   func(s *station.Scope) { s.Tiers = append(s.Tiers, station.TierZone) },
		"status": func(s *station.Scope) { s.Statuses = append(s.Statuses, station.StatusPlaqued) },
		"area":   func(s *station.Scope) { s.Areas = s.Areas[1:] },
	} {
		b := towns()
		change(&b)
		if a.Same(b) || b.Same(a) {
			t.Errorf("another %s is another scope", name)
		}
	}
	bad := station.Scope{Name: "x", Tiers: []station.Tier{"moon"}, Statuses: []station.Status{"", "sold"},
		Areas: []division.Code{division.MustParse("350627100"), {}, division.MustParse("3506"), division.MustParse("3507"), division.MustParse("3507")}}
	want := []string{"statuses[0] CHECK-REQUIRED", "tiers[0] VOCAB-UNKNOWN", "statuses[1] VOCAB-UNKNOWN", "areas[0] STATION-AREA", "areas[1] STATION-AREA", "areas[4] STATION-AREA"}
	if d := cmp.Diff(want, said(bad.Validate())); d != "" {
		t.Error(d)
	}
}

// 51,000 stations at the end of 2018 and 17,000 at the end of 2021 are two scopes and no fall.
func TestCountsOfTwoScopesAreNoSeries(t *testing.T) {
	before := station.Count{Scope: station.Scope{Name: "社会工作服务站（全部类型）"}, Basis: measure.Places, Value: measure.Int(51000), On: about("2018年年底")}
	later := station.Count{Scope: station.Scope{Name: "乡镇（街道）社工站"}, Basis: measure.Places, Value: measure.Int(17000), On: about("2021年年底")}
	valid(t, before)
	if _, err := later.Change(before); !errors.Is(err, station.ErrSeries) {
		t.Errorf("a fall of 34,000 was reported: %v", err)
	}
	now := later
	now.Value, now.On = measure.Int(29000), about("2023年1月")
	if grown, err := now.Change(later); err != nil || grown != measure.Int(12000) {
		t.Errorf("%v %v", grown, err)
	}
	now.Basis = measure.Posts
	if _, err := now.Change(later); !errors.Is(err, station.ErrSeries) {
		t.Errorf("posts less stations: %v", err)
	}
	bad := station.Count{Basis: "heads", Value: measure.Int(-1), Scope: station.Scope{Tiers: []station.Tier{"moon"}}}
	want := []string{"scope.name CHECK-REQUIRED", "value CHECK-GTE", "on CHECK-REQUIRED", "basis VOCAB-UNKNOWN", "scope.tiers[0] VOCAB-UNKNOWN"}
	if d := cmp.Diff(want, said(bad.Validate())); d != "" {
		t.Error(d)
	}
}

func TestRollout(t *testing.T) {
	n := full()
	plan := n.Rollouts[0]
	c, err := n.Index().Coverage(towns(), day("2022-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	twelve, all := plan.Coverage[0], plan.Coverage[1]
	if ok, err := plan.Reached(twelve, c); !ok || err != nil {
		t.Errorf("twelve of twelve: %v %v", ok, err)
	}
	if ok, err := plan.Reached(all, c); !ok || err != nil {
		t.Errorf("all: %v %v", ok, err)
	}
	c.Covered = c.Covered[1:]
	for _, target := range plan.Coverage {
		if ok, err := plan.Reached(target, c); ok || err != nil {
			t.Errorf("eleven of twelve reach %v: %v", target, err)
		}
	}
	if _, err := plan.Reached(station.CoverageTarget{}, c); !errors.Is(err, station.ErrTarget) {
		t.Error(err)
	}
	c.Scope.Name = "别的口径"
	if _, err := plan.Reached(all, c); !errors.Is(err, station.ErrSeries) {
		t.Error(err)
	}
	empty := station.Rollout{}
	if _, err := empty.Reached(all, station.Coverage{}); !errors.Is(err, measure.ErrZeroBase) {
		t.Error(err)
	}
	half := known.Of(measure.MustParseRatio("1/2"))
	plan.Phases[0].Areas = append(plan.Phases[0].Areas, division.MustParse("350628"))
	plan.Phases[0].Tenure.To = about("2000")
	plan.Coverage = []station.CoverageTarget{
		{By: about("2022"), Areas: known.Of(13)}, {By: about("2022"), Share: known.Of(measure.MustParseRatio("101%"))},
		{By: about("2022"), Areas: known.Of(1), Share: half}, {By: about("2022")}, {Share: half}}
	plan.Tasks[0].Target = measure.Target{Comparator: "maybe", Basis: "heads"}
	want := []string{"coverage[4].by CHECK-REQUIRED", "phases[0].tenure.to STATION-TENURE", "phases[0].areas[3] STATION-OUTSIDE",
		"coverage[0] STATION-TARGET", "coverage[1] STATION-TARGET", "coverage[2] STATION-TARGET", "coverage[3] STATION-TARGET",
		"tasks[0].target.comparator VOCAB-UNKNOWN", "tasks[0].target.basis VOCAB-UNKNOWN"}
	if d := cmp.Diff(want, said(plan.Validate())); d != "" {
		t.Error(d)
	}
}

// Shanxi, mid-2022: 68 counties, 612 townships with a plaque, nearly 950 posts. Plaqued is not operating.
func TestShanxi(t *testing.T) {
	n := &station.Network{Name: "山西省社工站", Division: division.MustParse("14"), AsOf: station.AsOf{Text: "目前"}}
	counties := station.Scope{Name: "县级覆盖（挂牌）", Tiers: []station.Tier{station.TierTownship}, Statuses: []station.Status{station.StatusPlaqued, station.StatusOperating}}
	townships := station.Scope{Name: "乡镇覆盖（挂牌）", Tiers: counties.Tiers, Statuses: counties.Statuses}
	for i := range 68 {
		county := division.MustParse(fmt.Sprintf("14%02d%02d", 1+i/20, 1+i%20))
		counties.Areas = append(counties.Areas, county)
		for k := range 9 { // 68 × 9 = 612
			id := station.ID(fmt.Sprintf("%s-%d", county, k))
			area := division.MustParse(fmt.Sprintf("%s%d", county, 100+k))
			townships.Areas = append(townships.Areas, area)
			n.Stations = append(n.Stations, station.Station{ID: id, Name: "社工站", Tier: station.TierTownship, Division: area,
				History: []station.StatusChange{{Status: station.StatusPlaqued, Since: about("2022年上半年")}}})
		}
	}
	for i := range 948 {
		n.Posts = append(n.Posts, station.Post{ID: station.PostID(fmt.Sprint(i)), Station: n.Stations[i%612].ID, Kind: station.ResidentWorker,
			Share: whole(), Tenure: since("2022年上半年")})
	}
	valid(t, n)
	x, on := n.Index(), day("2022-06-30")
	for scope, areas := range map[*station.Scope]int{&counties: 68, &townships: 612} {
		c, err := x.Coverage(*scope, on)
		if err != nil || len(c.Covered) != areas || c.Stations != 612 {
			t.Errorf("%s: %d areas, %d stations, %v", scope.Name, len(c.Covered), c.Stations, err)
		}
	}
	if open, unsure := x.Open(station.Scope{Tiers: counties.Tiers, Statuses: []station.Status{station.StatusOperating}}, on); len(open)+len(unsure) > 0 {
		t.Errorf("%d stations operate on a plaque alone", len(open))
	}
	staff := x.Staffing(on)
	if got, exact := staff.Posts.Exact(); got != 948 || !exact || staff.Workers != (station.Number{}) || staff.Vacant != (station.Number{Least: 948, Most: 948}) {
		t.Errorf("%+v", staff)
	}
	if staff := x.Staffing(day("2022-03-01")); staff.Posts != (station.Number{Most: 948}) {
		t.Errorf("posts of 上半年 in March: %+v", staff)
	}
	if staff := x.Staffing(cal.Date{}); staff != (station.Staffing{}) {
		t.Errorf("on no day: %+v", staff)
	}
}
