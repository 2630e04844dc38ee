package station_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func about(s string) cal.Partial { return cal.MustParsePartial(s) }
func since(s string) station.Tenure {
	return station.Tenure{From: about(s)}
}
func whole() measure.Quantity { return measure.Int(1) }
func half() measure.Quantity  { return measure.MustParseQuantity("0.5") }

// county is the shape of the network in Nanjing County's article (漳州市南靖县): 12 stations and one centre, 14 full-time workers, one
// operator, one contract. Names of people, the operator, the bureau's code and the price are invented (虚构).
func county() *station.Network {
	n := &station.Network{
		Name: "南靖县社工站", Division: division.MustParse("350627"),
		AsOf:   station.AsOf{Text: "自运营以来", Since: about("2021年年底")},
		Source: station.Attribution{Text: "本报记者", Medium: "某日报", Authority: "bureau"},
		Authorities: []station.Authority{
			{ID: "bureau", Name: "南靖县民政局", Kind: station.CivilAffairsAuthority, Level: station.CountyLevel,
				Division: division.MustParse("350627"), Departments: []string{"社会救助股"}},
		},
		Operators: []contract.Operator{
			{ID: "op", Name: "虚构社会工作服务中心", CreditCode: identity.MustParseCreditCode("52350627MJB0000182")},
		},
		Contracts: []contract.Contract{{
			ID: "k1", Title: "乡镇社工站服务", Service: contract.StationOperation, Purchaser: "南靖县民政局", Operator: "op",
			Period: cal.MustParsePeriod("2021-12-01/2022-12-01"), Price: money.MustParse("980000.00"), LumpSum: true,
			Workforce: contract.Workforce{Workers: 14, FullTime: 14},
		}},
		Frameworks: []collab.Framework{collab.FiveParty()},
		Teams: []collab.Team{
			{ID: "t1", Name: "虚构一队", Station: "s01"}, {ID: "t2", Name: "虚构二队", Station: "s02"},
		},
	}
	guide := []station.Oversight{
		{Authority: "bureau", Role: station.RoleGuiding, Tenure: since("2021年")},
		{Authority: "bureau", Role: station.RolePurchasing},
	}
	n.Stations = append(n.Stations, station.Station{
		ID: "centre", Name: "县级指导中心", Tier: station.TierCounty, Division: division.MustParse("350627"), Mode: station.ModeOutsourced,
		Above: guide, History: []station.StatusChange{{Status: station.StatusOperating, Since: about("2021年年底")}},
	})
	for i := range 12 { // eleven towns of the gazetteer and one code that no gazetteer has
		id := station.ID(fmt.Sprintf("s%02d", i+1))
		n.Stations = append(n.Stations, station.Station{
			ID: id, Name: fmt.Sprintf("第%d社工站", i+1), Tier: station.TierTownship, Area: station.Town, Centre: "centre",
			Division: division.MustParse(fmt.Sprintf("350627%d", 100+i)), Mode: station.ModeOutsourced, Above: guide[1:],
			History: []station.StatusChange{{Status: station.StatusOperating, Since: about("2021年年底")}},
		})
	}
	for i := range 14 {
		post, worker := station.PostID(fmt.Sprintf("p%02d", i)), station.WorkerID(fmt.Sprintf("w%02d", i))
		at := n.Stations[min(i, 12)].ID
		n.Posts = append(n.Posts, station.Post{ID: post, Station: at, Kind: station.ResidentWorker, Share: whole(),
			Employer: station.EmployerOperator, EmployerName: "虚构社会工作服务中心", Tenure: since("2021年年底")})
		n.Workers = append(n.Workers, station.Worker{ID: worker, Name: identity.MustParseName("虚小" + string([]rune("甲乙丙丁戊己庚辛壬癸子丑寅卯")[i])),
			GraduateHire: known.Of(i < 3)})
		n.Assignments = append(n.Assignments, station.Assignment{Worker: worker, Post: post, Share: whole(), Tenure: since("2022年1月")})
	}
	n.Workers[0].Qualifications = []station.Qualification{{Level: station.LevelIntermediate, Valid: since("2019")}}
	n.Workers[1].Qualifications = []station.Qualification{{Level: station.LevelAssistant, Valid: since("2022年")}}
	for _, s := range n.Stations {
		n.Contracts[0].Sites = append(n.Contracts[0].Sites, string(s.ID))
	}
	return n
}

