package contract

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

// Result is a marked scorecard (评分结果) that explains itself: every item with its score, deductions and marks, every
// veto, the total and the band.
//
// Total is unknown while a score is missing; Recorded is the sum of those there are. Band is unknown while what is
// missing could change it: a veto that leads to the lowest band decides at once, anything else waits for all.
type Result struct {
	Lines    []Line                        `json:"lines"`
	Vetoes   []VetoLine                    `json:"vetoes,omitempty"`
	Full     measure.Quantity              `json:"full"`
	Recorded measure.Quantity              `json:"recorded"`
	Total    known.Value[measure.Quantity] `json:"total,omitzero"`
	Band     known.Value[Band]             `json:"band,omitzero"`
	Vetoed   bool                          `json:"vetoed,omitempty"`  // the band is lower than the total alone would give, or given without one
	Missing  []string                      `json:"missing,omitempty"` // names of items and vetoes without a finding
}

// Line is one item of a result (评分明细). Marks is what counts: the score less the deductions.
type Line struct {
	Item       ScoreItem                     `json:"item"`
	Score      known.Value[measure.Quantity] `json:"score,omitzero"`
	Deductions []Deduction                   `json:"deductions,omitempty"`
	Marks      known.Value[measure.Quantity] `json:"marks,omitzero"`
}

// VetoLine is one veto of a result (一票否决情形).
type VetoLine struct {
	Veto     Veto              `json:"veto"`
	Occurred known.Value[bool] `json:"occurred,omitzero"`
}

// settle adds up and finds the band. Bands are in order and end at 0, and the sum of the weights is in range: Score has
// checked both.
func (r *Result) settle(bands []Band) {
	for _, l := range r.Lines {
		r.Full, _ = r.Full.Add(l.Item.Weight)
		marks, ok := l.Marks.Get()
		if !ok {
			r.Missing = append(r.Missing, l.Item.Name)
		}
		r.Recorded, _ = r.Recorded.Add(marks)
	}
	if len(r.Missing) == 0 {
		r.Total = known.Of(r.Recorded)
	}
	lowest := len(bands) - 1
	best := 0 // the best band the vetoes leave
	for _, v := range r.Vetoes {
		occurred, looked := v.Occurred.Get()
		if !looked {
			r.Missing = append(r.Missing, v.Veto.Name)
		}
		for i, b := range bands {
			if occurred && b.Key == v.Veto.Band {
				best = max(best, i)
			}
		}
	}
	earned := 0
	for r.Recorded.Cmp(bands[earned].From) < 0 {
		earned++
	}
	if len(r.Missing) == 0 || best == lowest {
		r.Band = known.Of(bands[max(earned, best)])
		r.Vetoed = best > earned || len(r.Missing) > 0
	}
}

// Text explains the result line by line (评分说明), in Chinese for a Chinese language tag and else in English; names are
// shown as they were given.
func (r Result) Text(tag language.Tag) string {
	say := english
	if base, _ := tag.Base(); base.String() == "zh" {
		say = chinese
	}
	var b strings.Builder
	for i, l := range r.Lines {
		fmt.Fprintf(&b, "%d. "+say.item, i+1, l.Item.Name, l.Item.Weight)
		score, ok := l.Score.Get()
		if !ok {
			b.WriteString(say.gap + "\n")
			continue
		}
		fmt.Fprintf(&b, say.score, score)
		for _, d := range l.Deductions {
			fmt.Fprintf(&b, say.deduction, d.Points, d.Reason)
		}
		if marks, _ := l.Marks.Get(); len(l.Deductions) > 0 {
			fmt.Fprintf(&b, say.marks, marks)
		}
		b.WriteString("\n")
	}
	for _, v := range r.Vetoes {
		word := say.unseen
		if occurred, ok := v.Occurred.Get(); occurred {
			word = say.occurred
		} else if ok {
			word = say.absent
		}
		fmt.Fprintf(&b, say.veto+"\n", v.Veto.Name, word)
	}
	if total, ok := r.Total.Get(); ok {
		fmt.Fprintf(&b, say.total+"\n", total, r.Full)
	} else {
		fmt.Fprintf(&b, say.partial+"\n", r.Recorded, r.Full)
	}
	if len(r.Missing) > 0 {
		fmt.Fprintf(&b, say.missing+"\n", strings.Join(r.Missing, say.comma))
	}
	band, ok := r.Band.Get()
	switch {
	case !ok:
		b.WriteString(say.open)
	case r.Vetoed:
		fmt.Fprintf(&b, say.forced, band.Name)
	default:
		fmt.Fprintf(&b, say.band, band.Name)
	}
	return b.String()
}

// wording is how a result is put into words.
type wording struct {
	item, gap, score, deduction, marks string
	veto, occurred, absent, unseen     string
	total, partial, missing, comma     string
	band, forced, open                 string
}

var (
	chinese = wording{
		item: "%s（满分%s分）：", gap: "未评分", score: "%s分", deduction: "，扣%s分（%s）", marks: "，得%s分",
		veto: "一票否决·%s：%s", occurred: "发生", absent: "未发生", unseen: "未核查",
		total: "合计：%s分（满分%s分）", partial: "合计：未完成，已评%s分（满分%s分）", missing: "缺：%s", comma: "、",
		band: "等级：%s", forced: "等级：%s（一票否决）", open: "等级：待定",
	}
	english = wording{
		item: "%s (of %s): ", gap: "not marked", score: "%s", deduction: ", less %s (%s)", marks: ", makes %s",
		veto: "Veto, %s: %s", occurred: "occurred", absent: "did not occur", unseen: "not looked at",
		total: "Total: %s of %s", partial: "Total: incomplete, %s of %s so far", missing: "Missing: %s", comma: ", ",
		band: "Grade: %s", forced: "Grade: %s (veto)", open: "Grade: open",
	}
)
