package facts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/person"
)

// Families as there are, with registers that are slow, wrong or corrected: something is odd, and none is kept out.
func TestFamiliesThatAreOddAndMayBe(t *testing.T) {
	d, married, relation := facts.Documented[cal.Date], facts.Documented[person.Marriage], facts.Stated[facts.Role]
	kin := func(of, kin facts.Ref, k facts.Kinship) facts.Tie {
		return facts.Tie{Of: of, Kin: kin, Relation: facts.Stated(k)}
	}
	hold := func(id eligibility.ProgrammeID, period string) facts.Holding {
		return facts.Holding{Programme: id, Period: cal.MustParsePeriod(period), Confirmed: yes}
	}
	for _, c := range []struct {
		name string
		bend func(h *facts.Household, a, b, c *facts.Person)
		want []string
	}{
		{"one number given to twins", func(h *facts.Household, a, b, c *facts.Person) {
			id, cert := identity.MustParseResidentID("350627195803011017"), identity.MustParseDisabilityCertificate("35062719880715202141")
			b.ID, c.ID, b.Birth, c.Birth = id, id, d(day("1958-03-01")), d(day("1958-03-01"))
			b.Disability.Certificates = []facts.Certificate{{Number: cert, Kind: identity.Limb, Grade: identity.GradeOne}}
			c.Disability = b.Disability
			h.Ties = []facts.Tie{kin("c", "b", facts.ElderSibling)}
		}, []string{"people[2].id FACTS-SAME advisory", "people[2].disability.certificates[0].number FACTS-SAME advisory",
			"people[1].disability.certificates[0].number FACTS-ID advisory", "people[2].disability.certificates[0].number FACTS-ID advisory"}},
		{"married in fact before 1994, 未婚 in the register", func(_ *facts.Household, a, b, _ *facts.Person) {
			a.Marriage, b.Marriage = married(person.Unmarried), married(person.Unmarried)
			a.Family.Relation, b.Family.Relation = relation(facts.Applicant), relation(facts.ApplicantSpouse)
		}, []string{"people[0].marriage FACTS-MARRIAGE advisory", "people[1].marriage FACTS-MARRIAGE advisory"}},
		{"a suspended sentence", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Custody = facts.Detention{State: facts.Documented(facts.AtLiberty), Months: facts.Documented(24)}
		}, []string{"people[0].custody.months FACTS-CONTRARY advisory"}},
		{"a permit that ran out, and none since", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Residence.NoPermit, a.Residence.Permit, a.Residence.PermitUntil = yes, facts.Stated(county), d(on)
		}, nil},
		{"granted 低保 from next month", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{hold("dibao", "2022-04-01/")}
		}, []string{"people[0].holdings[0] FACTS-FUTURE advisory"}},
		{"relief before the month of birth", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Holdings = []facts.Holding{hold("linshi", "1989-12-01/1990-01-01")}
		}, []string{"people[2].holdings[0] FACTS-BIRTH advisory"}},
		{"a stepmother younger than the son, origin not recorded", func(h *facts.Household, _, b, c *facts.Person) {
			b.Birth, h.Ties[2].Origin = d(day("1991-01-01")), facts.Attested[facts.Origin]{}
		}, []string{"ties[2] FACTS-OLDER advisory"}},
	} {
		h := trio()
		c.bend(h, &h.People[0], &h.People[1], &h.People[2])
		found := facts.Contradictions(h, on)
		if diff := cmp.Diff(c.want, codes(found)); diff != "" || len(found.Blocking()) > 0 {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
