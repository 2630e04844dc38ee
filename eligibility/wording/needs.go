package wording

import "github.com/shegong/shegong/eligibility"

// needs lists what is missing, of whom, and what to bring and from whom.
func (w *writer) needs(zh, en string, list []eligibility.Need) {
	if len(list) == 0 {
		return
	}
	w.heading(zh, en)
	for _, n := range list {
		w.point(0)
		if n.Kind == eligibility.FactNeed || n.Kind == eligibility.JudgementNeed {
			w.of(n.Scope, int32(n.Row))
		}
		nameZH, nameEN, obtain := w.law.Names(n)
		if nameZH == "" {
			nameZH, nameEN = key(n), key(n)
		}
		w.say(nameZH, nameEN)
		if obtain != "" {
			w.say("，需要：", "; obtain: ")
			w.b = append(w.b, obtain...)
		}
		w.line()
	}
}

// of says whom a need is about, where whom would say it.
func (w *writer) of(s eligibility.Scope, row int32) {
	switch {
	case s == eligibility.PerPerson && row != w.main:
		w.person(row)
	case s == eligibility.PerTie:
		w.relative(row)
	default:
		return
	}
	w.say("：", ": ")
}

func key(n eligibility.Need) string {
	switch n.Kind {
	case eligibility.ParamNeed:
		return string(n.Param)
	case eligibility.ClauseNeed:
		return string(n.Clause)
	}
	return string(n.Fact)
}
