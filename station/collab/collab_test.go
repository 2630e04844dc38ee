package collab_test

import (
	"encoding/json"
	"errors"
	"math/rand"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/person"
	"github.com/shegong/shegong/station/vocab"
)

var partial = cal.MustParsePartial

// Everything in these fixtures is invented.

func partner() collab.Partner {
	return collab.Partner{
		ID: "p1", Name: "青塘镇夕阳红舞蹈队", Aliases: []string{"夕阳红队"}, Kind: collab.CommunityOrganisation,
		Roles: []collab.PartnerRole{collab.Provider, collab.Publicist}, Standing: collab.Filed, Founded: partial("2019年"),
		Members: known.Of(24), Since: partial("2022年3月"), Until: partial("2022年年底"),
	}
}

func engagement() collab.Engagement {
	return collab.Engagement{
		Partner: "p1", Station: "z01", Kind: collab.Cultivated, On: partial("2022年3月"), Help: "协助备案，培训骨干",
		Growth: []collab.GrowthStep{{collab.Starting, partial("2022年3月")}, {collab.Mature, partial("2022年下半年")}},
	}
}

func volunteer() collab.Volunteer {
	return collab.Volunteer{
		ID: "v1", Name: identity.MustParseName("陈大文"), Mobile: identity.MustParseMobile("13957913579"),
		ResidentID: identity.MustParseResidentID("11010519491231002X"), Number: identity.MustParseText("QT20220001"),
		Station: "z01", Skills: []string{"理发", "家电维修"}, Since: partial("2022年3月"),
		Memberships: []collab.Membership{
			{"t1", cal.MustParsePeriod("2022-03-01/2022-07-01")}, {"t2", cal.MustParsePeriod("2022-07-01/")},
		},
	}
}

func team() collab.Team {
	return collab.Team{ID: "t1", Name: "青塘爱心理发队", Station: "z01", Partner: "p1", Leader: "v1",
		Formed: partial("2022年3月"), Ended: partial("2022-06-30"), MergedInto: "t2"}
}

func resource() collab.Resource {
	return collab.Resource{
		ID: "r1", Station: "z01", Partner: "p1", Kinds: []collab.ResourceKind{collab.Goods, collab.InService}, Summary: "物资包与义诊",
		AgreedOn: partial("2022年6月"), For: "全镇独居老人", Categories: []person.Category{person.Dibao}, Entries: []string{"j-17", "j-18"},
		Evidence: "捐赠协议",
	}
}

func pairing() collab.Pairing {
	return collab.Pairing{SocialWork: "z01", Minors: "w01", SocialWorkBrand: "社工橙", MinorsBrand: "未保绿", Colocated: true,
		Since: partial("2022年年中"), Until: partial("2023年")}
}

// A validated entity.
type entity interface{ Validate() error }

// A mistake is made in an entity; several can be made at once because they touch different fields.
type mistake[T any] struct {
	make func(*T)
	code fault.Code
	path string
}

func has(l fault.List, code fault.Code, path string) bool {
	return slices.ContainsFunc(l, func(f fault.Fault) bool { return f.Code() == code && f.Path() == path })
}

// tryAll makes each mistake alone and then every random subset: each is reported, and none hides another.
func tryAll[T entity](t *testing.T, good func() T, mistakes []mistake[T]) {
	t.Helper()
	if err := good().Validate(); err != nil {
		t.Fatalf("the good one is refused: %v", err)
	}
	r := rand.New(rand.NewSource(1))
	for round := range len(mistakes) + 200 {
		v := good()
		var made []mistake[T]
		for i, m := range mistakes {
			if i == round || round >= len(mistakes) && r.Intn(2) == 0 {
				m.make(&v)
				made = append(made, m)
			}
		}
		l := fault.Of(v.Validate())
		for _, m := range made {
			if !has(l, m.code, m.path) {
				t.Fatalf("no %s at %s among %d mistakes: %v", m.code, m.path, len(made), l)
			}
		}
		if len(made) == 1 && len(l) != 1 {
			t.Errorf("%s at %s brings more: %v", made[0].code, made[0].path, l)
		}
	}
}

