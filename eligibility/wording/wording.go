package wording

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// AppendFinding appends one finding as one line without an end: title, row, state, numbers, document and article.
// Chinese for any Chinese language tag, English otherwise. The law must be the one that the finding was made under. Of
// a zero finding nothing is said, here and below.
func AppendFinding(b []byte, l *statutes.Law, f eligibility.Finding, tag language.Tag) []byte {
	p := Phrasebook{law: l, zh: chinese(tag)}
	return p.AppendFinding(b, f)
}

// AppendExplanation appends the account of an assessment (研判说明), one line a point, with an end of line after each: for
// whom and by which law, the result, every finding indented by its depth, what is missing and how to obtain it, what the result
// has to be read with. All four must be there and belong together: the findings are those of Engine.AppendFindings for the assessed row,
// and may be left out, in part too: those down to some depth make a short account.
func AppendExplanation(b []byte, l *statutes.Law, c *eligibility.Case, a *eligibility.Assessment,
	findings []eligibility.Finding, tag language.Tag) []byte {
	p := Phrasebook{law: l, zh: chinese(tag)}
	return p.AppendExplanation(b, c, a, findings)
}

// told returns the findings without zero ones.
func told(findings []eligibility.Finding) []eligibility.Finding {
	zero := func(f eligibility.Finding) bool { return f.Node == nil }
	if !slices.ContainsFunc(findings, zero) {
		return findings
	}
	return slices.DeleteFunc(slices.Clone(findings), zero)
}

func chinese(tag language.Tag) bool {
	base, _ := tag.Base()
	return base.String() == "zh"
}

// A writer appends to b.
type writer struct {
	Phrasebook
	b    []byte
	c    *eligibility.Case // nil: rows of ties are not named
	area int               // in areas
	main int32             // the person the text is about, who is not named again; −1 for nobody

	about eligibility.ProgrammeID // the programme assessed

	last     int     // in phrases, the one last looked up
	said     *phrase // of the finding at hand; nil where there is none
	tie      int32   // the tie last named; −1 for none
	from, to int     // where in b it is
}

// areas are where a household may live, "" where that is not known.
var areas = [...]eligibility.Area{"", eligibility.Urban, eligibility.Rural}

// area reads where the household lives, as an index of areas.
func area(c *eligibility.Case) int {
	if n, known, _ := c.Get(eligibility.HouseholdArea, 0); known {
		return int(n) + 1
	}
	return 0
}

func (w *writer) either(zh, en string) string {
	if w.zh {
		return zh
	}
	return en
}

func (w *writer) say(zh, en string) { w.b = append(w.b, w.either(zh, en)...) }

func (w *writer) line() { w.b = append(w.b, '\n') }

func (w *writer) heading(zh, en string) {
	w.say(zh, en)
	w.say("：\n", ":\n")
}

func (w *writer) number(n int64) { w.b = strconv.AppendInt(w.b, n, 10) }

// point begins a line of a list at a depth.
func (w *writer) point(depth int) {
	const blanks = "                                "
	for depth *= 2; depth > len(blanks); depth -= len(blanks) {
		w.b = append(w.b, blanks...)
	}
	w.b = append(w.b, (blanks + "- ")[len(blanks)-depth:]...)
}

func (w *writer) explanation(a *eligibility.Assessment, findings []eligibility.Finding) {
	w.opening(a)
	if len(findings) > 0 {
		w.heading("条件", "Criteria")
		for i := range findings {
			w.point(int(findings[i].Depth))
			w.finding(&findings[i])
		}
	}
	w.needs("尚缺本地标准或规定（由民政部门补录）", "Local standards or rules to be recorded by the office", a.Parameters)
	w.needs("尚待查明的情况及所需材料", "Facts still to be found out", a.Facts)
	w.needs("须由工作人员研判的事项", "Findings an official has to make", a.Judgements)
	w.caveats(a.Caveats, findings)
	if a.Next != "" {
		w.say("可另行研判：", "To look at next: ")
		w.programme(a.Next)
		w.line()
	}
	if w.law.Fictitious() {
		w.say("虚构标准，仅供演示。\n", "Invented standards, for demonstration only.\n")
	}
	w.say("以民政部门审核确认为准。\n", "Subject to review and confirmation by the civil affairs authority.\n")
}

func (w *writer) opening(a *eligibility.Assessment) {
	w.say("初步研判：", "Preliminary assessment: ")
	unit := w.programme(a.Programme)
	if unit == eligibility.PerPerson {
		w.main = int32(a.Row)
		w.brackets(int32(a.Row))
	}
	w.line()
	q := w.law.Query()
	w.say("适用日期：", "Law as of: ")
	w.date(int64(q.On.Year()), int64(q.On.Month()), int64(q.On.Day()))
	if q.Division.IsZero() {
		w.say("，全国规定", ", national rules")
	} else {
		w.say("，地区：行政区划代码", ", place: division ")
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
		if w.say("测算金额：", "Amount worked out: "); unit == eligibility.PerPerson {
			w.say("本人每月", "a month, for the person, ")
		} else {
			w.say("全家每月", "a month, for the household, ")
		}
		w.yuan(amount.Fen(), true)
		w.line()
	}
}
