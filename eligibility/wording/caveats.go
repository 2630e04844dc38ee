package wording

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
)

// caveats lists what the result has to be read with: one line a kind, one a remark, and nothing twice.
func (w *writer) caveats(list []eligibility.Caveat, findings []eligibility.Finding) {
	before := len(w.b)
	w.heading("提示", "To be read with")
	first := len(w.b)
	w.group(list, eligibility.ClauseNotRecorded, nil, "本省补充情形未录入，按没有规定处理，补录后结果可能改变",
		"what the province added is not recorded; taken as nothing, which may change the result once recorded")
	if slices.ContainsFunc(list, func(c eligibility.Caveat) bool { return c.Kind == eligibility.MutualAssumption }) {
		w.say("- 互为法定义务人，结果以各人一并认定为前提\n",
			"- relatives owe each other support, and the result rests on all of them being found to fit together\n")
	}
	w.group(list, eligibility.NotOfficial, findings, "下列依据不是正式文本，使用前应核对原文",
		"not from the official text, to be checked before use")
	w.group(list, eligibility.FictitiousValue, findings, "虚构标准，仅供演示", "invented, for demonstration only")
	var notes texts
	for _, c := range list {
		switch c.Kind {
		case eligibility.ClauseNotRecorded, eligibility.MutualAssumption, eligibility.NotOfficial, eligibility.FictitiousValue:
		case eligibility.NoteOf:
			zh, en, note := w.subject(c)
			if v, ok := w.value(c.Param); ok {
				note = v.Note
			}
			if notes.add(note) {
				w.say("- 关于“", "- On \"")
				w.say(zh, en)
				w.say("”：", "\": ")
				w.b = append(w.b, note...)
				w.line()
			}
		default:
			w.point(0)
			w.b = append(w.b, c.Kind...)
			w.line()
		}
	}
	if len(w.b) == first {
		w.b = w.b[:before]
	}
}

// group says in one line what caveats of a kind are about, leaving out criteria that are among the findings: their grade stands
// there.
func (w *writer) group(list []eligibility.Caveat, kind eligibility.CaveatKind, findings []eligibility.Finding, zh, en string) {
	var said texts
	next := 0
	for i := range list {
		c := &list[i]
		if c.Kind != kind || c.Node != "" && shown(c.Node, findings, &next) {
			continue
		}
		titleZH, titleEN, _ := w.subject(*c)
		if title := w.either(titleZH, titleEN); !said.add(title) {
			continue
		}
		if said.n == 1 {
			w.point(0)
			w.say(zh, en)
			w.say("：", ": ")
		} else {
			w.say("；", "; ")
		}
		w.say(titleZH, titleEN)
		if v, ok := w.value(c.Param); ok {
			w.say("，", ", ")
			w.cite(v.Source, "")
		}
	}
	if said.n > 0 {
		w.line()
	}
}

// shown reports that a criterion is among the findings. Next is where to look first, since both come in drafter's order.
func shown(id string, findings []eligibility.Finding, next *int) bool {
	for range findings {
		i := *next
		if *next++; *next == len(findings) {
			*next = 0
		}
		if findings[i].Node.ID() == id {
			return true
		}
	}
	return false
}

// texts are what was said, as far as there is room for it.
type texts struct {
	said [64]string
	n    int
}

// add reports that a text is neither empty nor said before.
func (t *texts) add(text string) bool {
	if text == "" || slices.Contains(t.said[:min(t.n, len(t.said))], text) {
		return false
	}
	if t.n < len(t.said) {
		t.said[t.n] = text
	}
	t.n++
	return true
}

// subject is the title of the clause, value or criterion that a caveat is about, and the remark of a criterion, which is written
// in Chinese only.
func (w *writer) subject(c eligibility.Caveat) (zh, en, note string) {
	id := c.Node
	switch {
	case c.Clause != "":
		id = string(c.Clause)
		zh, en, _ = w.law.Names(eligibility.Need{Kind: eligibility.ClauseNeed, Clause: c.Clause})
	case c.Param != "":
		id = string(c.Param)
		zh, en, _ = w.law.Names(eligibility.Need{Kind: eligibility.ParamNeed, Param: c.Param})
	case c.Node != "":
		cr, _ := w.law.Criterion(w.about, c.Node)
		zh, en, note = cr.ZH, cr.EN, cr.Note
	default:
		return "本项目的规定", "the rules of the programme", ""
	}
	if zh == "" { // of another law than the assessment
		return id, id, ""
	}
	return zh, en, note
}
