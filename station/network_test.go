package station_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

func TestValidNetworks(t *testing.T) {
	valid(t, county())
	valid(t, full())
	valid(t, &station.Network{Name: "空"})
	if d := cmp.Diff([]string{"name CHECK-REQUIRED"}, said((&station.Network{}).Validate())); d != "" {
		t.Error(d)
	}
}

// A plant spoils one thing that no other plant touches, and knows what must be reported.
type plant struct {
	name  string
	spoil func(*station.Network)
	want  []string
}

func plants() []plant {
	type net = station.Network
	return []plant{
		{"repeated station", func(n *net) {
			n.Stations[12].ID = "s11"
			n.Contracts[0].Sites = n.Contracts[0].Sites[:12]
			n.Posts[12].Station, n.Posts[13].Station = "s11", "s11"
		},
			[]string{"stations[12].id STATION-DUPLICATE"}},
		{"repeated post", func(n *net) { n.Posts = append(n.Posts, n.Posts[0]) }, []string{"posts[14].id STATION-DUPLICATE"}},
		{"repeated worker", func(n *net) { n.Workers = append(n.Workers, n.Workers[13]) }, []string{"workers[14].id STATION-DUPLICATE"}},
		{"repeated contract", func(n *net) {
			k := n.Contracts[0]
			k.Period, k.Sites = cal.MustParsePeriod("2023-01-01/2024-01-01"), nil
			n.Contracts = append(n.Contracts, k)
		}, []string{"contracts[1].id STATION-DUPLICATE"}},
		{"overlapping contract", func(n *net) {
			k := n.Contracts[0]
			k.ID, k.Period, k.Sites = "k2", cal.MustParsePeriod("2022-06-01/2023-06-01"), []string{"centre"}
			n.Contracts = slices.Insert(n.Contracts, 1, k)
		}, []string{"contracts[1].sites[0] CONTRACT-OVERLAP"}},
		{"no such site", func(n *net) { n.Contracts[0].Sites[0], n.Contracts[0].Sites[1] = "centre", "nowhere" }, []string{"contracts[0].sites[1] STATION-REFERENCE"}},
		{"no such operator", func(n *net) { n.Contracts[0].Operator = "nobody" }, []string{"contracts[0].operator STATION-REFERENCE"}},
		{"wrong contract", func(n *net) { n.Contracts[0].Method = "lottery" }, []string{"contracts[0].method VOCAB-UNKNOWN"}},
		{"nameless contract", func(n *net) { n.Contracts[0].Title = "" }, []string{"contracts[0].title CHECK-REQUIRED"}}, // said once, not twice
		{"no such centre", func(n *net) { n.Stations[3].Centre = "nowhere" }, []string{"stations[3].centre STATION-REFERENCE"}},
		{"centre that is none", func(n *net) { n.Stations[4].Centre = "s01" }, []string{"stations[4].centre STATION-CENTRE"}},
		{"its own centre", func(n *net) { n.Stations[0].Centre = "centre" }, []string{"stations[0].centre STATION-CENTRE"}},
		{"no such brand", func(n *net) { n.Stations[1].Brand = "blue" }, []string{"stations[1].brand STATION-REFERENCE"}},
		{"no such authority", func(n *net) { n.Stations[5].Above = []station.Oversight{{Authority: "x", Role: station.RoleHosting}} },
			[]string{"stations[5].above[0].authority STATION-REFERENCE"}},
		{"another county", func(n *net) { n.Stations[6].Division = division.MustParse("350628100") }, []string{"stations[6].division STATION-OUTSIDE"}},
		{"nobody guides", func(n *net) { n.Stations[0].Above = nil }, []string{"stations[0].above STATION-GUIDANCE"}},
		{"operating without a post", func(n *net) { n.Posts[7].Tenure.To = about("2021年9月") },
			[]string{"posts[7].tenure.to STATION-TENURE", "stations[7] STATION-NO-POST"}},
		{"zone without a post", func(n *net) {
			n.Stations = append(n.Stations, station.Station{ID: "zone", Name: "管委会站", Tier: station.TierZone, Division: n.Division,
				History: []station.StatusChange{{Status: station.StatusOperating, Since: about("2022")}}})
		}, []string{"stations[13] STATION-NO-POST"}},
		{"document without a number", func(n *net) {
			n.Documents = append(n.Documents, station.PolicyReference{Title: "x", Provenance: vocab.Fictitious})
		},
			[]string{"documents[3].id CHECK-REQUIRED"}},
		{"unknown tier", func(n *net) { n.Stations[8].Tier = "moon" }, []string{"stations[8].tier VOCAB-UNKNOWN"}},
		{"nameless station", func(n *net) { n.Stations[9].Name = "" }, []string{"stations[9].name CHECK-REQUIRED"}},
		{"impossible step", func(n *net) {
			n.Stations[10].History = []station.StatusChange{{Status: station.StatusClosed, Since: about("2021")}, {Status: station.StatusPlanned, Since: about("2022")}}
		}, []string{"stations[10].history[1].status STATION-STEP"}},
		{"post of nowhere", func(n *net) { n.Posts[0].Station = "nowhere" }, []string{"posts[0].station STATION-REFERENCE"}},
		{"post without share", func(n *net) { n.Posts[2].Share = measure.Quantity{} }, []string{"posts[2].share CHECK-GT"}},
		{"post of more than full time", func(n *net) { n.Posts[3].Share = measure.MustParseQuantity("1.001") }, []string{"posts[3].share CHECK-LTE"}},
		{"unknown words of a post", func(n *net) { n.Posts[4].Kind, n.Posts[4].Employer, n.Posts[4].Requires = "x", "y", "z" },
			[]string{"posts[4].kind VOCAB-UNKNOWN", "posts[4].employer VOCAB-UNKNOWN", "posts[4].requires VOCAB-UNKNOWN"}},
		{"nameless worker", func(n *net) { n.Workers[2].Name = identity.Name{} }, []string{"workers[2].name CHECK-REQUIRED"}},
		{"unknown certificate", func(n *net) {
			n.Workers[3].Qualifications = []station.Qualification{{Level: "doctor", Valid: station.Tenure{From: about("2022"), To: about("2021")}}}
		}, []string{"workers[3].qualifications[0].level VOCAB-UNKNOWN", "workers[3].qualifications[0].valid.to STATION-TENURE"}},
		{"left before coming", func(n *net) { n.Workers[4].Employed = station.Tenure{From: about("2022"), To: about("2021")} },
			[]string{"workers[4].employed.to STATION-TENURE"}},
		{"no such worker", func(n *net) { n.Assignments[5].Worker = "nobody" }, []string{"assignments[5].worker STATION-REFERENCE"}},
		{"no such post", func(n *net) { n.Assignments[6].Post = "nothing" }, []string{"assignments[6].post STATION-REFERENCE"}},
		{"one and a half workers", func(n *net) {
			n.Assignments = append(n.Assignments, n.Assignments[8])
			n.Assignments[14].Share = half()
		},
			[]string{"assignments[14].share STATION-SHARES"}},
		{"no such owner", func(n *net) { n.Brands[0].Owner = "x" }, []string{"brands[0].owner STATION-REFERENCE"}},
		{"brand ends early", func(n *net) { n.Brands[0].Tenure.To = about("2020") }, []string{"brands[0].tenure.to STATION-TENURE"}},
		{"county of a province", func(n *net) { n.Authorities[0].Level = station.Provincial }, []string{"authorities[0].level STATION-LEVEL"}},
		{"unknown authority", func(n *net) { n.Authorities[1].Kind = "guild" }, []string{"authorities[1].kind VOCAB-UNKNOWN"}},
		{"documents in a ring", func(n *net) { n.Documents[0].Follows = "notice" },
			[]string{"documents[0].follows STATION-CHAIN", "documents[1].follows STATION-CHAIN"}},
		{"no such document", func(n *net) { n.Documents[2].Follows = "nothing" }, []string{"documents[2].follows STATION-REFERENCE"}},
		{"unknown grade of a source", func(n *net) { n.Documents[2].Provenance = "rumour" }, []string{"documents[2].provenance VOCAB-UNKNOWN"}},
		{"meeting of nobody", func(n *net) {
			m := &n.Meetings[0]
			m.Hosts[0], m.Conveys[1], m.Attendees[1].Authority = "x", "y", "z"
			m.Attendees[1].Roles, m.Attendees[1].Level = []station.AttendeeRole{"guest"}, "village"
			m.Kind, m.Mode, m.Level, m.When = "party", "radio", "moon", station.AsOf{Text: "近日", Since: about("2022"), Day: about("2021")}
		}, []string{"meetings[0].hosts[0] STATION-REFERENCE", "meetings[0].conveys[1] STATION-REFERENCE", "meetings[0].attendees[1].authority STATION-REFERENCE",
			"meetings[0].attendees[1].roles[0] VOCAB-UNKNOWN", "meetings[0].attendees[1].level VOCAB-UNKNOWN", "meetings[0].kind VOCAB-UNKNOWN",
			"meetings[0].mode VOCAB-UNKNOWN", "meetings[0].level VOCAB-UNKNOWN", "meetings[0].when.day STATION-TENURE"}},
		{"rating of nobody", func(n *net) { n.Ratings[1].Station, n.Ratings[1].Scheme, n.Ratings[1].Steps[0].By = "x", "y", "z" },
			[]string{"ratings[1].station STATION-REFERENCE", "ratings[1].scheme STATION-REFERENCE", "ratings[1].steps[0].by STATION-REFERENCE"}},
		{"grade not earned", func(n *net) { n.Ratings[0].Steps[3].Grade = "pass" }, []string{"ratings[0].steps[3].grade STATION-GRADE"}},
		{"no such issuer", func(n *net) { n.Schemes[0].Issuer = "x" }, []string{"schemes[0].issuer STATION-REFERENCE"}},
		{"supervision of nobody", func(n *net) {
			v := &n.Supervisions[0]
			v.By, v.Stations[1], v.Supervisors[1].Worker, v.Supervisors[0].Name = "x", "y", "z", identity.Name{}
			v.Modes[0], v.Supervisors[0].Grade, v.Supervisors[0].Position, v.Tenure.To = "hymn", "x", "y", about("2021")
		}, []string{"supervisions[0].by STATION-REFERENCE", "supervisions[0].stations[1] STATION-REFERENCE", "supervisions[0].supervisors[1].worker STATION-REFERENCE",
			"supervisions[0].supervisors[0].name CHECK-REQUIRED", "supervisions[0].modes[0] VOCAB-UNKNOWN", "supervisions[0].supervisors[0].grade VOCAB-UNKNOWN",
			"supervisions[0].supervisors[0].position VOCAB-UNKNOWN", "supervisions[0].tenure.to STATION-TENURE"}},
		{"bulletin of nobody", func(n *net) {
			b := &n.Bulletins[0]
			b.Issuer, b.Supervision, b.Subjects[1], b.Findings[0].Station, b.Findings[1].Text = "x", "y", "z", "u", ""
		}, []string{"bulletins[0].issuer STATION-REFERENCE", "bulletins[0].supervision STATION-REFERENCE", "bulletins[0].subjects[1] STATION-REFERENCE",
			"bulletins[0].findings[0].station STATION-REFERENCE", "bulletins[0].findings[1].text CHECK-REQUIRED"}},
		{"plan of nobody", func(n *net) { n.Rollouts[0].Issuer = "x" }, []string{"rollouts[0].issuer STATION-REFERENCE"}},
		{"figure without scope", func(n *net) { n.Counts[0].Scope.Name = "" }, []string{"counts[0].scope.name CHECK-REQUIRED"}},
		{"source of nobody", func(n *net) { n.Source.Authority = "x" }, []string{"source.authority STATION-REFERENCE"}},
		{"as of no time", func(n *net) { n.AsOf.Day = about("2020") }, []string{"as_of.day STATION-TENURE"}},
		{"engaged by nobody", func(n *net) { n.Engagements[0].Partner, n.Engagements[0].Station = "x", "y" },
			[]string{"engagements[0].partner STATION-REFERENCE", "engagements[0].station STATION-REFERENCE"}},
		{"resource of nobody", func(n *net) { n.Resources[0].Partner, n.Resources[0].Station = "x", "y" },
			[]string{"resources[0].partner STATION-REFERENCE", "resources[0].station STATION-REFERENCE"}},
		{"team of nobody", func(n *net) { n.Teams[0].Station, n.Teams[0].Partner, n.Teams[1].Leader = "x", "y", "z" },
			[]string{"teams[0].station STATION-REFERENCE", "teams[0].partner STATION-REFERENCE", "teams[1].leader COLLAB-NO-VOLUNTEER"}},
		{"volunteer of nowhere", func(n *net) { n.Volunteers[0].Station = "x" }, []string{"volunteers[0].station STATION-REFERENCE"}},
		{"its own twin", func(n *net) { n.Pairings[0].Minors = "s01" }, []string{"pairings[0].minors COLLAB-TWIN"}},
		{"framework of one", func(n *net) { n.Frameworks[0].Pillars = n.Frameworks[0].Pillars[:1] }, []string{"frameworks[0].pillars COLLAB-PILLARS"}},
		{"repeated partner", func(n *net) { n.Partners = append(n.Partners, n.Partners[0]) }, []string{"partners[1].id STATION-DUPLICATE"}},
		{"a long list", func(n *net) { // however long, every item is looked at
			n.Stations[2].Aliases = append(slices.Repeat([]string{"别名"}, 200), "")
		}, []string{"stations[2].aliases[200] CHECK-REQUIRED"}},
		{"operator without code", func(n *net) { n.Operators[0].CreditCode = identity.CreditCode{} }, []string{"operators[0].credit_code CHECK-REQUIRED"}},
	}
}

