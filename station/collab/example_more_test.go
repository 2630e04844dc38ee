package collab_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

// A registered organisation has a credit code; that it is missing is advisory.
func ExamplePartner() {
	p := collab.Partner{
		ID: "P-1", Name: "青塘县助学会", Aliases: []string{"助学会"}, Kind: collab.SocialOrganisation,
		Roles: []collab.PartnerRole{collab.Donor, collab.Recruiter}, Standing: collab.Registered,
		Contact: identity.MustParseName("林小虚"),
	}
	fmt.Println(p.Called("助学会"), p.Contact)
	l := fault.Of(p.Validate())
	fmt.Println(l.Text(language.Chinese), len(l.Blocking()))
	// Output:
	// true 林某某
	// credit_code：已登记的组织应有统一社会信用代码，请补录 [COLLAB-UNREGISTERED] 0
}

// Stages of growth belong to cultivation and never go back.
func ExampleEngagement() {
	e := collab.Engagement{
		Partner: "P-1", Station: "QT-01", Kind: collab.Cultivated, On: cal.MustParsePartial("2022年3月"),
		Growth: []collab.GrowthStep{
			{Stage: collab.Growing, On: cal.MustParsePartial("2022年6月")}, {Stage: collab.Starting, On: cal.MustParsePartial("2022年9月")},
		},
	}
	fmt.Println(fault.Of(e.Validate()).Text(language.Chinese))
	// Output:
	// growth[1].stage：时间或阶段先后有误 [COLLAB-ORDER]
}

func ExampleVolunteer() {
	v := collab.Volunteer{
		ID: "V-1", Name: identity.MustParseName("张小虚"), Mobile: identity.MustParseMobile("13957913579"), Skills: []string{"理发"},
		Memberships: []collab.Membership{{Team: "D-1", Period: cal.Since(cal.MustParse("2022-03-01"))}},
	}
	fmt.Println(v.Name, v.Mobile, v.Memberships[0].Period.Open(), v.Validate())
	// Output:
	// 张某某 *********** true <nil>
}
