package wording

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// AppendFinding appends one finding as one line without an end: title, row, state, numbers, document and article.
// Chinese for any Chinese language tag, English otherwise. The law must be the one that the finding was made under.
func AppendFinding(b []byte, l *statutes.Law, f eligibility.Finding, tag language.Tag) []byte {
	w := writer{b: b, law: l, zh: chinese(tag), main: -1}
	w.finding(&f)
	return w.b
}

// AppendExplanation appends the account of an assessment (研判说明), one line a point, with an end of line after each: for
// whom and by which law, the result, every finding indented by its depth, what is missing and how to obtain it, what the result
// has to be read with. All four must belong together: the findings are those of Engine.AppendFindings for the assessed row,
// and may be left out, in part too: those down to some depth make a short account.
func AppendExplanation(b []byte, l *statutes.Law, c *eligibility.Case, a *eligibility.Assessment,
	findings []eligibility.Finding,
	tag language.Tag) []byte {
	w := writer{b: b, law: l, c: c, zh: chinese(tag), main: -1, area: area(c), about: a.Programme}
	w.opening(a)
	if len(findings) > 0 {
		w.heading("条件", "Criteria")
		for i := range findings {
			for range findings[i].Depth {
				w.say("  ", "  ")
			}
			w.say("- ", "- ")
			w.finding(&findings[i])
			w.line()
		}
	}
	w.needs("尚缺本地标准或规定（由民政部门补录）", "Local standards or rules to be recorded by the office", a.Parameters)
	w.needs("尚缺材料或信息", "Facts still missing", a.Facts)
	w.needs("需研判", "Findings an official has to make", a.Judgements)
	w.caveats(a.Caveats, findings)
	if a.Next != "" {
		w.say("可再看：", "To look at next: ")
		w.programme(a.Next)
		w.line()
	}
	if l.Fictitious() {
		w.say("虚构标准，仅供演示。\n", "Invented standards, for demonstration only.\n")
	}
	w.say("以民政部门审核确认为准。\n", "Subject to review and confirmation by the civil affairs authority.\n")
	return w.b
}

// A writer appends to b.
type writer struct {
	b    []byte
	law  *statutes.Law
	c    *eligibility.Case // nil: rows of ties are not named
	zh   bool
	main int32            // the person the text is about, who is not named again; −1 for nobody
	area eligibility.Area // "" where it is not known

	about eligibility.ProgrammeID // the programme assessed
}

func chinese(tag language.Tag) bool {
	base, _ := tag.Base()
	return base.String() == "zh"
}

// area reads whether the household lives in town or country.
func area(c *eligibility.Case) eligibility.Area {
	if n, known, _ := c.Get(eligibility.HouseholdArea, 0); known {
		if n == 0 {
			return eligibility.Urban
		}
		return eligibility.Rural
	}
	return ""
}

func (w *writer) say(zh, en string) {
	if w.zh {
		w.b = append(w.b, zh...)
	} else {
		w.b = append(w.b, en...)
	}
}

func (w *writer) line() { w.b = append(w.b, '\n') }

func (w *writer) heading(zh, en string) {
	w.say(zh, en)
	w.say("：\n", ":\n")
}

func (w *writer) number(n int64) { w.b = strconv.AppendInt(w.b, n, 10) }

func (w *writer) opening(a *eligibility.Assessment) {
	w.say("初步研判：", "Preliminary assessment: ")
	if w.programme(a.Programme) == eligibility.PerPerson {
		w.main = int32(a.Row)
		w.brackets(int32(a.Row))
	}
	w.line()
	q := w.law.Query()
	w.say("适用日期：", "Law as of: ")
	w.b, _ = q.On.AppendText(w.b)
	if q.Division.IsZero() {
		w.say("，全国规定", ", national rules")
	} else {
		w.say("，地区：", ", place: ")
		w.b, _ = q.Division.AppendText(w.b)
	}
	w.line()
	w.say("结果：", "Result: ")
	w.result(a.Result)
	if a.Stated.Decided() && a.Verified != a.Stated {
		w.say("（按目前陈述，尚待核实）", " (by what was stated, not yet verified)")
	}
	w.line()
	if amount, known := a.Amount.Get(); known && a.Result == eligibility.Eligible {
		w.say("测算金额：每月", "Amount worked out, a month: ")
		w.yuan(amount.Fen(), true)
		w.line()
	}
}