func TestEveryPlantedFaultIsReported(t *testing.T) {
	for _, p := range plants() {
		n := full()
		p.spoil(n)
		want := slices.Sorted(slices.Values(p.want))
		if d := cmp.Diff(want, slices.Sorted(slices.Values(said(n.Validate())))); d != "" {
			t.Errorf("%s: %s", p.name, d)
		}
	}
}

// JSON has empty lists where Go has none; neither is an answer.
func TestEmptyListsAreNoAnswer(t *testing.T) {
	n := full()
	n.Ratings[0].Steps, n.Schemes[0].Grades = []station.RatingStep{}, []station.Grade{}
	n.Supervisions[0].Modes, n.Supervisions[0].Stations = []station.SupervisionMode{}, []station.ID{}
	n.Meetings[0].Attendees[0].Roles = []station.AttendeeRole{}
	want := []string{"schemes[0].grades CHECK-MIN", "ratings[0].steps CHECK-MIN", "supervisions[0].modes CHECK-MIN",
		"supervisions[0].stations CHECK-MIN", "meetings[0].attendees[0].roles CHECK-MIN"}
	if d := cmp.Diff(want, said(n.Validate())); d != "" {
		t.Error(d)
	}
}

// Any set of faults is reported whole, in whatever company.
func TestNoFaultHidesAnother(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	all := plants()
	for round := range 60 {
		n := full()
		var want, names []string
		for _, p := range all {
			if round == 0 || rng.IntN(3) == 0 {
				p.spoil(n)
				want, names = append(want, p.want...), append(names, p.name)
			}
		}
		got := said(n.Validate())
		for _, w := range want {
			if strings.HasPrefix(w, "contracts[") { // an inserted contract moves the others
				w = w[strings.Index(w, "]")+1:]
			}
			if !slices.ContainsFunc(got, func(g string) bool { return strings.HasSuffix(g, w) }) {
				t.Fatalf("%q is hidden by %v", w, names)
			}
		}
	}
}

