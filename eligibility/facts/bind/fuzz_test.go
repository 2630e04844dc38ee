package bind_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/station/fault"
)

// Whatever can be read is bound or refused with a code, and never bound with a contradiction in it.
func FuzzHousehold(f *testing.F) {
	for _, s := range []string{`{}`,
		`{"people":[{"ref":"a"},{"ref":"b"}],"ties":[{"of":"a","kin":"b","relation":{"value":"parent","evidence":"stated"}}]}`,
		`{"people":[{"ref":"a","disability":{"certificates":[{"kind":"limb","grade":"one","state":{"value":"valid","evidence":"stated"}}]}}]}`,
		`{"people":[{"ref":"a","holdings":[{"programme":"dibao","period":"2020-01-01/","confirmed":{"value":true,"evidence":"stated"}}]}]}`,
		`{"people":[{"ref":"a"}],"judgements":[{"fact":"person.can_bear","person":"a","finding":{"value":true,"evidence":"stated"}}]}`,
		`{"people":[{"ref":"a"}],"extra":[{"fact":"person.birth","person":"a","day":{"value":"2000-01-01","evidence":"stated"}}]}`,
	} {
		f.Add([]byte(s))
	}
	l := law(f, on, 12)
	f.Fuzz(func(t *testing.T, data []byte) {
		h := new(facts.Household)
		if h.UnmarshalJSON(data) != nil {
			return
		}
		contradicted := len(facts.Contradictions(h, on).Blocking()) > 0
		b, err := bind.Household(l, h, eligibility.Documented)
		if (b == nil) == (err == nil) || contradicted && b != nil {
			t.Fatalf("bound %v, contradicted %v: %v", b != nil, contradicted, err)
		}
		if fault.Of(err).Has(fault.ErrForeign) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}
