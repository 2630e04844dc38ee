package collab_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

func ExampleFiveParty() {
	f := collab.FiveParty()
	for _, p := range f.Pillars {
		fmt.Println(p.ZH, collab.Natures().Name(p.Nature, language.Chinese))
	}
	fmt.Println(f.Sources[0].Cite(language.Chinese))
	// Output:
	// 社区 主体
	// 社会组织 主体
	// 社会工作者 主体
	// 社区志愿者 主体
	// 社会慈善资源 要素
	// 《中共中央 国务院关于加强基层治理体系和治理能力现代化建设的意见》（2021年7月11日）（转述）
}

// The five of Nanjing county's "5+N", as a newspaper lists them; they are not the five of the central wording.
func ExampleFramework() {
	local := collab.Framework{
		Name: "5+N",
		Pillars: []collab.Pillar{
			{Key: "civil_affairs", ZH: "县镇民政部门", EN: "county and township civil affairs", Nature: collab.Actor},
			{Key: "station", ZH: "社工站", EN: "stations", Nature: collab.Actor},
			{Key: "resource", ZH: "社会资源", EN: "social resources", Nature: collab.Element},
			{Key: "volunteer", ZH: "志愿者", EN: "volunteers", Nature: collab.Actor},
			{Key: "social_organisation", ZH: "社会组织", EN: "social organisations", Nature: collab.Actor},
		},
		Others:  []collab.PartnerKind{collab.Enterprise, collab.CareInstitution, collab.Media}, // N
		Sources: []vocab.Source{{Document: "南靖县社工站报道（2022年）", Provenance: vocab.Reported}},
	}
	fmt.Println(local.Validate())
	local.Pillars = local.Pillars[:1]
	local.Others = append(local.Others, "influencer")
	fmt.Println(fault.Of(local.Validate()).Text(language.Chinese))
	// Output:
	// <nil>
	// pillars：联动至少有两方 [COLLAB-PILLARS]
	// others[3]：合作方类别中没有这一项 [VOCAB-UNKNOWN]
}

func ExampleEngaged() {
	on := cal.MustParsePartial("2022年")
	all := []collab.Engagement{
		{Partner: "dance", Station: "z01", Kind: collab.Mobilised, On: on},
		{Partner: "dance", Station: "z02", Kind: collab.Mobilised, On: on},
		{Partner: "dance", Station: "z01", Kind: collab.Cultivated, On: on},
		{Partner: "hospital", Station: "z01", Kind: collab.Linked, On: on},
	}
	for kind := range collab.EngagementKinds().All() {
		fmt.Println(kind.ZH, collab.Engaged(all, kind.Key))
	}
	// Output:
	// 动员 [dance]
	// 培育 [dance]
	// 链接 [hospital]
}

// A county merges three teams into two; the one that went keeps its record.
func ExampleCheckTeams() {
	teams := []collab.Team{
		{ID: "t1", Name: "理发队", Formed: cal.MustParsePartial("2022年3月"), Ended: cal.MustParsePartial("2022-06-30"), MergedInto: "t2"},
		{ID: "t2", Name: "便民服务队", Leader: "v1"},
		{ID: "t3", Name: "宣讲队", Leader: "v7"},
	}
	volunteers := []collab.Volunteer{{
		ID: "v1", Name: identity.MustParseName("陈大文"),
		Memberships: []collab.Membership{{Team: "t1", Period: cal.MustParsePeriod("2022-03-01/")}},
	}}
	fmt.Println(collab.CheckTeams(teams, volunteers).Text(language.Chinese))
	// Output:
	// teams[2].leader：没有这名志愿者 [COLLAB-NO-VOLUNTEER]
	// volunteers[0].memberships[0].period：队伍已结束，成员仍在队，请核实 [COLLAB-DISBANDED]
}

func ExampleResource() {
	r := collab.Resource{
		ID: "r1", Station: "z01", Partner: "p1", Kinds: []collab.ResourceKind{collab.Goods}, Summary: "物资包",
		AgreedOn: cal.MustParsePartial("2022年6月"), For: "独居老人",
	}
	fmt.Println(fault.Of(r.Validate()).Text(language.Chinese))
	r.Entries = []string{"2022-06/17"} // what it is worth stands there
	fmt.Println(r.Validate())
	// Output:
	// entries：款物尚未入账，请补录账目 [COLLAB-UNBOOKED]
	// <nil>
}

func ExamplePairing() {
	p := collab.Pairing{SocialWork: "z01", Minors: "w01", SocialWorkBrand: "社工橙", MinorsBrand: "未保绿", Colocated: true}
	b, err := json.Marshal(p)
	fmt.Println(string(b), err, p.Validate())
	// Output:
	// {"social_work":"z01","minors":"w01","social_work_brand":"社工橙","minors_brand":"未保绿","colocated":true} <nil> <nil>
}

// A roster is masked; one in full has a name of its own, so every disclosure can be found in the source.
func ExampleVolunteerForm() {
	all := []collab.Volunteer{{ID: "v1", Name: identity.MustParseName("陈大文"), Mobile: identity.MustParseMobile("13957913579")}}
	for _, form := range []sheet.Form[collab.Volunteer]{collab.VolunteerForm(), collab.VolunteerFormInFull()} {
		for row := range form.Only("志愿者编号", "姓名", "手机号").Write(slices.Values(all)) {
			fmt.Println(row)
		}
	}
	// Output:
	// [志愿者编号 姓名 手机号]
	// [v1 陈某某 ***********]
	// [志愿者编号 姓名 手机号]
	// [v1 陈大文 13957913579]
}
