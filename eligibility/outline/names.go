package outline

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// names gives the words for whatever a tree refers to. What is not declared is called by its key.
type names struct {
	dict       *eligibility.Dictionary
	programme  func(eligibility.ProgrammeID) string
	definition func(eligibility.DefinitionID) string
	param      func(eligibility.ParamKey) string // with the values in force, where there is one law
	clause     func(eligibility.ClauseKey) string
	fill       func(eligibility.Spec) string // what is recorded about an open node
	kind       func(eligibility.ParamKey) eligibility.ParamKind
	sums       func([]eligibility.Term) string // a name for a long list of terms; nil: it is said in full
}

func ofLaw(l *statutes.Law) names {
	n := plain(l)
	name := n.param
	n.param = func(k eligibility.ParamKey) string {
		if _, declared := l.Parameter(k); !declared {
			return name(k)
		}
		return name(k) + "（" + valuesNow(l, k) + "）"
	}
	n.fill = func(s eligibility.Spec) string {
		_, f, _ := l.Fill(s.Clause)
		switch s.State {
		case eligibility.Enacted:
			return "已规定：" + cite(f.Source)
		case eligibility.NoneEnacted:
			return "经查无规定：" + cite(f.Source)
		}
		return notRecorded(s)
	}
	return n
}

// plain is the names of a law without what changes with place and day.
func plain(l *statutes.Law) names {
	return names{
		dict: l.Dictionary(),
		programme: func(id eligibility.ProgrammeID) string {
			p, _ := l.Programme(id)
			return either(p.ZH, string(id))
		},
		definition: func(id eligibility.DefinitionID) string {
			d, _ := l.Definition(id)
			return either(d.ZH, string(id))
		},
		param: func(k eligibility.ParamKey) string {
			p, _ := l.Parameter(k)
			return quoted(either(p.ZH, string(k)))
		},
		clause: func(k eligibility.ClauseKey) string {
			c, _, _ := l.Fill(k)
			return either(c.ZH, string(k))
		},
		fill: notRecorded,
		kind: func(k eligibility.ParamKey) eligibility.ParamKind {
			p, _ := l.Parameter(k)
			return p.Kind
		},
	}
}

func notRecorded(s eligibility.Spec) string {
	if s.Required {
		return "未录入，不能判断"
	}
	return "未录入，按无规定处理"
}

// ofStatutes is the names of everything that some act declares, by the last declaration.
func ofStatutes(s *statutes.Statutes) names {
	programmes, definitions := map[eligibility.ProgrammeID]string{}, map[eligibility.DefinitionID]string{}
	params, clauses := map[eligibility.ParamKey]eligibility.Parameter{}, map[eligibility.ClauseKey]string{}
	for a := range s.Acts() {
		for _, p := range a.Programmes {
			programmes[p.ID] = p.ZH
		}
		for _, d := range a.Definitions {
			definitions[d.ID] = d.ZH
		}
		for _, p := range a.Parameters {
			params[p.Key] = p
		}
		for _, c := range a.Clauses {
			clauses[c.Key] = c.ZH
		}
	}
	return names{
		dict:       s.Dictionary(),
		programme:  func(id eligibility.ProgrammeID) string { return either(programmes[id], string(id)) },
		definition: func(id eligibility.DefinitionID) string { return either(definitions[id], string(id)) },
		param:      func(k eligibility.ParamKey) string { return quoted(either(params[k].ZH, string(k))) },
		clause:     func(k eligibility.ClauseKey) string { return either(clauses[k], string(k)) },
		fill:       delegated,
		kind:       func(k eligibility.ParamKey) eligibility.ParamKind { return params[k].Kind },
	}
}

// delegated is what an act says of a clause, whatever is recorded about it.
func delegated(s eligibility.Spec) string {
	if s.Required {
		return "须由地方规定；未录入不能判断"
	}
	return "地方可以规定；未录入按无规定处理"
}

func (n names) fact(k eligibility.FactKey) string {
	f, _ := n.dict.Lookup(k)
	return either(f.ZH, string(k))
}

func either(name, key string) string {
	if name == "" {
		return key
	}
	return name
}

func quoted(s string) string { return "“" + s + "”" }
