package station_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/sheet"
)

// written returns the file of a form, and there what it reads back as.
func written[T any](t *testing.T, c sheet.CSV, f sheet.Form[T], values []T) (file string, back sheet.Result[T]) {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(&b, f.Write(slices.Values(values))); err != nil {
		t.Fatal(err)
	}
	return b.String(), f.Read(c.Rows(bytes.NewReader(b.Bytes())))
}

func roundTrip[T any](t *testing.T, f sheet.Form[T], values []T) {
	t.Helper()
	for _, c := range []sheet.CSV{{}, {Encoding: sheet.GB18030}} {
		file, back := written(t, c, f, values)
		if len(back.Faults) > 0 {
			t.Errorf("%s %s: %v", f.Name, c.Encoding, back.Faults)
		}
		if d := cmp.Diff(values, back.Values()); d != "" {
			t.Errorf("%s %s: %s\n%s", f.Name, c.Encoding, d, file)
		}
	}
}

func stations() []station.Station {
	list := full().Stations
	change := func(status station.Status, since string) station.StatusChange {
		return station.StatusChange{Status: status, Since: about(since)}
	}
	for i := range list {
		for j := range list[i].Above { // the times of authorities are not in the roster, nor roles but two
			list[i].Above[j].Tenure = station.Tenure{}
		}
		if i > 0 {
			list[i].Above = nil
		} else {
			list[i].Above = []station.Oversight{{Authority: "a", Role: station.RoleCompetent}, {Authority: "bureau", Role: station.RoleGuiding}, {Authority: "b", Role: station.RoleGuiding}}
		}
	}
	list[1].Aliases, list[1].Address = []string{"船场社工站（旧）", "二站"}, "虚构路1号"
	list[2].History = []station.StatusChange{change("planned", "2021"), change("plaqued", "2021年6月上旬"), change("operating", "2021年年底"),
		change("suspended", "2022-03-01"), change("operating", "2022年第三季度"), change("closed", "2023年12月底")}
	list[3].History = []station.StatusChange{change("plaqued", "2021"), change("suspended", "2022"), change("operating", "2023")}
	list[4].History = []station.StatusChange{change("planned", "2021"), change("operating", "2022")}
	list[5].History = nil
	list[6].History = []station.StatusChange{change("closed", "2022年")}
	list[7].Mode, list[7].Area, list[7].Brand = station.ModeDirect, station.Subdistrict, "orange"
	return list
}

func TestFormsRoundTrip(t *testing.T) {
	roundTrip(t, station.StationForm(), stations())
	posts := county().Posts
	posts[1].Requires, posts[1].Title, posts[1].Share, posts[1].Tenure.To = station.LevelAssistant, "驻站，社工", half(), about("2023年6月30日")
	roundTrip(t, station.PostForm(), posts)
	roundTrip(t, station.AssignmentForm(), county().Assignments)
}

func workers() []station.Worker {
	list := county().Workers[:3]
	list[0] = station.Worker{ID: "w00", Name: identity.MustParseName("虚小甲"), ResidentID: identity.MustParseResidentID("11010519491231002X"),
		Mobile: identity.MustParseMobile("13957913579"), Employed: station.Tenure{From: about("2021年年底"), To: about("2023")}, Education: "本科",
		SocialWork: known.Of(true), Graduated: about("2021年6月"), GraduateHire: known.Of(false), Qualifications: []station.Qualification{
			{Level: station.LevelAssistant, Valid: since("2019")}, {Level: station.LevelSenior, Valid: since("2022年年底")}}}
	return list
}

func TestWorkersAreMaskedUnlessAskedFor(t *testing.T) {
	file, back := written(t, sheet.CSV{}, station.WorkerForm(), workers())
	for _, secret := range []string{"虚小甲", "11010519491231002X", "13957913579", "虚小乙"} {
		if strings.Contains(file, secret) {
			t.Errorf("the masked roster shows %s", secret)
		}
	}
	if !strings.Contains(file, "虚某某") || !back.Faults.Has(identity.ErrMasked) || len(back.Rows) != 0 {
		t.Errorf("masks came back as data: %v\n%s", back.Faults, file)
	}
	file, back = written(t, sheet.CSV{}, station.WorkerFormInFull(), workers())
	if d := cmp.Diff(workers(), back.Values()); d != "" || !strings.Contains(file, "11010519491231002X") {
		t.Errorf("%s\n%v\n%s", d, back.Faults, file)
	}
}