func TestPartner(t *testing.T) {
	type p = collab.Partner
	tryAll(t, partner, []mistake[p]{
		{func(v *p) { v.ID = "" }, check.ErrRequired, "id"},
		{func(v *p) { v.Aliases = append(v.Aliases, v.Aliases[0]) }, collab.ErrDuplicate, "aliases[1]"},
		{func(v *p) { v.Kind = "club" }, vocab.ErrUnknown, "kind"},
		{func(v *p) { v.Roles[0] = "boss" }, vocab.ErrUnknown, "roles[0]"},
		{func(v *p) { v.Roles[1] = "" }, check.ErrRequired, "roles[1]"},
		{func(v *p) { v.Standing = collab.Registered }, collab.ErrUnregistered, "credit_code"},
		{func(v *p) { v.Members = known.Of(-1) }, check.ErrGTE, "members"},
		{func(v *p) { v.Until = partial("2021年") }, collab.ErrOrder, "until"},
	})
	v := partner()
	v.Aliases[0] = v.Name
	if l := fault.Of(v.Validate()); len(l) != 1 || !has(l, collab.ErrAlias, "aliases[0]") {
		t.Errorf("got %v", l)
	}
	if p := partner(); !p.Called("夕阳红队") || !p.Called(p.Name) || p.Called("") || p.Called("夕阳") {
		t.Error("names are matched wrongly")
	}
	v = partner()
	v.Standing = "taxed"
	v.Until = partial("2022年") // may be after March
	if l := fault.Of(v.Validate()); len(l) != 1 || !has(l, vocab.ErrUnknown, "standing") {
		t.Errorf("got %v", l)
	}
}

func TestEngagement(t *testing.T) {
	type e = collab.Engagement
	tryAll(t, engagement, []mistake[e]{
		{func(v *e) { v.Partner = "" }, check.ErrRequired, "partner"},
		{func(v *e) { v.Station = strings.Repeat("z", 65) }, check.ErrMax, "station"},
		{func(v *e) { v.Growth[0].Stage = "budding" }, vocab.ErrUnknown, "growth[0].stage"},
		{func(v *e) { v.Growth[1].On = partial("2022年1月") }, collab.ErrOrder, "growth[1].on"},
		{func(v *e) { v.Help = strings.Repeat("帮", 501) }, check.ErrMax, "help"},
	})
	for name, tc := range map[string]struct {
		make func(*e)
		code fault.Code
		path string
	}{
		"linked, with stages":     {func(v *e) { v.Kind = collab.Linked }, collab.ErrGrowth, "growth"},
		"unknown kind":            {func(v *e) { v.Kind = "adopted" }, vocab.ErrUnknown, "kind"},
		"the same stage again":    {func(v *e) { v.Growth[1].Stage = collab.Starting }, collab.ErrOrder, "growth[1].stage"},
		"a step back":             {func(v *e) { v.Growth[0].Stage = collab.Independent }, collab.ErrOrder, "growth[1].stage"},
		"a stage before it began": {func(v *e) { v.Growth[0].On = partial("2022年2月") }, collab.ErrOrder, "growth[0].on"},
	} {
		t.Run(name, func(t *testing.T) {
			v := engagement()
			tc.make(&v)
			if l := fault.Of(v.Validate()); len(l) != 1 || !has(l, tc.code, tc.path) {
				t.Errorf("got %v", l)
			}
		})
	}
}

// 269 mobilised and 49 newly cultivated organisations, as a province reported them in 2022, are never one number.
func TestEngagedKeepsKindsApart(t *testing.T) {
	var all []collab.Engagement
	for i := range 269 {
		e := collab.Engagement{Partner: collab.PartnerID(strconv.Itoa(i)), Kind: collab.Mobilised}
		all = append(all, e, e) // mobilised twice, counted once
		if i < 49 {
			e.Kind = collab.Cultivated // and cultivated besides
			all = append(all, e)
		}
	}
	for kind, want := range map[collab.EngagementKind]int{collab.Mobilised: 269, collab.Cultivated: 49, collab.Linked: 0} {
		if got := collab.Engaged(all, kind); len(got) != want {
			t.Errorf("%s: %d, want %d", kind, len(got), want)
		}
	}
	if got := collab.Engaged(all, collab.Cultivated); got[0] != "0" || got[48] != "48" {
		t.Errorf("the order of the list is lost: %v", got)
	}
}

