package station_test

import (
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

func ExampleStation() {
	s := station.Station{
		ID: "s1", Name: "虚构镇社工站", Tier: station.TierTownship, Division: division.MustParse("350627109"), Mode: station.ModeOutsourced,
		History: []station.StatusChange{
			{Status: station.StatusPlaqued, Since: cal.MustParsePartial("2021年年底")},
			{Status: station.StatusOperating, Since: cal.MustParsePartial("2022年3月1日")},
		},
	}
	fmt.Println(s.Validate())
	for _, on := range []string{"2021-11-11", "2021-12-31", "2022-06-30"} {
		status, certain := s.StatusOn(cal.MustParse(on))
		fmt.Printf("%s %q %v\n", on, station.Statuses().Name(status, language.Chinese), certain)
	}
	// Output:
	// <nil>
	// 2021-11-11 "" false
	// 2021-12-31 "挂牌" true
	// 2022-06-30 "运营" true
}

func ExampleTenure() {
	t := station.Tenure{From: cal.MustParsePartial("2021年年底"), To: cal.MustParsePartial("2023年6月30日")}
	fmt.Println(t.On(cal.MustParse("2021-11-11")))
	fmt.Println(t.On(cal.MustParse("2022-06-28")))
	// Output:
	// false true
	// true true
}

// Areas are counted, never stations: a second station in a town adds nothing.
func ExampleIndex_Coverage() {
	open := []station.StatusChange{{Status: station.StatusOperating, Since: cal.MustParsePartial("2022年")}}
	town, other := division.MustParse("350627100"), division.MustParse("350627101")
	net := station.Network{Name: "虚构县", Stations: []station.Station{
		{ID: "a", Name: "一站", Tier: station.TierTownship, Division: town, History: open},
		{ID: "b", Name: "二站", Tier: station.TierTownship, Division: town, History: open},
	}}
	scope := station.Scope{Name: "乡镇运营覆盖", Tiers: []station.Tier{station.TierTownship},
		Statuses: []station.Status{station.StatusOperating}, Areas: []division.Code{town, other}}
	c, err := net.Index().Coverage(scope, cal.MustParse("2022-12-31"))
	ratio, _ := c.Ratio()
	fmt.Println(c.Stations, len(c.Covered), ratio, c.Missing(), err)
	// Output: 2 1 0.5 [350627101] <nil>
}

func ExampleCount_Change() {
	before := station.Count{Scope: station.Scope{Name: "社会工作服务站（2018年统计）"}, Basis: measure.Places, Value: measure.Int(51000)}
	after := station.Count{Scope: station.Scope{Name: "乡镇（街道）社工站"}, Basis: measure.Places, Value: measure.Int(17000)}
	_, err := after.Change(before)
	fmt.Println(err)
	// Output: figures of different scopes or bases are no series [STATION-SERIES]
}

func ExampleIndex_Staffing() {
	staff := county().Index().Staffing(cal.MustParse("2022-06-30"))
	posts, exact := staff.Posts.Exact()
	fmt.Println(posts, exact)
	fmt.Println(staff.FullTime, staff.Certified) // one certificate is dated 2022年
	// Output:
	// 14 true
	// {14 14} {1 2}
}

// What a place demands is a value; without it fourteen workers over thirteen sites are in order.
func ExampleIndex_Audit() {
	x, on := county().Index(), cal.MustParse("2022-06-30")
	towns := []station.Tier{station.TierTownship}
	fmt.Println(x.Audit(on, station.Policy{Name: "不作要求", Tiers: towns}))

	err := x.Audit(on, station.Policy{Name: "每站不少于2人", Tiers: towns, Workers: known.Of(2)})
	fmt.Println(len(fault.Of(err)), fault.Of(err)[0].Text(language.Chinese))
	// Output:
	// <nil>
	// 11 stations[1]：社工少于要求的2人 [STATION-WORKERS]
}

func ExampleNetwork_Validate() {
	n := county()
	n.Stations[3].Division = division.MustParse("350628100")
	n.Assignments[5].Post = "p99"
	n.Stations[8].Tier = "云端站"
	fmt.Println(fault.Of(n.Validate()).Text(language.Chinese))
	// Output:
	// stations[3].division：不在范围之内 [STATION-OUTSIDE]
	// stations[8].tier：站点层级中没有这一项 [VOCAB-UNKNOWN]
	// assignments[5].post：编号所指不存在 [STATION-REFERENCE]
}

func ExampleIndex_Chain() {
	for _, d := range full().Index().Chain("local") {
		fmt.Println(d.Issuer+d.Title, d.Issued)
	}
	// Output:
	// 中共中央、国务院《关于加强基层治理体系和治理能力现代化建设的意见》 2021年7月11日
	// 民政部办公厅《关于加快乡镇(街道)社工站建设的通知》 2021年4月
	// 某省实施方案
}

func ExampleRating_HeldOn() {
	n := full()
	r, scheme := n.Ratings[0], n.Schemes[0] // confirmed on 2022-07-15, for 24 months
	grade, _ := scheme.Grade(measure.MustParseQuantity("91.5"))
	fmt.Println(grade.Name)
	fmt.Println(r.HeldOn(cal.MustParse("2023-01-01"), scheme))
	fmt.Println(r.HeldOn(cal.MustParse("2024-07-15"), scheme))
	// Output:
	// 优秀
	// true true
	// false false
}

func ExampleRollout_Reached() {
	n := full()
	plan := n.Rollouts[0]
	c, _ := n.Index().Coverage(plan.Scope, cal.MustParse("2022-12-31"))
	fmt.Println(plan.Reached(station.CoverageTarget{Share: known.Of(measure.MustParseRatio("100%"))}, c))
	// Output: true <nil>
}

// Names leave masked; WorkerFormInFull is for the one list that needs them.
func ExampleWorkerForm() {
	form := station.WorkerForm().Only("社工编号", "姓名", "助理社会工作师取得时间")
	workers := []station.Worker{{ID: "w1", Name: identity.MustParseName("虚小明"), Qualifications: []station.Qualification{
		{Level: station.LevelAssistant, Valid: station.Tenure{From: cal.MustParsePartial("2021年11月")}}}}}
	for row, err := range form.Write(slices.Values(workers)) {
		fmt.Println(row, err)
	}
	// Output:
	// [社工编号 姓名 助理社会工作师取得时间] <nil>
	// [w1 虚某某 2021年11月] <nil>
}

func ExampleStationForm() {
	rows := slices.Values([][]string{
		{"站点编号", "站点名称", "层级", "区划代码", "挂牌时间", "运营时间", "后续状态"},
		{"s1", "虚构镇社工站", "社工站", "350627109", "2021年6月", "2021年年底", "暂停2022年3月、运营2022年9月"},
	})
	result := station.StationForm().Read(func(yield func([]string, error) bool) {
		for row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	})
	for _, s := range result.Values() {
		for _, c := range s.History {
			fmt.Print(c.Status, " ", c.Since, "; ")
		}
	}
	fmt.Println(result.Faults.Err())
	// Output: plaqued 2021年6月; operating 2021年年底; suspended 2022年3月; operating 2022年9月; <nil>
}

func ExampleWorker_LevelOn() {
	w := station.Worker{Qualifications: []station.Qualification{
		{Level: station.LevelAssistant, Valid: station.Tenure{From: cal.MustParsePartial("2019年11月")}},
		{Level: station.LevelIntermediate, Valid: station.Tenure{From: cal.MustParsePartial("2022年")}},
	}}
	fmt.Println(w.LevelOn(cal.MustParse("2022-06-30")))
	// Output: assistant intermediate
}
