package bind

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// Question says in Chinese what is missing (需补充的材料): of whom, which paper or check settles it, and who has it. People
// appear by their references. It is empty for what the law or the household does not know.
//
//	chen：请查明“残疾类别与等级”。有效的残疾人证；…
func (b *Bound) Question(law *statutes.Law, n eligibility.Need) string {
	zh, _, obtain := law.Names(n)
	if zh == "" {
		return ""
	}
	switch n.Kind {
	case eligibility.ParamNeed:
		return "缺少本地标准“" + zh + "”。请民政部门查明并录入"
	case eligibility.ClauseNeed:
		return "未录入本地规定“" + zh + "”。请民政部门查明并录入"
	}
	who, ok := b.who(n)
	if !ok {
		return ""
	}
	ask := "请查明"
	if f, _ := law.Dictionary().Lookup(n.Fact); f.Judgement {
		ask = "请研判"
	}
	s := who + "：" + ask + "“" + zh + "”"
	if obtain == "" {
		return s
	}
	return s + "。" + obtain
}

// Questions are the Questions of all needs, each once, in their order.
func (b *Bound) Questions(law *statutes.Law, needs ...eligibility.Need) []string {
	var all []string
	for _, n := range needs {
		if q := b.Question(law, n); q != "" && !slices.Contains(all, q) {
			all = append(all, q)
		}
	}
	return all
}

// who names whom a need is about.
func (b *Bound) who(n eligibility.Need) (string, bool) {
	switch n.Scope {
	case eligibility.PerPerson:
		r, ok := b.Ref(n.Row)
		return string(r), ok
	case eligibility.PerTie:
		if n.Row < 0 || n.Row >= b.Case.Ties() {
			return "", false
		}
		of, kin := b.Case.TieOf(n.Row)
		return string(b.refs[of] + "与" + b.refs[kin]), true
	}
	return "家庭", true
}
