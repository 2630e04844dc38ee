package journal

import (
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
)

// Differ returns the path of the first field but the key in which two entries differ, in the order of Entry's fields, and ""
// when they are alike.
func Differ(a, b ledger.Entry) string {
	for _, f := range []struct {
		name string
		same bool
	}{
		{"kind", a.Kind == b.Kind}, {"date", a.Date == b.Date}, {"memo", a.Memo == b.Memo},
		{inList("legs", a.Legs, b.Legs, inLeg), false}, {inList("lots", a.Lots, b.Lots, nil), false},
		{inList("valuations", a.Valuations, b.Valuations, nil), false},
		{inList("evidence", a.Evidence, b.Evidence, nil), false}, {"consent", a.Consent == b.Consent},
		{"reverses", a.Reverses == b.Reverses}, {"affects", a.Affects == b.Affects}, {"until", a.Until == b.Until},
		{"receipt", a.Receipt == b.Receipt}, {"maker", a.Maker == b.Maker}, {"checker", a.Checker == b.Checker},
		{"closing", a.Closing == b.Closing}, {inList("meta", a.Meta, b.Meta, nil), false},
	} {
		if !f.same && f.name != "" {
			return f.name
		}
	}
	return ""
}

// inList returns the path of the first element that differs, "" when none does.
func inList[T comparable](name string, a, b []T, field func(a, b T) string) string {
	for i := range min(len(a), len(b)) {
		if a[i] == b[i] {
			continue
		}
		if field == nil {
			return fault.Index(name, i)
		}
		return fault.Index(name, i) + "." + field(a[i], b[i])
	}
	if len(a) != len(b) {
		return fault.Index(name, min(len(a), len(b)))
	}
	return ""
}

// inLeg looks at the amount and then at the dimensions, which are named as the fields are.
func inLeg(a, b ledger.Leg) string {
	if b.Amount != a.Amount {
		return "amount"
	}
	for d := range ledger.Dimensions().All() {
		if keep, err := ledger.Keeper(d.Key); err == nil && keep(a) != keep(b) {
			return string(d.Key)
		}
	}
	return ""
}
