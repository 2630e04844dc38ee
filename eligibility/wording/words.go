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
	case s == eligibility.PerTie:
		w.say("（", " (")
		if w.c != nil && int(row) < w.c.Ties() {
			owner, kin := w.c.TieOf(int(row))
			w.person(int32(owner))
			w.say("的亲属", "'s relative, ")
			w.person(int32(kin))
		} else {
			w.say("第", "tie ")
			w.number(int64(row) + 1)
			w.say("项亲属关系", "")
		}
		w.say("）", ")")
	}
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
		w.say("暂不能研判，须由民政部门研判", "open, an official's finding is missing")
	}
}

// state says what a finding comes to.
func (w *writer) state(f *eligibility.Finding) {
	switch {
	case f.Conflict:
		w.say("但书相互冲突，须由民政部门判断", "exceptions conflict, for the civil affairs authority to settle")
	case f.Stated == eligibility.Met:
		w.say("符合", "met")
	case f.Stated == eligibility.NotMet:
		w.say("不符合", "not met")
	case f.Node.Kind() == eligibility.KindJudgement:
		w.say("尚待研判", "not yet judged")
	default:
		w.say("尚不能判断", "not yet known")
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

// cite says document and article, and the grade unless the text itself was read.
func (w *writer) cite(s vocab.Source) {
	w.b = append(w.b, s.Document...)
	if s.Article != "" {
		w.say("", ", ")
		w.b = append(w.b, s.Article...)
	}
	switch s.Provenance {
	case vocab.Official:
	case vocab.Reported:
		w.say("（转述）", " (reported)")
	case vocab.Practice:
		w.say("（实务）", " (practice)")
	case vocab.Interpretation:
		w.say("（解释）", " (interpretation)")
	case vocab.Recalled:
		w.say("（据记忆）", " (recalled)")
	case vocab.Fictitious:
		w.say("（虚构标准，仅供演示）", " (invented, for demonstration only)")
	default:
		w.say("（依据未核）", " (grade not recorded)")
	}
}

// needs lists what is missing, and what to bring and from whom.
func (w *writer) needs(zh, en string, list []eligibility.Need) {
	if len(list) == 0 {
		return
	}
	w.heading(zh, en)
	for _, n := range list {
		w.say("- ", "- ")
		nameZH, nameEN, obtain := w.law.Names(n)
		if nameZH == "" {
			nameZH, nameEN = w.key(n), w.key(n)
		}
		w.say(nameZH, nameEN)
		if n.Kind == eligibility.FactNeed || n.Kind == eligibility.JudgementNeed {
			w.whom(n.Scope, int32(n.Row))
		}
		if obtain != "" {
			w.say("，需要：", "; obtain: ")
			w.b = append(w.b, obtain...)
		}
		w.line()
	}
}

func (w *writer) key(n eligibility.Need) string {
	switch n.Kind {
	case eligibility.ParamNeed:
		return string(n.Param)
	case eligibility.ClauseNeed:
		return string(n.Clause)
	}
	return string(n.Fact)
}

// caveats lists what the result has to be read with. The grade of a criterion stands in its own line already where that is
// among the findings.
func (w *writer) caveats(list []eligibility.Caveat, findings []eligibility.Finding) {
	open := false
	for _, c := range list {
		graded := c.Kind == eligibility.NotOfficial || c.Kind == eligibility.FictitiousValue
		if graded && c.Param == "" && nodeOf(c.Node, findings) != nil {
			continue
		}
		if !open {
			w.heading("提示", "To be read with")
			open = true
		}
		w.say("- ", "- ")
		w.caveat(c, findings)
		w.line()
	}
}

func (w *writer) caveat(c eligibility.Caveat, findings []eligibility.Finding) {
	switch c.Kind {
	case eligibility.ClauseNotRecorded:
		w.say("本省补充情形未录入", "what the province added is not recorded")
		if zh, en, _ := w.law.Names(eligibility.Need{Kind: eligibility.ClauseNeed, Clause: c.Clause}); zh != "" {
			w.say("：", ": ")
			w.say(zh, en)
		}
		w.say("，按未规定处理，补录后结果可能改变", "; taken as nothing, which may change the result once recorded")
	case eligibility.MutualAssumption:
		w.say("互为义务人，结果以一并认定为前提", "relatives owe each other support, and the result rests on all of them being found to fit together")
	case eligibility.NotOfficial:
		w.say("有依据不是正式文本，使用前应核对原文：", "a source is not the official text, to be checked before use: ")
		w.subject(c)
	case eligibility.FictitiousValue:
		w.say("虚构标准，仅供演示：", "invented, for demonstration only: ")
		w.subject(c)
	case eligibility.NoteOf:
		w.note(c, findings)
	default:
		w.b = append(w.b, c.Kind...)
	}
}

// subject says which value, or which criterion that has no line of its own, a caveat is about.
func (w *writer) subject(c eligibility.Caveat) {
	if c.Param != "" {
		zh, en, _ := w.law.Names(eligibility.Need{Kind: eligibility.ParamNeed, Param: c.Param})
		w.say(zh, en)
		if v, ok := w.value(c.Param); ok {
			w.say("，", ", ")
			w.cite(v.Source)
		}
		return
	}
	if c.Node == "" {
		w.say("本项目的规定", "the rules of the programme")
		return
	}
	w.criterion(c.Node)
}

// criterion says the title of a criterion of the programme, and returns what it is.
func (w *writer) criterion(id string) eligibility.Criterion {
	cr, ok := w.law.Criterion(w.about, id)
	if !ok {
		w.b = append(w.b, id...) // of another law than the assessment
		return cr
	}
	w.say(cr.ZH, cr.EN)
	return cr
}

// note says the remark of a value or a node, which is written in Chinese only.
func (w *writer) note(c eligibility.Caveat, findings []eligibility.Finding) {
	w.say("备注：", "Note: ")
	if c.Param != "" {
		zh, en, _ := w.law.Names(eligibility.Need{Kind: eligibility.ParamNeed, Param: c.Param})
		w.say(zh, en)
		if v, ok := w.value(c.Param); ok && v.Note != "" {
			w.say("，", ": ")
			w.b = append(w.b, v.Note...)
		}
		return
	}
	var note string
	if n := nodeOf(c.Node, findings); n != nil {
		cr := n.Criterion()
		w.say(cr.ZH, cr.EN)
		note = cr.Note
	} else {
		note = w.criterion(c.Node).Note
	}
	if note != "" {
		w.say("，", ": ")
		w.b = append(w.b, note...)
	}
}

func nodeOf(id string, findings []eligibility.Finding) *eligibility.Node {
	for i := range findings {
		if findings[i].Node.ID() == id {
			return findings[i].Node
		}
	}
	return nil
}

// value is the value of a parameter where the household lives, or, where that is not known, one that both have.
func (w *writer) value(k eligibility.ParamKey) (eligibility.Value, bool) {
	if k == "" {
		return eligibility.Value{}, false
	}
	if v, ok := w.law.Value(k, ""); ok || w.area == "" {
		return v, ok
	}
	return w.law.Value(k, w.area)
}