func TestVolunteer(t *testing.T) {
	type v = collab.Volunteer
	tryAll(t, volunteer, []mistake[v]{
		{func(x *v) { x.ID = "" }, check.ErrRequired, "id"},
		{func(x *v) { x.Name = identity.Name{} }, check.ErrRequired, "name"},
		{func(x *v) { x.Skills[1] = "" }, check.ErrRequired, "skills[1]"},
		{func(x *v) { x.Skills = append(x.Skills, x.Skills[0]) }, collab.ErrDuplicate, "skills[2]"},
		{func(x *v) { x.Memberships[0].Team = "" }, check.ErrRequired, "memberships[0].team"},
		{func(x *v) { x.Memberships[1].Period = cal.Period{} }, check.ErrRequired, "memberships[1].period"},
	})
	x := volunteer()
	x.Memberships[1] = collab.Membership{Team: "t1", Period: cal.MustParsePeriod("2022-06-30/")}
	l := fault.Of(x.Validate())
	if other, _ := l[0].Arg("other"); len(l) != 1 || !has(l, collab.ErrMembership, "memberships[1]") || other != "memberships[0]" {
		t.Errorf("got %v", l)
	}
	x.Memberships[1].Team = "t2" // in two teams at once
	if err := x.Validate(); err != nil {
		t.Error(err)
	}
	x.Memberships[1] = collab.Membership{Team: "t1", Period: cal.MustParsePeriod("2022-07-01/")} // back again
	if err := x.Validate(); err != nil {
		t.Error(err)
	}
}

func TestTeam(t *testing.T) {
	type v = collab.Team
	tryAll(t, team, []mistake[v]{
		{func(x *v) { x.Name = "" }, check.ErrRequired, "name"},
		{func(x *v) { x.Leader = collab.VolunteerID(strings.Repeat("v", 65)) }, check.ErrMax, "leader"},
		{func(x *v) { x.Formed = partial("2022年7月") }, collab.ErrOrder, "ended"},
		{func(x *v) { x.MergedInto = "t1" }, collab.ErrMerged, "merged_into"},
	})
	x := team()
	x.Ended = cal.Partial{}
	if l := fault.Of(x.Validate()); len(l) != 1 || !has(l, collab.ErrMerged, "merged_into") {
		t.Errorf("got %v", l)
	}
}