// Validate may be asked about anything at all.
func TestValidateNeverPanics(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	texts := []string{"", "s01", "p00", "w00", "centre", "operating", "county", "\x00", "\u202e", strings.Repeat("长", 300), "%s%n", "'; drop"}
	for range 300 {
		n := full()
		mess(rng, texts, reflectOf(n), 0)
		err := n.Validate()
		for _, f := range fault.Of(err) {
			if f.Code() == "" || f.Error() == "" || strings.Contains(f.Error(), "drop") || strings.Contains(f.Error(), "长长") {
				t.Fatalf("a fault that tells the value, or nothing: %v", f)
			}
		}
		x := n.Index()
		on := day("2022-05-05")
		_, _ = x.Coverage(towns(), on)
		_ = x.Staffing(on)
		_ = x.Audit(on, station.Policy{Tiers: []station.Tier{station.TierTownship}, Posts: known.Of(2), Workers: known.Of(2), Certified: known.Of(measure.MustParseRatio("60%"))})
		for _, d := range n.Documents {
			_ = x.Chain(d.ID)
		}
		for _, r := range n.Ratings {
			_, _ = r.HeldOn(on, station.RatingScheme{Months: known.Of(-5)})
		}
	}
}

func TestOvercommitted(t *testing.T) {
	post := func(from, to string, share string) station.Assignment {
		a := station.Assignment{Worker: "w13", Post: "p13", Share: measure.MustParseQuantity(share)}
		_, _ = a.Tenure.From.UnmarshalText([]byte(from)), a.Tenure.To.UnmarshalText([]byte(to))
		return a
	}
	for name, c := range map[string]struct {
		assignments []station.Assignment
		want        []string
	}{
		"two halves":                        {[]station.Assignment{post("2022-01-01", "", "0.5"), post("2022-01-01", "", "0.5")}, nil},
		"three thirds":                      {[]station.Assignment{post("2022-01-01", "", "0.333"), post("2022-01-01", "", "0.333"), post("2022-01-01", "", "0.334")}, nil},
		"a little more":                     {[]station.Assignment{post("2022-01-01", "", "0.5"), post("2022-06-01", "", "0.501")}, []string{"assignments[1].share STATION-SHARES"}},
		"the order is not that of the list": {[]station.Assignment{post("2022-06-01", "", "0.6"), post("2022-01-01", "", "0.6")}, []string{"assignments[0].share STATION-SHARES"}},
		"one after another":                 {[]station.Assignment{post("2022-01-01", "2022-05-31", "1"), post("2022-06-01", "", "1")}, nil},
		"listed backwards":                  {[]station.Assignment{post("2022-06-01", "", "1"), post("2022-01-01", "2022-05-31", "1")}, nil},
		"one day of both":                   {[]station.Assignment{post("2022-01-01", "2022-06-01", "1"), post("2022-06-01", "", "1")}, []string{"assignments[1].share STATION-SHARES"}},
		"perhaps both":                      {[]station.Assignment{post("2022-01-01", "2022年6月", "1"), post("2022年6月", "", "1")}, nil},
		"no dates":                          {[]station.Assignment{post("", "", "1"), post("", "", "1")}, nil},
	} {
		n := county()
		n.Assignments = c.assignments
		if d := cmp.Diff(c.want, said(n.Validate())); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// The order of problems is that of the lists, not of a map.
func TestProblemsInOrder(t *testing.T) {
	n := county()
	var want []string
	for i := range 14 {
		n.Assignments = append(n.Assignments, n.Assignments[13-i])
		want = append(want, "assignments["+strconv.Itoa(14+i)+"].share STATION-SHARES")
	}
	for range 5 {
		if d := cmp.Diff(want, said(n.Validate())); d != "" {
			t.Fatal(d)
		}
	}
}

func TestStaffing(t *testing.T) {
	n := county()
	x, on := n.Index(), day("2022-06-30")
	exactly := func(i int) station.Number { return station.Number{Least: i, Most: i} }
	want := station.Staffing{Posts: exactly(14), Filled: exactly(14), Workers: exactly(14), FullTime: exactly(14),
		Certified: station.Number{Least: 1, Most: 2}, Graduates: exactly(3)} // the assistant passed some day of 2022
	if d := cmp.Diff(want, x.Staffing(on)); d != "" {
		t.Error(d)
	}
	if got := x.StaffingAt(on, "s12", "s12", "nowhere"); got.Posts != exactly(2) || got.Workers != exactly(2) {
		t.Errorf("the last town has two: %+v", got)
	}
	if got := x.StaffingAt(on); got != (station.Staffing{}) {
		t.Errorf("at no station: %+v", got)
	}
	if got := x.StaffingAt(on, "nowhere"); got != (station.Staffing{}) {
		t.Errorf("nowhere is staffed: %+v", got)
	}
	if got := x.Staffing(day("2022-01-15")); got.Posts != exactly(14) || got.Filled != (station.Number{Most: 14}) || got.Vacant != (station.Number{Most: 14}) ||
		got.Workers != (station.Number{Most: 14}) || got.Graduates != (station.Number{Most: 3}) {
		t.Errorf("workers of January on the 15th: %+v", got)
	}
	// A half post, a worker on two halves, a post given up, a worker of whom nobody wrote how he was hired.
	n.Posts[0].Share, n.Posts[1].Share = half(), half()
	n.Assignments[0].Share, n.Assignments[1].Share, n.Assignments[1].Worker = half(), half(), "w00"
	n.Assignments[2].Tenure.To = about("2022-06-29")
	n.Posts[3].Tenure.To = about("2022年6月")
	n.Workers[4].GraduateHire = known.Value[bool]{}
	n.Assignments[5].Share = half()
	got := n.Index().Staffing(on)
	want = station.Staffing{
		Posts: station.Number{Least: 13, Most: 14}, Filled: station.Number{Least: 12, Most: 13}, Vacant: exactly(1),
		Workers: station.Number{Least: 11, Most: 12}, FullTime: station.Number{Least: 10, Most: 11},
		Certified: exactly(1), Graduates: station.Number{Least: 1, Most: 2},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestAudit(t *testing.T) {
	n, on := county(), day("2022-06-30")
	towns := []station.Tier{station.TierTownship}
	audit := func(p station.Policy) []string { return said(n.Index().Audit(on, p)) }
	if got := audit(station.Policy{Tiers: towns}); got != nil {
		t.Errorf("fourteen workers over thirteen sites: %v", got)
	}
	if got := audit(station.Policy{Tiers: towns, Posts: known.Of(1), Workers: known.Of(1)}); got != nil {
		t.Errorf("one each: %v", got)
	}
	got := audit(station.Policy{Tiers: towns, Posts: known.Of(2), Workers: known.Of(2)})
	if len(got) != 22 || got[0] != "stations[1] STATION-POSTS" || got[1] != "stations[1] STATION-WORKERS" {
		t.Errorf("two each, which eleven towns of twelve lack: %v", got)
	}
	if got := audit(station.Policy{Tiers: []station.Tier{station.TierCounty}, Workers: known.Of(1)}); got != nil {
		t.Errorf("the centre has one: %v", got)
	}
	share := func(s string) station.Policy {
		return station.Policy{Tiers: append(towns, station.TierCounty), Certified: known.Of(measure.MustParseRatio(s))}
	}
	if got := audit(share("1/7")); got != nil { // two of fourteen, if the assistant passed in time
		t.Errorf("rough dates are read in favour: %v", got)
	}
	if got := audit(share("1/6")); !slices.Equal(got, []string{"workers STATION-CERTIFIED"}) {
		t.Errorf("two of fourteen reach a sixth: %v", got)
	}
	// Whoever may be gone is taken to be gone unless certified: best one of two, since w01's certificate counts.
	n.Assignments = n.Assignments[:3]
	n.Assignments[2].Tenure.To, n.Assignments[1].Tenure.To = about("2022年6月"), about("2022年6月")
	n.Workers[0].Qualifications = nil
	if got := audit(share("1/2")); got != nil {
		t.Error(got)
	}
	if got := audit(share("51%")); !slices.Equal(got, []string{"workers STATION-CERTIFIED"}) {
		t.Error(got)
	}
	n.Assignments = nil
	if got := audit(share("1")); got != nil {
		t.Errorf("of nobody nothing is demanded: %v", got)
	}
	on = day("2021-11-01")
	if got := audit(station.Policy{Tiers: towns, Posts: known.Of(9)}); got != nil {
		t.Errorf("stations that may not operate yet: %v", got)
	}
	bad := station.Policy{Tiers: []station.Tier{"moon"}, Posts: known.Of(-1), Sources: []vocab.Source{{Provenance: "rumour"}}}
	want := []string{"name CHECK-REQUIRED", "posts CHECK-GTE", "sources[0].document CHECK-REQUIRED", "tiers[0] VOCAB-UNKNOWN", "sources[0].provenance VOCAB-UNKNOWN"}
	if d := cmp.Diff(want, said(bad.Validate())); d != "" {
		t.Error(d)
	}
}

func TestRoughDatesAreReadInFavour(t *testing.T) {
	n := county()
	n.Posts[7].Tenure.To = about("2021-10-01") // the first day on which the station may have operated
	valid(t, n)
	n.Posts[7].Tenure.To = about("2022年6月")
	policy := station.Policy{Tiers: []station.Tier{station.TierTownship}, Posts: known.Of(1)}
	if err := n.Index().Audit(day("2022-06-15"), policy); err != nil {
		t.Errorf("the post may be there: %v", err)
	}
	if got := said(n.Index().Audit(day("2022-07-01"), policy)); !slices.Equal(got, []string{"stations[7] STATION-POSTS"}) {
		t.Errorf("the post is gone: %v", got)
	}
}

func TestIndex(t *testing.T) {
	n := full()
	x := n.Index()
	if s, ok := x.Station("s01"); !ok || s.Name != "第1社工站" {
		t.Error(s, ok)
	}
	if p, ok := x.Post("p13"); !ok || p.Station != "s12" {
		t.Error(p, ok)
	}
	if w, ok := x.Worker("w00"); !ok || w.ID != "w00" {
		t.Error(w, ok)
	}
	if _, ok := x.Station("nowhere"); ok {
		t.Error("found a station that is not there")
	}
	if posts := x.PostsAt("s12"); len(posts) != 2 || posts[1].ID != "p13" || len(x.PostsAt("nowhere")) != 0 {
		t.Error(posts)
	}
	anywhere := station.Scope{Tiers: towns().Tiers, Statuses: towns().Statuses}
	if surely, unsure := x.Open(anywhere, day("2022-05-05")); len(surely) != 12 || unsure != nil {
		t.Errorf("a scope without areas: %v %v", surely, unsure)
	}
	var titles []string
	for _, d := range x.Chain("local") {
		titles = append(titles, string(d.ID))
	}
	if d := cmp.Diff([]string{"opinion", "notice", "local"}, titles); d != "" {
		t.Error(d)
	}
	if x.Chain("nothing") != nil {
		t.Error("a chain of nothing")
	}
	n.Documents[0].Follows = "local"
	if got := n.Index().Chain("notice"); len(got) != 3 || got[2].ID != "notice" {
		t.Errorf("a ring is cut: %v", got)
	}
	if surely, unsure := (&station.Index{}).Open(towns(), day("2022-05-05")); surely != nil || unsure != nil {
		t.Error("an index of nothing has stations")
	}
	// Of a repeated ID the first counts, once.
	n.Stations = append(n.Stations, n.Stations[1])
	n.Stations[13].Name = "后来的站"
	n.Posts = append(n.Posts, n.Posts[0])
	n.Workers = append(n.Workers, n.Workers[0])
	y := n.Index()
	open, _ := y.Open(towns(), day("2022-05-05"))
	if staff := y.Staffing(day("2022-05-05")); len(open) != 12 || staff.Posts.Least != 14 || staff.Workers.Least != 14 {
		t.Errorf("%d stations, %+v", len(open), staff)
	}
	if s, _ := y.Station("s01"); s.Name != "第1社工站" {
		t.Errorf("the later station counts: %v", s.Name)
	}
	if got := y.PostsAt("centre"); len(got) != 1 {
		t.Errorf("a repeated post is one post: %v", got)
	}
	_ = y.Audit(day("2022-05-05"), station.Policy{Tiers: []station.Tier{station.TierTownship}, Posts: known.Of(5)})
}

func TestLevels(t *testing.T) {
	w := station.Worker{Qualifications: []station.Qualification{
		{Level: station.LevelIntermediate, Valid: since("2015-06-01")},
		{Level: station.LevelAssistant, Valid: since("2010")},
		{Level: station.LevelSenior, Valid: station.Tenure{From: about("2020"), To: about("2023")}},
		{Level: "grand_master", Valid: since("2000")},
	}}
	for on, want := range map[string][2]station.QualificationLevel{
		"2009-12-31": {"", ""}, "2010-05-05": {"", station.LevelAssistant}, "2014-01-01": {station.LevelAssistant, station.LevelAssistant},
		"2019-01-01": {station.LevelIntermediate, station.LevelIntermediate}, "2020-06-01": {station.LevelIntermediate, station.LevelSenior},
		"2021-06-01": {station.LevelSenior, station.LevelSenior}, "2023-06-01": {station.LevelIntermediate, station.LevelSenior},
		"2024-01-01": {station.LevelIntermediate, station.LevelIntermediate},
	} {
		if sure, may := w.LevelOn(day(on)); sure != want[0] || may != want[1] {
			t.Errorf("%s: %q %q", on, sure, may)
		}
	}
}

// Everything without people survives JSON, unknown words included; masked names do not come back.
func TestJSON(t *testing.T) {
	n := full()
	n.Stations[1].Tier, n.Posts[0].Kind = "moon_base", "astronaut"
	n.Workers, n.Volunteers, n.Meetings[0].Attendees, n.Supervisions[0].Supervisors = nil, nil, nil, nil
	text, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	var back station.Network
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(n, &back, cmp.AllowUnexported(identity.CreditCode{})); d != "" {
		t.Error(d)
	}
	if got := said(back.Validate()); !slices.Contains(got, "stations[1].tier VOCAB-UNKNOWN") || !slices.Contains(got, "posts[0].kind VOCAB-UNKNOWN") {
		t.Errorf("unknown words are reported: %v", got)
	}
	worker := county().Workers[0]
	text, _ = json.Marshal(worker)
	if strings.Contains(string(text), "虚小甲") {
		t.Errorf("a name left: %s", text)
	}
	if err := json.Unmarshal(text, &station.Worker{}); !errors.Is(err, identity.ErrMasked) {
		t.Errorf("a mask came back as data: %v", err)
	}
}

func TestEngagementsAndContractsOfTheCounty(t *testing.T) {
	n := full()
	if got := collab.Engaged(n.Engagements, collab.Linked); len(got) != 1 {
		t.Error(got)
	}
	covered := 0
	for _, s := range n.Stations {
		if n.Contracts[0].Covers(string(s.ID), day("2022-06-30")) {
			covered++
		}
	}
	if covered != 13 || contract.Overlaps(n.Contracts) != nil {
		t.Errorf("one contract for thirteen sites, not %d", covered)
	}
}
