package station_test

import (
	"encoding/json"
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

// The competent authority changes; the old relation ends where the new one begins, and both stay on record.
func ExampleOversight() {
	above := []station.Oversight{
		{Authority: "QT-MZJ", Role: station.RoleCompetent, Tenure: station.Tenure{
			From: cal.MustParsePartial("2021年年底"), To: cal.MustParsePartial("2024年6月30日")}},
		{Authority: "QT-SGB", Role: station.RoleCompetent, Tenure: station.Tenure{From: cal.MustParsePartial("2024年7月1日")}},
	}
	for _, day := range []string{"2022-06-28", "2024-07-01"} {
		for _, o := range above {
			if surely, _ := o.Tenure.On(cal.MustParse(day)); surely {
				fmt.Println(day, o.Authority, station.Roles().Name(o.Role, language.Chinese))
			}
		}
	}
	// Output:
	// 2022-06-28 QT-MZJ 主管
	// 2024-07-01 QT-SGB 主管
}

// A body is of one level, and its division of the same.
func ExampleAuthority_Validate() {
	a := station.Authority{
		ID: "QT-MZJ", Name: "青塘县民政局", Kind: station.CivilAffairsAuthority, Level: station.Provincial,
		Division: division.MustParse("359901"), Departments: []string{"社会救助股"},
	}
	fmt.Println(fault.Of(a.Validate()).Text(language.Chinese))
	// Output:
	// level：级别与区划不符 [STATION-LEVEL]
}

// A post says who employs, so that a station of mixed mode can have several employers. It keeps words that a newer program
// wrote, and Validate names them.
func ExamplePost() {
	text := `{"id":"G-1","station":"QT-01","kind":"night_warden","employer":"government","share":"0.5"}`
	var p station.Post
	err := json.Unmarshal([]byte(text), &p)
	fmt.Println(p.Kind, p.Share, err)
	fmt.Println(fault.Of(p.Validate()).Text(language.Chinese))
	// Output:
	// night_warden 0.5 <nil>
	// kind：岗位类别中没有这一项 [VOCAB-UNKNOWN]
}

// A place's own scheme: grades and the marks they begin at.
func ExampleRatingScheme_Check() {
	mark := func(s string) known.Value[measure.Quantity] { return known.Of(measure.MustParseQuantity(s)) }
	scheme := station.RatingScheme{ID: "S-1", Name: "青塘县社工站评估办法（虚构）", Full: mark("100"), Grades: []station.Grade{
		{Key: "A", Name: "优秀", From: mark("90")}, {Key: "B", Name: "合格", From: mark("60")},
	}}
	grade, _ := scheme.Grade(measure.MustParseQuantity("89.5"))
	fmt.Println(grade.Name, scheme.Validate())

	rating := station.Rating{ID: "R-1", Station: "QT-01", Kind: station.Graded, Scheme: "S-1", Steps: []station.RatingStep{
		{Step: station.StepEvaluated, On: cal.MustParsePartial("2022年12月"), Score: mark("89.5"), Grade: "A"},
	}}
	fmt.Println(fault.Of(scheme.Check(rating)).Text(language.Chinese))
	// Output:
	// 合格 <nil>
	// steps[0].grade：等级不在评定办法中，或与得分不符 [STATION-GRADE]
}

// An association accompanies two pilots and issues a bulletin of what it found.
func ExampleSupervisionBulletin() {
	arrangement := station.Supervision{
		ID: "D-1", By: "SXH", Modes: []station.SupervisionMode{station.Accompanying}, Stations: []station.ID{"QT-01", "QT-02"},
		OutcomeUse: "督导建议纳入下一阶段计划",
	}
	bulletin := station.SupervisionBulletin{
		ID: "T-1", Title: "试点社工站专业督导工作情况通报", Issuer: "SXH", Supervision: arrangement.ID, Subjects: arrangement.Stations,
		Findings: []station.Finding{{Text: "服务档案逐步规范"}, {Station: "QT-02", Text: "需补充一名驻站社工"}},
	}
	fmt.Println(station.SupervisionModes().Name(arrangement.Modes[0], language.Chinese), arrangement.Validate())
	fmt.Println(bulletin.Title, len(bulletin.Findings), bulletin.Validate())
	// Output:
	// 陪伴式督导 <nil>
	// 试点社工站专业督导工作情况通报 2 <nil>
}

// The report says 近日, so no day is written down.
func ExampleMeeting() {
	m := station.Meeting{
		ID: "H-1", Title: "全省社工站建设年中推进视频会", Kind: station.MeetingPush, Mode: station.Video, Level: station.Provincial,
		About: cal.MustParsePartial("2022年年中"), When: station.AsOf{Text: "近日"},
		Attendees: []station.Attendee{
			{Roles: []station.AttendeeRole{station.PartySecretary, station.PrincipalHead}, Level: station.Provincial, Spoke: true},
			{Roles: []station.AttendeeRole{station.OperatorHead}},
		},
		Speakers: []division.Code{division.MustParse("2301"), division.MustParse("2310")},
	}
	fmt.Println(m.About, m.When.Text, m.When.Day.IsZero(), m.Validate())
	// Output:
	// 2022年年中 近日 true <nil>
}
