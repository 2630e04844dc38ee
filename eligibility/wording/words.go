package wording

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// programme says the name of a programme, or its key where it is not in force, and returns what it is about.
func (w *writer) programme(p eligibility.ProgrammeID) eligibility.Scope {
	zh, en, unit := w.law.Title(p)
	if zh == "" {
		zh, en = string(p), string(p)
	}
	w.say(zh, en)
	return unit
}

// brackets says whom something is about: 第1人.
func (w *writer) brackets(row int32) {
	w.say("（", " (")
	w.person(row)
	w.say("）", ")")
}

func (w *writer) person(row int32) {
	w.say("第", "person ")
	w.number(int64(row) + 1)
	w.say("人", "")
}

// whom says in brackets whom a row is about: nobody for the household, and not again the person the text is about.
func (w *writer) whom(s eligibility.Scope, row int32) {
	switch {
	case s == eligibility.PerPerson && row != w.main:
		w.brackets(row)
	case s == eligibility.PerTie && row == w.tie:
		w.b = append(w.b, w.b[w.from:w.to]...)
	case s == eligibility.PerTie:
		w.tie, w.from = row, len(w.b)
		w.say("（", " (")
		w.relative(row)
		w.say("）", ")")
		w.to = len(w.b)
	}
}

// relative says whose relative a tie leads to.
func (w *writer) relative(tie int32) {
	if w.c == nil || tie < 0 || int(tie) >= w.c.Ties() {
		w.say("第", "tie ")
		w.number(int64(tie) + 1)
		w.say("项亲属关系", "")
		return
	}
	owner, kin := w.c.TieOf(int(tie))
	w.person(int32(owner))
	w.say("的亲属", "'s relative, ")
	w.person(int32(kin))
}

func (w *writer) result(r eligibility.Result) {
	switch r {
	case eligibility.Eligible:
		w.say("初步研判符合", "appears eligible")
	case eligibility.NotEligible:
		w.say("初步研判不符合", "appears not eligible")
	case eligibility.NeedParameter:
		w.say("暂不能研判，缺少本地标准或规定", "open, a local standard or rule is missing")
	case eligibility.NeedFacts:
		w.say("暂不能研判，需补充材料", "open, facts are missing")
	case eligibility.NeedDiscretion:
		w.say("暂不能研判，须先由工作人员作出判断", "open, an official's finding is missing")
	}
}

// state says what a finding comes to.
func (w *writer) state(f *eligibility.Finding) {
	switch {
	case f.Conflict:
		w.say("：但书相互冲突，须由民政部门判断", ": exceptions conflict, for the civil affairs authority to settle")
	case f.Stated == eligibility.Met:
		w.say("：符合", ": met")
	case f.Stated == eligibility.NotMet:
		w.say("：不符合", ": not met")
	case f.Node.Kind() == eligibility.KindJudgement:
		w.say("：尚待研判", ": not yet judged")
	default:
		w.say("：尚不能判断", ": not yet known")
	}
	if f.Stated.Decided() && f.Verified != f.Stated {
		w.say("（待核实）", " (to be verified)")
	}
	if f.Node.Kind() == eligibility.KindOpen && f.Node.State() == eligibility.NotRecorded {
		w.say("（本地规定未录入）", " (the local rule is not recorded)")
	}
}

// comparator says 低于, 不超过 and so on.
func (w *writer) comparator(c measure.Comparator) {
	switch c {
	case measure.LessThan:
		w.say("低于", "less than ")
	case measure.AtMost:
		w.say("不超过", "at most ")
	case measure.AtLeast:
		w.say("不低于", "at least ")
	case measure.MoreThan:
		w.say("超过", "more than ")
	case measure.Exactly:
		w.say("等于", "exactly ")
	}
}

// aged is comparator for years of age: 未满16周岁, 年满60周岁.
func (w *writer) aged(c measure.Comparator) {
	switch {
	case w.zh && c == measure.LessThan:
		w.b = append(w.b, "未满"...)
	case w.zh && c == measure.AtLeast:
		w.b = append(w.b, "年满"...)
	default:
		w.comparator(c)
	}
}

// earlier is comparator for days.
func (w *writer) earlier(c measure.Comparator) {
	switch c {
	case measure.LessThan:
		w.say("早于", "before ")
	case measure.AtMost:
		w.say("不晚于", "on or before ")
	case measure.AtLeast:
		w.say("不早于", "on or after ")
	case measure.MoreThan:
		w.say("晚于", "after ")
	case measure.Exactly:
		w.say("为", "exactly ")
	}
}

// cite says document and article, and in brackets the grade unless the text itself was read, and a remark.
func (w *writer) cite(s vocab.Source, note string) {
	w.b = append(w.b, s.Document...)
	if s.Article != "" {
		w.say("", ", ")
		w.b = append(w.b, s.Article...)
	}
	if s.Provenance == vocab.Official && note == "" {
		return
	}
	w.say("（", " (")
	switch s.Provenance {
	case vocab.Official:
	case vocab.Reported:
		w.say("转述", "reported")
	case vocab.Practice:
		w.say("实务", "practice")
	case vocab.Interpretation:
		w.say("解释", "interpretation")
	case vocab.Recalled:
		w.say("据记忆", "recalled")
	case vocab.Fictitious:
		w.say("虚构标准，仅供演示", "invented, for demonstration only")
	default:
		w.say("依据未核", "grade not recorded")
	}
	if note != "" {
		if s.Provenance != vocab.Official {
			w.say("；", "; ")
		}
		w.say("备注：", "note: ")
		w.b = append(w.b, note...)
	}
	w.say("）", ")")
}

// value is the value of a parameter where the household lives, or, where that is not known, one that both have.
func (w *writer) value(k eligibility.ParamKey) (eligibility.Value, bool) {
	if k == "" {
		return eligibility.Value{}, false
	}
	return w.law.Value(k, areas[w.area])
}