func TestCheckTeams(t *testing.T) {
	two := collab.Team{ID: "t2", Name: "青塘志愿者二队"}
	if l := collab.CheckTeams([]collab.Team{team(), two}, []collab.Volunteer{volunteer()}); len(l) > 0 {
		t.Fatal(l)
	}
	stray := volunteer()
	stray.Memberships = []collab.Membership{{"t9", cal.Year(2022)}, {"t1", cal.MustParsePeriod("2022-03-01/2022-07-02")},
		{"t1", cal.MustParsePeriod("2022-03-01/")}, {"t1", cal.Period{}}, {"", cal.Year(2022)}}
	lost := collab.Team{ID: "t1", Leader: "v9", MergedInto: "t8", Ended: partial("2022年")}
	l := collab.CheckTeams([]collab.Team{team(), two, lost, {}, {}}, []collab.Volunteer{volunteer(), stray})
	want := []string{
		"COLLAB-DUPLICATE teams[2].id", "COLLAB-DUPLICATE volunteers[1].id", "COLLAB-NO-VOLUNTEER teams[2].leader",
		"COLLAB-NO-TEAM teams[2].merged_into", "COLLAB-NO-TEAM volunteers[1].memberships[0].team",
		"COLLAB-DISBANDED volunteers[1].memberships[1].period", "COLLAB-DISBANDED volunteers[1].memberships[2].period",
	}
	var got []string
	for _, f := range l {
		got = append(got, string(f.Code())+" "+f.Path())
		if f.Advisory() != errors.Is(f, collab.ErrDisbanded) {
			t.Errorf("severity of %v", f)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A team that ended some time in 2022 may have ended on its last day.
func TestRoughEndOfTeam(t *testing.T) {
	ended := collab.Team{ID: "t1", Ended: partial("2022年")}
	for period, want := range map[string]bool{"2022-01-01/2023-01-01": false, "2022-01-01/2023-01-02": true} {
		v := collab.Volunteer{ID: "v1", Memberships: []collab.Membership{{Team: "t1", Period: cal.MustParsePeriod(period)}}}
		if got := len(collab.CheckTeams([]collab.Team{ended}, []collab.Volunteer{v})) > 0; got != want {
			t.Errorf("%s: got %v", period, got)
		}
	}
}

// A team lies on a circle when following its mergers comes back to it.
func TestCirclesAgainstWalking(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	for range 2000 {
		n := 1 + r.Intn(8)
		teams := make([]collab.Team, n)
		for i := range teams {
			teams[i].ID = collab.TeamID(strconv.Itoa(i))
			if r.Intn(5) > 0 {
				teams[i].MergedInto = collab.TeamID(strconv.Itoa(r.Intn(n)))
			}
		}
		l := collab.CheckTeams(teams, nil)
		for i := range teams {
			at, back := teams[i].MergedInto, false
			for range n {
				back = back || at == teams[i].ID
				if at != "" {
					k, _ := strconv.Atoi(string(at))
					at = teams[k].MergedInto
				}
			}
			if got := has(l, collab.ErrCycle, fault.Index("teams", i)+".merged_into"); got != back {
				t.Fatalf("team %d of %v: got %v", i, teams, got)
			}
		}
	}
}

func TestLongChainsOfMergersAreQuick(t *testing.T) {
	teams := make([]collab.Team, 200_000)
	for i := range teams {
		teams[i] = collab.Team{ID: collab.TeamID(strconv.Itoa(i)), MergedInto: collab.TeamID(strconv.Itoa(i + 1))}
	}
	teams[len(teams)-1].MergedInto = "100000" // a circle of half of them
	n := 0
	for _, f := range collab.CheckTeams(teams, nil) {
		if f.Code() == collab.ErrCycle {
			n++
		}
	}
	if n != 100_000 {
		t.Errorf("%d teams on the circle", n)
	}
}

func TestResource(t *testing.T) {
	type v = collab.Resource
	tryAll(t, resource, []mistake[v]{
		{func(x *v) { x.Partner = "" }, check.ErrRequired, "partner"},
		{func(x *v) { x.Kinds = append(x.Kinds, collab.Goods) }, collab.ErrDuplicate, "kinds[2]"},
		{func(x *v) { x.Kinds[1] = "gold" }, vocab.ErrUnknown, "kinds[1]"},
		{func(x *v) { x.Summary = "" }, check.ErrRequired, "summary"},
		{func(x *v) { x.AgreedOn = cal.Partial{} }, check.ErrRequired, "agreed_on"},
		{func(x *v) { x.Categories[0] = "giants" }, vocab.ErrUnknown, "categories[0]"},
		{func(x *v) { x.Entries[1] = "" }, check.ErrRequired, "entries[1]"},
	})
	for name, tc := range map[string]struct {
		make func(*v)
		code fault.Code
		path string
	}{
		"no kinds":          {func(x *v) { x.Kinds = nil }, check.ErrRequired, "kinds"},
		"an empty list":     {func(x *v) { x.Kinds = []collab.ResourceKind{} }, check.ErrMin, "kinds"},
		"an entry twice":    {func(x *v) { x.Entries[1] = "j-17" }, collab.ErrDuplicate, "entries[1]"},
		"a category twice":  {func(x *v) { x.Categories = append(x.Categories, person.Dibao) }, collab.ErrDuplicate, "categories[1]"},
		"goods not booked":  {func(x *v) { x.Entries = nil }, collab.ErrUnbooked, "entries"},
		"service, no books": {func(x *v) { x.Kinds, x.Entries = []collab.ResourceKind{collab.InService, collab.Venue}, nil }, "", ""},
		"cash not booked":   {func(x *v) { x.Kinds, x.Entries = []collab.ResourceKind{collab.Cash}, nil }, collab.ErrUnbooked, "entries"},
	} {
		t.Run(name, func(t *testing.T) {
			x := resource()
			tc.make(&x)
			l := fault.Of(x.Validate())
			if tc.code == "" && len(l) > 0 || tc.code != "" && (len(l) != 1 || !has(l, tc.code, tc.path)) {
				t.Errorf("got %v", l)
			}
			if tc.code == collab.ErrUnbooked && !l[0].Advisory() {
				t.Error("what is not booked yet can be used")
			}
		})
	}
}

// Value lives in the ledger alone: a resource has no field that could hold an amount or a quantity.
func TestResourceHoldsNoValue(t *testing.T) {
	resource := reflect.TypeFor[collab.Resource]()
	for i := range resource.NumField() {
		f := resource.Field(i)
		e := f.Type
		if e.Kind() == reflect.Slice {
			e = e.Elem()
		}
		switch {
		case e == reflect.TypeFor[money.Amount](), e == reflect.TypeFor[measure.Quantity](),
			e.Kind() != reflect.String && e != reflect.TypeFor[cal.Partial]():
			t.Errorf("field %s is a %s", f.Name, f.Type)
		}
	}
}

func TestFrameworks(t *testing.T) {
	names := func(f collab.Framework) (out []string) {
		for _, p := range f.Pillars {
			out = append(out, p.ZH)
		}
		return out
	}
	five, three := collab.FiveParty(), collab.ThreeParty()
	if d := cmp.Diff([]string{"社区", "社会组织", "社会工作者", "社区志愿者", "社会慈善资源"}, names(five)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(names(five)[:3], names(three)); d != "" {
		t.Errorf("the predecessor has the first three: %s", d)
	}
	for i, p := range five.Pillars {
		if want := collab.Actor; (p.Nature == want) != (i < 4) {
			t.Errorf("%s is an %s", p.ZH, p.Nature)
		}
	}
	for _, f := range []collab.Framework{five, three} {
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
		for _, s := range f.Sources {
			if s.Provenance == vocab.Official {
				t.Errorf("%s: the text was not read", s.Document)
			}
		}
	}
	five.Pillars[0].ZH, five.Sources[0].Document = "别的", "别的"
	if again := collab.FiveParty(); again.Pillars[0].ZH != "社区" || again.Sources[0].Document == "别的" {
		t.Error("a preset can be changed from outside")
	}
	type f = collab.Framework
	tryAll(t, collab.FiveParty, []mistake[f]{
		{func(x *f) { x.Name = "" }, check.ErrRequired, "name"},
		{func(x *f) { x.Pillars[1].Key = "community" }, collab.ErrDuplicate, "pillars[1].key"},
		{func(x *f) { x.Pillars[2].Nature = "spirit" }, vocab.ErrUnknown, "pillars[2].nature"},
		{func(x *f) { x.Pillars[3].ZH = "" }, check.ErrRequired, "pillars[3].zh"},
		{func(x *f) { x.Others = []collab.PartnerKind{"club"} }, vocab.ErrUnknown, "others[0]"},
		{func(x *f) { x.Sources[0].Provenance = "rumour" }, vocab.ErrUnknown, "sources[0].provenance"},
		{func(x *f) { x.Sources[1].Document = "" }, check.ErrRequired, "sources[1].document"},
	})
	if l := fault.Of((f{Name: "独行", Pillars: collab.FiveParty().Pillars[:1]}).Validate()); len(l) != 1 || !has(l, collab.ErrPillars, "pillars") {
		t.Errorf("got %v", l)
	}
}

func TestPairing(t *testing.T) {
	type v = collab.Pairing
	tryAll(t, pairing, []mistake[v]{
		{func(x *v) { x.SocialWork = "" }, check.ErrRequired, "social_work"},
		{func(x *v) { x.MinorsBrand = strings.Repeat("绿", 61) }, check.ErrMax, "minors_brand"},
		{func(x *v) { x.Until = partial("2021年") }, collab.ErrOrder, "until"},
	})
	x := pairing()
	x.Minors = x.SocialWork
	if l := fault.Of(x.Validate()); len(l) != 1 || !has(l, collab.ErrTwin, "minors") {
		t.Errorf("got %v", l)
	}
}

func TestJSONRoundTrips(t *testing.T) {
	odd := resource()
	odd.Kinds[0] = "of_tomorrow"
	trip(t, partner())
	trip(t, engagement())
	trip(t, team())
	trip(t, odd)
	trip(t, collab.FiveParty())
	trip(t, pairing())
}

func trip[T any](t *testing.T, want T) {
	t.Helper()
	b, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got T
	if err := json.Unmarshal(b, &got); err != nil || cmp.Diff(want, got) != "" {
		t.Error(err, cmp.Diff(want, got))
	}
}

// Personal data go in full into the program and come out masked; a masked copy is no data.
func TestVolunteerJSONMasks(t *testing.T) {
	var v collab.Volunteer
	in := `{"id":"v1","name":"陈大文","mobile":"13957913579","resident_id":"11010519491231002X","number":"QT20220001","station":"z01",
		"skills":["理发","家电维修"],"since":"2022年3月","memberships":[{"team":"t1","period":"2022-03-01/2022-07-01"},{"team":"t2","period":"2022-07-01/"}]}`
	if err := json.Unmarshal([]byte(in), &v); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(volunteer(), v); d != "" {
		t.Error(d)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"大文", "13957913579", "11010519491231002X", "QT20220001"} {
		if strings.Contains(string(b), secret) {
			t.Errorf("%s is in the output", secret)
		}
	}
	if err := json.Unmarshal(b, new(collab.Volunteer)); !errors.Is(err, identity.ErrMasked) {
		t.Errorf("a masked copy decodes: %v", err)
	}
}