func read[T any](f sheet.Form[T], lines ...string) ([]T, []string) {
	r := f.Read(sheet.CSV{}.Rows(strings.NewReader(strings.Join(lines, "\n"))))
	return r.Values(), said(r.Faults.Err())
}

func TestRostersAsPeopleKeepThem(t *testing.T) {
	long := strings.Repeat("x", 65)
	got, faults := read(station.StationForm(), "站点编号,社工站名称,层级,行政区划代码,挂牌时间,启动运营时间,后续状态,主管部门编号,指导单位编号,别名",
		"s1,虚构社工站,社工站,350627109,2021.12.5,2021年年底,暂停运营2022/3/1、运营 2022年9月",
		"s2,虚构二站,管理处站,350627,,,",
		"s3,虚构三站,乡镇级,350627,,,",
		"s4,虚构四站,社工站,350627101,2022年6月,2021年6月,休眠2022",
		"s5,虚构五站,社工站,350627102,,,暂停",
		"s6,虚构中心,指导中心,350627,,,,a,,",
		"s7,虚构中心,指导中心,350627,,,,"+long+",b、"+long+",二站；"+long+"；")
	if len(got) != 2 || len(got[0].History) != 4 || got[0].History[2].Since != about("2022-03-01") || got[1].Tier != station.TierZone {
		t.Errorf("%+v", got)
	}
	want := []string{"第4行.区划代码 STATION-TIER", "第5行.后续状态 VOCAB-UNKNOWN", "第5行.运营时间 STATION-ORDER", "第6行.后续状态 CHECK-REQUIRED",
		"第7行.指导单位编号 STATION-GUIDANCE", "第8行.指导单位编号 CHECK-MAX", "第8行.主管部门编号 CHECK-MAX", "第8行.别名 CHECK-MAX"}
	slices.Sort(faults)
	slices.Sort(want)
	if d := cmp.Diff(want, faults); d != "" {
		t.Error(d)
	}
	posts, faults := read(station.PostForm(), "岗位编号,站点编号,岗位类别,折合全职,设立时间,撤销时间", "p1,s1,社工,1,2022,2021", "p2,s1,站长,,2022,", "p3,s1,站长,1.5,,")
	if len(posts) != 0 || !slices.Equal(faults, []string{"第2行.撤销时间 STATION-TENURE", "第3行.折合全职 SHEET-BLANK", "第4行.折合全职 CHECK-LTE"}) {
		t.Errorf("%v %v", posts, faults)
	}
}

// Words of a newer program stay, and are no reason to refuse a row.
func TestRostersOfANewerProgram(t *testing.T) {
	got, faults := read(station.StationForm(), "站点编号,站点名称,层级,区划代码,用人方式,后续状态", "s1,虚构站,floating,350627109,shared,merged2023、phase2（2024年3月）")
	want := []string{"第2行.层级 VOCAB-UNKNOWN", "第2行.用人方式 VOCAB-UNKNOWN", "第2行.后续状态 VOCAB-UNKNOWN", "第2行.后续状态 VOCAB-UNKNOWN"}
	if d := cmp.Diff(want, faults); d != "" || len(got) != 1 || got[0].Tier != "floating" || got[0].History[0].Status != "merged" ||
		got[0].History[1] != (station.StatusChange{Status: "phase2", Since: about("2024年3月")}) {
		t.Errorf("%s %+v", d, got)
	}
	if _, back := written(t, sheet.CSV{}, station.StationForm(), got); cmp.Diff(got, back.Values()) != "" {
		t.Errorf("%+v came back as %+v", got, back)
	}
}

