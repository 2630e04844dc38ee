package eligibility_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
)

// faults lists path and code of every problem of a spec.
func faults(s eligibility.Spec) (got []string) {
	for _, f := range fault.Of(s.Validate()) {
		got = append(got, f.Path()+" "+string(f.Code()))
	}
	return got
}

// What a constructor makes has the fields of its kind; a field more or less is reported by its name.
func TestASpecHasTheFieldsOfItsKind(t *testing.T) {
	var c eligibility.Criterion
	kid, op, line := eligibility.Always(c), eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param("line")}
	made := map[eligibility.Kind]*eligibility.Node{}
	for _, n := range []*eligibility.Node{
		eligibility.All(c), eligibility.Any(c, kid, kid), eligibility.Not(c, kid), eligibility.AtLeast(c, 1, kid), eligibility.Compare(c, "f", op, eligibility.Number(0)),
		eligibility.PerHead(c, eligibility.Total("f"), op, line), eligibility.Share(c, eligibility.Total("f"), op, eligibility.Param("r"), eligibility.Total("g")),
		eligibility.InWords(c, "f", "w"), eligibility.Age(c, "f", measure.LessThan, 0), eligibility.Before(c, "f"), eligibility.EveryOf(c, eligibility.Kin, nil, kid),
		eligibility.AnyOf(c, eligibility.Members, kid, kid), eligibility.CountOf(c, eligibility.Kin, nil, kid, measure.AtLeast, 0), eligibility.Owner(c, kid),
		eligibility.Holds(c, "p"), eligibility.Qualifies(c, "p"), eligibility.Together(c, "p"), eligibility.Defined(c, "d"), eligibility.Judgement(c, "f"),
		eligibility.OpenClause(c, "k"), eligibility.Custom(c, eligibility.FunctionRef{Name: "f"}, "f"),
		eligibility.Exception(c, kid, eligibility.Branch{When: kid, Then: kid}), kid,
	} {
		made[n.Kind()] = n
		if got := faults(n.Spec()); got != nil {
			t.Errorf("%s: %v", n.Kind(), got)
		}
	}
	for k := range eligibility.Kinds().All() {
		n := made[k.Key]
		if n == nil {
			t.Errorf("no constructor makes %s", k.Key)
			continue
		}
		more := n.Spec()
		more.State = eligibility.Enacted // which belongs to what is recorded, never to what is written
		if diff := cmp.Diff([]string{"state ELIGIBILITY-FIELD"}, faults(more)); diff != "" {
			t.Errorf("%s: %s", k.Key, diff)
		}
	}
	for _, k := range []struct {
		spec eligibility.Spec
		want []string
	}{
		{eligibility.Spec{}, []string{"kind ELIGIBILITY-KIND"}},
		{eligibility.Spec{Kind: "maybe", N: 1}, []string{"kind ELIGIBILITY-KIND"}},
		{eligibility.Spec{Kind: eligibility.KindNot, Kids: []*eligibility.Node{kid, kid}}, []string{"kids ELIGIBILITY-FIELD"}},
		{eligibility.Spec{Kind: eligibility.KindCompare, Fact: "f", N: 1}, []string{"n ELIGIBILITY-FIELD", "op ELIGIBILITY-FIELD", "than ELIGIBILITY-FIELD"}},
	} {
		if diff := cmp.Diff(k.want, faults(k.spec)); diff != "" {
			t.Errorf("%s: %s", k.spec.Kind, diff)
		}
	}
}
