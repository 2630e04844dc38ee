package outline

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// use is what the programmes of a law read, each once, by first use; the rows are those of Rows without the values in force.
type use struct {
	rows        []Row
	definitions []eligibility.DefinitionID
	params      []eligibility.ParamKey
	clauses     []eligibility.ClauseKey
}

func usedBy(l *statutes.Law) use {
	var u use
	n := plain(l)
	param, clause := n.param, n.clause
	// Every parameter and clause that a sentence names is one that the law reads.
	n.param = func(k eligibility.ParamKey) string {
		u.params = once(u.params, k)
		return param(k)
	}
	n.clause = func(k eligibility.ClauseKey) string {
		u.clauses = once(u.clauses, k)
		return clause(k)
	}
	n.fill = delegated // what is recorded changes with the place and stands with the clause
	w := rowsOf(n)
	for p := range l.Programmes() {
		w.programme(p)
		if p.Pay != nil {
			w.sum(p.Pay.Deduct)
			if p.Pay.Round != "" {
				n.param(p.Pay.Round)
			}
		}
	}
	for i := 0; i < len(w.definitions); i++ {
		if d, ok := l.Definition(w.definitions[i]); ok {
			w.definition(d)
		}
	}
	u.rows, u.definitions = w.rows, w.definitions
	return u
}

func once[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}