// A column that is merged alone leaves what it does not show.
func TestColumnsKeepWhatTheyDoNotShow(t *testing.T) {
	old := stations()[2]
	old.History[0].Note, old.Above = "会议纪要", []station.Oversight{{Authority: "bureau", Role: station.RoleGuiding, Tenure: since("2021")}}
	for _, c := range station.StationForm().Columns {
		same := old
		same.History, same.Above = slices.Clone(old.History), slices.Clone(old.Above)
		if err := c.Set(&same, c.Get(&old)); err != nil {
			t.Errorf("%s: %v", c.Header, err)
		}
		if c.Copy != nil {
			c.Copy(&same, &old)
		}
		if d := cmp.Diff(old, same); d != "" || c.Equal != nil && !c.Equal(&old, &same) {
			t.Errorf("%s changes what is the same: %s", c.Header, d)
		}
	}
	w := workers()[0]
	w.Qualifications[0].Number = identity.MustParseText("虚构0001")
	for _, c := range station.WorkerFormInFull().Columns {
		same := w
		if err := c.Set(&same, c.Get(&w)); err != nil {
			t.Errorf("%s: %v", c.Header, err)
		}
		if d := cmp.Diff(w, same); d != "" {
			t.Errorf("%s changes what is the same: %s", c.Header, d)
		}
	}
	// Another date keeps the number; no date takes the certificate away; nothing is shared with the old value.
	i := slices.IndexFunc(station.WorkerForm().Columns, func(c sheet.Column[station.Worker]) bool { return c.Header == "助理社会工作师取得时间" })
	column := station.WorkerForm().Columns[i]
	changed := w
	_ = column.Set(&changed, "2020")
	if q := changed.Qualifications[0]; q.Valid.From != about("2020") || q.Number.IsZero() || w.Qualifications[0].Valid.From != about("2019") {
		t.Errorf("%+v", changed.Qualifications)
	}
	_ = column.Set(&changed, "")
	if len(changed.Qualifications) != 1 || changed.Qualifications[0].Level != station.LevelSenior || len(w.Qualifications) != 2 {
		t.Errorf("%+v", changed.Qualifications)
	}
	if err := column.Set(&changed, "去年"); !errors.Is(err, cal.ErrPartial) || len(changed.Qualifications) != 1 {
		t.Errorf("%v %+v", err, changed.Qualifications)
	}
}

func TestFormsAreSound(t *testing.T) {
	valid(t, station.StationForm())
	valid(t, station.PostForm())
	valid(t, station.WorkerForm())
	valid(t, station.WorkerFormInFull())
	valid(t, station.AssignmentForm())
}

// FuzzHistoryColumn reads any text as later changes of status.
func FuzzHistoryColumn(f *testing.F) {
	for _, s := range []string{"", "暂停2022年3月", "暂停2022年3月、运营2022-09-01", "merged2022", "暂停", "2022", "运营 2022年第三季度；撤销2023", "暂停\u202e2022", "0001", "；；"} {
		f.Add(s)
	}
	columns := station.StationForm().Columns
	column := columns[slices.IndexFunc(columns, func(c sheet.Column[station.Station]) bool { return c.Header == "后续状态" })]
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.TrimSpace(text) // as a sheet hands it over
		var s station.Station
		err := column.Set(&s, text)
		for _, problem := range fault.Of(err) {
			if len(text) > 12 && strings.Contains(problem.Error(), text) {
				t.Errorf("the fault quotes the cell: %v", problem)
			}
		}
		if fault.Of(err).Blocking() != nil {
			if s.History != nil {
				t.Errorf("%q is refused and read", text)
			}
			return
		}
		var back station.Station
		shown := column.Get(&s)
		if err := column.Set(&back, shown); fault.Of(err).Blocking() != nil {
			t.Fatalf("%q is written as %q, which does not read: %v", text, shown, err)
		}
		if again := column.Get(&back); again != shown {
			t.Errorf("%q is written as %q and then as %q", text, shown, again)
		}
	})
}
