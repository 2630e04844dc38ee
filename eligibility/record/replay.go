package record

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Field is what of a verdict differs (差异项). The zero value is "not recorded".
type Field string

const (
	FieldLaw        Field = "law"        // 规则指纹: of the whole record
	FieldResult     Field = "result"     // 研判结果
	FieldStated     Field = "stated"     // 按陈述事实
	FieldVerified   Field = "verified"   // 按核实事实
	FieldParameters Field = "parameters" // 缺少的本地标准
	FieldFacts      Field = "facts"      // 需补充的事实
	FieldJudgements Field = "judgements" // 待研判事项
	FieldCaveats    Field = "caveats"    // 提示
	FieldAssumed    Field = "assumed"    // 一并认定
	FieldNext       Field = "next"       // 下一个项目
	FieldAmount     Field = "amount"     // 金额
	FieldError      Field = "error"      // 不能重新研判: Now is the code
)

// Fields lists the fields.
func Fields() vocab.List[Field] { return fields() }

var fields = sync.OnceValue(func() vocab.List[Field] {
	type entry = vocab.Entry[Field]
	return vocab.New("差异项", "fields of a verdict",
		entry{Key: FieldLaw, ZH: "规则指纹", EN: "fingerprint of the law"},
		entry{Key: FieldResult, ZH: "研判结果", EN: "result"},
		entry{Key: FieldStated, ZH: "按陈述事实", EN: "by stated facts"},
		entry{Key: FieldVerified, ZH: "按核实事实", EN: "by verified facts"},
		entry{Key: FieldParameters, ZH: "缺少的本地标准", EN: "missing standards"},
		entry{Key: FieldFacts, ZH: "需补充的事实", EN: "missing facts"},
		entry{Key: FieldJudgements, ZH: "待研判事项", EN: "missing judgements"},
		entry{Key: FieldCaveats, ZH: "提示", EN: "caveats"},
		entry{Key: FieldAssumed, ZH: "一并认定", EN: "assumption"},
		entry{Key: FieldNext, ZH: "下一个项目", EN: "next programme"},
		entry{Key: FieldAmount, ZH: "金额", EN: "amount"},
		entry{Key: FieldError, ZH: "不能重新研判", EN: "cannot be assessed again"},
	)
})

// Difference is one thing that came out otherwise (差异). Recorded and Now are written as in the bytes of a record, empty where
// there is nothing. The difference of FieldLaw has no question.
type Difference struct {
	Question Question
	Field    Field
	Recorded string
	Now      string
}

// Report is what a replay found (重算结果). Bytes are the record as it would be made now, with the library version of the old
// one: they equal the old bytes exactly where nothing differs. They are nil where a question can no longer be answered.
type Report struct {
	Recorded    Record
	Law         eligibility.Fingerprint // of the law now
	Differences []Difference
	Bytes       []byte
}

// Same reports that nothing differs, the law included. It is false for the zero Report: nothing was assessed again.
func (r Report) Same() bool { return len(r.Differences) == 0 && r.Bytes != nil }

// Text lists the differences, one a line, in Chinese or English; empty where there is none.
func (r Report) Text(tag language.Tag) string {
	base, _ := tag.Base()
	colon, to := ": ", " -> "
	if base.String() == "zh" {
		colon, to = "：", "→"
	}
	var b strings.Builder
	for _, d := range r.Differences {
		if d.Field != FieldLaw {
			b.WriteString(fault.Index(string(d.Question.Programme), d.Question.Row) + " ")
		}
		b.WriteString(Fields().Name(d.Field, tag) + colon + d.Recorded + to + d.Now + "\n")
	}
	return b.String()
}

// Replay assesses again what the bytes record (重新研判), by the law that s has for the same place, day and state of knowledge, and says
// what differs. It fails where there is nothing to compare: bytes that are no record, a law that cannot be had, facts that the
// dictionary of s does not have.
func Replay(s *statutes.Statutes, data []byte) (Report, error) {
	r, err := Decode(data)
	if err != nil {
		return Report{}, err
	}
	l, err := s.At(r.Query)
	if err != nil {
		return Report{}, err
	}
	c, err := r.Facts.Case(s.Dictionary())
	if err != nil {
		var problems fault.List
		problems.Add("facts", err)
		return Report{}, problems.Err()
	}
	e, err := assess.New(l)
	if err != nil {
		return Report{}, err
	}
	report := Report{Recorded: r, Law: l.Fingerprint()}
	if report.Law != r.Law {
		report.Differences = append(report.Differences, Difference{Field: FieldLaw, Recorded: r.Law.String(), Now: report.Law.String()})
	}
	now := Record{Library: r.Library, Law: report.Law, Query: l.Query(), Facts: r.Facts}
	for _, old := range r.Verdicts {
		a, err := e.Assess(c, old.Row, old.Programme)
		if err != nil {
			report.Differences = append(report.Differences, Difference{Question: Question{old.Programme, old.Row}, Field: FieldError, Now: codes(err)})
			continue
		}
		report.Differences = append(report.Differences, compare(old, a)...)
		now.Verdicts = append(now.Verdicts, a)
	}
	if len(now.Verdicts) == len(r.Verdicts) {
		if report.Bytes, err = now.bytes(); err != nil {
			return Report{}, err
		}
		if report.Same() && !bytes.Equal(report.Bytes, data) {
			return Report{}, catalogue().New(ErrForm) // a field that nobody compares: never, or the list below is short
		}
	}
	return report, nil
}

func codes(err error) string {
	var names []string
	for _, f := range fault.Of(err) {
		names = append(names, string(f.Code()))
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

func compare(old, now eligibility.Assessment) []Difference {
	var found []Difference
	add := func(f Field, a, b string) {
		if a != b {
			found = append(found, Difference{Question: Question{old.Programme, old.Row}, Field: f, Recorded: a, Now: b})
		}
	}
	add(FieldResult, string(old.Result), string(now.Result))
	add(FieldStated, word(old.Stated), word(now.Stated))
	add(FieldVerified, word(old.Verified), word(now.Verified))
	add(FieldParameters, text(old.Parameters), text(now.Parameters))
	add(FieldFacts, text(old.Facts), text(now.Facts))
	add(FieldJudgements, text(old.Judgements), text(now.Judgements))
	add(FieldCaveats, text(old.Caveats), text(now.Caveats))
	add(FieldAssumed, text(old.Assumed), text(now.Assumed))
	add(FieldNext, string(old.Next), string(now.Next))
	add(FieldAmount, text(old.Amount), text(now.Amount))
	return found
}

// word is a truth as in the bytes of a record.
func word(t eligibility.Truth) string {
	text, _ := t.MarshalText() // never fails
	return string(text)
}

// text is v as in the bytes of a record; what is not there is empty.
func text(v any) string {
	data, err := compact(v)
	if err != nil || string(data) == "null" || string(data) == "[]" {
		return ""
	}
	return string(data)
}