// full is the county with everything else that a network can hold, as in Heilongjiang's article: twin stations, pilots, accompanying
// supervision and its bulletin, a mid-year meeting.
func full() *station.Network {
	n := county()
	n.Authorities = append(n.Authorities,
		station.Authority{ID: "province", Name: "某省民政厅", Kind: station.CivilAffairsAuthority, Level: station.Provincial,
			Division: division.MustParse("23"), Departments: []string{"社会救助处", "社会事务处", "儿童福利处"}},
		station.Authority{ID: "association", Name: "某省社会工作协会", Kind: station.Association, Level: station.Provincial})
	n.Brands = []station.Brand{{ID: "orange", Name: "社工橙", Owner: "province", Division: division.MustParse("23"), Tenure: since("2021")}}
	n.Stations[1].Brand = "orange"
	n.Documents = []station.PolicyReference{
		{ID: "opinion", Issuer: "中共中央、国务院", Title: "《关于加强基层治理体系和治理能力现代化建设的意见》", Issued: about("2021年7月11日"),
			Provenance: vocab.Reported},
		{ID: "notice", Issuer: "民政部办公厅", Title: "《关于加快乡镇(街道)社工站建设的通知》", Issued: about("2021年4月"), Follows: "opinion",
			Provenance: vocab.Recalled, Number: "民办函〔2021〕20号"},
		{ID: "local", Title: "某省实施方案", Follows: "notice", Provenance: vocab.Fictitious},
	}
	n.Meetings = []station.Meeting{{
		ID: "m", Title: "2022年度全省社工站建设年中推进（视频）会", Kind: station.MeetingPush, About: about("2022年年中"), Mode: station.Video,
		Level: station.Provincial, Division: division.MustParse("23"), When: station.AsOf{Text: "近日"},
		Hosts: []station.AuthorityID{"province"}, Conveys: []station.DocumentID{"opinion", "notice"},
		Attendees: []station.Attendee{
			{Roles: []station.AttendeeRole{station.PartySecretary, station.PrincipalHead}, Level: station.Provincial, Authority: "province",
				Name: identity.MustParseName("虚大人"), Spoke: true},
			{Roles: []station.AttendeeRole{station.SectionHead}, Level: station.CountyLevel, Department: "社会救助股"},
		},
		Speakers: []division.Code{division.MustParse("2301"), division.MustParse("2310")},
	}}
	n.Schemes = []station.RatingScheme{{
		ID: "scheme", Name: "某省示范站评定办法", Issuer: "province", Full: known.Of(measure.Int(100)), Months: known.Of(24),
		Grades: []station.Grade{
			{Key: "excellent", Name: "优秀", From: known.Of(measure.Int(90))},
			{Key: "good", Name: "良好", From: known.Of(measure.Int(80))},
			{Key: "pass", Name: "合格", From: known.Of(measure.Int(60))},
		},
		Sources: []vocab.Source{{Document: "某省示范站评定办法", Provenance: vocab.Fictitious}},
	}}
	n.Ratings = []station.Rating{
		{ID: "r1", Station: "s01", Kind: station.Demonstration, Level: station.Provincial, Scheme: "scheme", Steps: []station.RatingStep{
			{Step: station.StepApplied, On: about("2022年3月")},
			{Step: station.StepRecommended, On: about("2022年4月"), By: "bureau"},
			{Step: station.StepRecommended, On: about("2022年5月")},
			{Step: station.StepEvaluated, On: about("2022年6月"), By: "province", Score: known.Of(measure.MustParseQuantity("91.5")), Grade: "excellent"},
			{Step: station.StepPublicised, On: about("2022年7月1日")},
			{Step: station.StepConfirmed, On: about("2022年7月15日")},
		}},
		{ID: "r2", Station: "s02", Kind: station.Pilot, Level: station.Provincial, Steps: []station.RatingStep{
			{Step: station.StepConfirmed, On: about("2022年")},
		}},
	}
	n.Supervisions = []station.Supervision{{
		ID: "v", Name: "试点站督导", By: "association", Modes: []station.SupervisionMode{station.Accompanying, station.OnSiteSession},
		Supervisors: []station.Supervisor{
			{Name: identity.MustParseName("虚督导"), Grade: station.SupervisorSenior, Position: station.External, Organisation: "某省社会工作协会"},
			{Worker: "w00", Grade: station.SupervisorAssistant, Position: station.Internal},
		},
		Stations: []station.ID{"s01", "s02"}, Tenure: since("2022"), Frequency: "每月一次", OutcomeUse: "用于示范站评定",
	}}
	n.Bulletins = []station.SupervisionBulletin{{
		ID: "b", Title: "关于省级试点社工站专业督导工作情况的通报", Issuer: "association", Issued: about("2022年年中"), Covers: cal.Half(2022, 1),
		Supervision: "v", Subjects: []station.ID{"s01", "s02"},
		Findings: []station.Finding{{Station: "s01", Text: "个案记录完整"}, {Text: "督导成果运用有待加强"}},
	}}
	n.Rollouts = []station.Rollout{{
		ID: "plan", Name: "扩面计划", Issuer: "province", Scope: towns(), Phases: []station.Phase{
			{Name: "一年覆盖", Tenure: since("2022"), Areas: towns().Areas[:3]}},
		Coverage: []station.CoverageTarget{{By: about("2022年年底"), Areas: known.Of(12)}, {By: about("2025年"), Share: known.Of(measure.MustParseRatio("100%"))}},
		Tasks: []station.Task{{Name: "新增岗位", By: about("2022年"),
			Target: measure.Target{Comparator: measure.AtLeast, Value: measure.Int(5), Basis: measure.Posts}}},
	}}
	n.Counts = []station.Count{{Scope: station.Scope{Name: "全国社会工作服务站"}, Basis: measure.Places, Value: measure.Int(51000), On: about("2018年年底")}}
	n.Partners = []collab.Partner{{ID: "welfare", Name: "虚构福利中心", Kind: collab.CareInstitution}}
	n.Engagements = []collab.Engagement{{Partner: "welfare", Station: "s01", Kind: collab.Linked, On: about("2022")}}
	n.Resources = []collab.Resource{{ID: "x", Station: "s01", Partner: "welfare", Kinds: []collab.ResourceKind{collab.InService}, Summary: "护理指导",
		AgreedOn: about("2022")}}
	n.Volunteers = []collab.Volunteer{{ID: "v1", Name: identity.MustParseName("虚志愿"), Station: "s01"}}
	n.Pairings = []collab.Pairing{{SocialWork: "s01", Minors: "minors", SocialWorkBrand: "社工橙", MinorsBrand: "未保绿", Colocated: true}}
	return n
}

// towns is the scope of the county's twelve townships.
func towns() station.Scope {
	s := station.Scope{Name: "南靖县乡镇覆盖（2022年口径）", Tiers: []station.Tier{station.TierTownship},
		Statuses: []station.Status{station.StatusOperating}}
	for i := range 12 {
		s.Areas = append(s.Areas, division.MustParse(fmt.Sprintf("350627%d", 100+i)))
	}
	return s
}

// said returns "path CODE" of every problem.
func said(err error) (out []string) {
	for _, f := range fault.Of(err) {
		out = append(out, f.Path()+" "+string(f.Code()))
	}
	return out
}

func valid(t *testing.T, v interface{ Validate() error }) {
	t.Helper()
	if err := v.Validate(); err != nil {
		t.Errorf("%T: %v", v, err)
	}
}

func day(s string) cal.Date { return cal.MustParse(s) }

func split(words string) []string { return strings.Fields(words) }
