package assess

import (
	"github.com/shegong/shegong/eligibility"
)

// AppendMissing appends what the programme lacks to be decided (缺少的材料): facts and findings, parameters and required
// clauses, each once, in drafter's order, from undecided branches only. Filling all of it in decides the programme; some of
// it may turn out not to matter, which MissingExact finds out. Nothing is missing once the programme is decided. With
// room in dst it allocates nothing. Errors are those of Truth.
func (e *Engine) AppendMissing(dst []eligibility.Need, c *eligibility.Case, row int, p eligibility.ProgrammeID) ([]eligibility.Need, error) {
	slot, v, err := e.open(c, row, p)
	if err != nil {
		return dst, err
	}
	m := e.machine(c)
	defer m.rest()
	m.collecting = true
	t := m.programme(slot, v.person)
	if err := m.failed(t); err != nil || t != eligibility.Unknown {
		return dst, err
	}
	m.expand(slot, v.person)
next:
	for i, w := range m.wants {
		if w.kind >= wantDoubt {
			continue
		}
		for _, o := range m.wants[:i] {
			if o == w {
				continue next
			}
		}
		dst = append(dst, m.need(w))
	}
	return dst, nil
}

// expand adds what the relatives lack on whom the result rests.
func (m *machine) expand(slot int, person int32) {
	if g := m.p.Entries[slot].Group; g >= 0 {
		m.mutuals[g].listed |= 1 << person
	}
	for i := 0; i < len(m.wants); i++ {
		w := m.wants[i]
		if w.kind != wantTogether {
			continue
		}
		if u := &m.mutuals[w.slot]; u.listed>>w.row&1 == 0 {
			u.listed |= 1 << w.row
			m.about(m.p.Entries[m.p.Groups[w.slot]].Root, frame{w.row, -1, -1})
		}
	}
}

// need says a want at length.
func (m *machine) need(w want) eligibility.Need {
	switch w.kind {
	case wantParam:
		return eligibility.Need{Kind: eligibility.ParamNeed, Param: m.p.Params[w.slot]}
	case wantClause:
		return eligibility.Need{Kind: eligibility.ClauseNeed, Clause: m.p.Clauses[w.slot]}
	}
	f := &m.p.Facts[w.from][w.slot]
	kind := eligibility.FactNeed
	if f.Judgement {
		kind = eligibility.JudgementNeed
	}
	return eligibility.Need{Kind: kind, Fact: f.Key, Scope: f.Scope, Row: int(w.row)}
}
