package assess_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"golang.org/x/text/language"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/outline"
	"github.com/shegong/shegong/eligibility/record"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/wording"
)

// FuzzRandomTrees makes law and cases of the bytes and holds every reader to every other, and Truth to the definitions. SQL is
// held to Truth by the target of the same name in package sql, which has an evaluator.
func FuzzRandomTrees(f *testing.F) {
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2000 {
			return // more choices than the largest tree takes
		}
		s, cases := kit.FromBytes(data)
		e, err := at(s, kit.Query())
		if err != nil {
			t.Fatal(err)
		}
		saved(t, s, e)
		all := newColumns(t, e, cases)
		for i, c := range cases {
			var asked []record.Question
			for p := range e.Law().Programmes() {
				rows := 1
				if p.Unit == el.PerPerson {
					rows = c.People()
				}
				for row := range rows {
					stated, verified, conflict := readAll(t, e, c, row, p)
					all.hold(t, i, row, p, stated, verified, conflict)
					if !conflict {
						asked = append(asked, record.Question{Programme: p.ID, Row: row})
					}
				}
			}
			replayed(t, s, e, c, asked)
		}
	})
}

// readAll holds the readers of one row to each other and returns what they say.
func readAll(t *testing.T, e *assess.Engine, c *el.Case, row int, p el.Programme) (stated, verified el.Truth, conflict bool) {
	t.Helper()
	stated, verified, err := e.Truth(c, row, p.ID)
	conflict = errors.Is(err, el.ErrConflict)
	if err != nil && !conflict {
		t.Fatal(err)
	}
	r := newReference(e, c, false)
	if want := r.programme(p.ID, r.person(p, row)); want != stated || conflict && !r.conflict {
		t.Fatalf("%s %d: %v, want %v", p.ID, row, stated, want)
	}
	if want := newReference(e, c, true); !conflict && want.programme(p.ID, want.person(p, row)) != verified {
		t.Fatalf("%s %d: %v by verified facts", p.ID, row, verified)
	}
	findings, err := e.AppendFindings(nil, c, row, p.ID)
	if err != nil || findings[0].Stated != stated || !conflict && findings[0].Verified != verified {
		t.Fatalf("%s %d: the root is %v, %v, not %v, %v; %v", p.ID, row, findings[0].Stated, findings[0].Verified, stated, verified, err)
	}
	a, err := e.Assess(c, row, p.ID)
	if (err != nil) != conflict || err == nil && (a.Stated != stated || a.Verified != verified) {
		t.Fatalf("%s %d: assessed as %v, %v, not %v, %v; %v", p.ID, row, a.Stated, a.Verified, stated, verified, err)
	}
	if conflict {
		return stated, verified, true
	}
	needs, err := e.AppendMissing(nil, c, row, p.ID)
	if err != nil || (len(needs) > 0) != (stated == el.Unknown) || len(needs) != len(a.Parameters)+len(a.Facts)+len(a.Judgements) {
		t.Fatalf("%s %d: %v lacks %v, the assessment %v %v %v; %v", p.ID, row, stated, needs, a.Parameters, a.Facts, a.Judgements, err)
	}
	if len(needs) <= 6 { // more is for the tests, it takes too long here
		exact, err := e.MissingExact(c, row, p.ID)
		if err != nil && !errors.Is(err, el.ErrExact) {
			t.Fatal(err)
		}
		for _, n := range exact {
			if !slices.Contains(needs, n) {
				t.Fatalf("%s %d: %v is missing exactly, and not missing", p.ID, row, n)
			}
		}
	}
	if d, err := e.NearMiss(c, row, p.ID); err != nil || stated == el.Met && (!d.Possible || len(d.Criteria) > 0) {
		t.Fatalf("%s %d: %v, and %v away; %v", p.ID, row, stated, d, err)
	}
	more := filled(c, needs, uint64(row))
	if after, _, err := e.Truth(more, row, p.ID); stated != el.Unknown && (err != nil || after != stated) {
		t.Fatalf("%s %d: %v becomes %v; %v", p.ID, row, stated, after, err)
	}
	for _, tag := range []language.Tag{language.Chinese, language.English} {
		if text := wording.AppendExplanation(nil, e.Law(), c, &a, findings, tag); bytes.Contains(text, []byte("%!")) || !bytes.HasSuffix(text, []byte("\n")) {
			t.Fatalf("%s %d: %s", p.ID, row, text)
		}
	}
	return stated, verified, false
}

// saved holds law to what is read back from its JSON, and every row of its outline to a citation.
func saved(t *testing.T, s *statutes.Statutes, e *assess.Engine) {
	t.Helper()
	data, err := rules.Save(rules.File{Acts: slices.Collect(s.Acts())})
	if err != nil {
		t.Fatal(err)
	}
	x, err := rules.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := rules.Save(x); err != nil || !bytes.Equal(again, data) {
		t.Fatalf("saved otherwise the second time: %v", err)
	}
	read, err := statutes.New(s.Dictionary(), []statutes.Function{kit.Function()}, x.Acts...)
	if err != nil {
		t.Fatal(err)
	}
	law, err := read.At(kit.Query())
	if err != nil || law.Fingerprint() != e.Law().Fingerprint() || len(outline.Diff(law, e.Law())) > 0 {
		t.Fatalf("read back as another law: %v %s", err, outline.Text(outline.Diff(law, e.Law())))
	}
	for _, row := range outline.Rows(law) {
		if !row.Cited() {
			t.Fatalf("%s %s is not cited", row.Programme, row.Node)
		}
	}
}

// replayed holds the record of a case to its replay.
func replayed(t *testing.T, s *statutes.Statutes, e *assess.Engine, c *el.Case, asked []record.Question) {
	t.Helper()
	if len(asked) == 0 {
		return
	}
	data, err := record.Make(e, c, "fuzz", asked...)
	if err != nil {
		t.Fatal(err)
	}
	if report, err := record.Replay(s, data); err != nil || !report.Same() || !bytes.Equal(report.Bytes, data) {
		t.Fatalf("%v: %s", err, report.Text(language.English))
	}
}

// columns is what package batch says of all cases.
type columns struct {
	cases            []*el.Case
	stated, verified batch.Planes
}

func newColumns(t *testing.T, e *assess.Engine, cases []*el.Case) *columns {
	t.Helper()
	plan, err := batch.CompileWith(e.Law(), []batch.Form{{Ref: kit.Function().Ref, Judge: func(b *batch.Block) (met, notMet uint64) {
		met = ^uint64(0)
		for i, known := range b.Known {
			for row, v := range b.Values[i] {
				bit := uint64(1) << row
				if known&bit == 0 || v == 0 {
					met &^= bit
				}
				if known&bit != 0 && v == 0 {
					notMet |= bit
				}
			}
		}
		return met, notMet
	}}})
	if err != nil {
		t.Fatal(err)
	}
	b, all := batch.New(e.Law().Dictionary()), &columns{cases: cases, verified: batch.Planes{Verified: true}}
	for _, c := range cases {
		if _, err := b.Append(c); err != nil {
			t.Fatal(err)
		}
	}
	for _, out := range []*batch.Planes{&all.stated, &all.verified} {
		if err := batch.Run(plan, b, out); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// hold compares the columns with what was found for a row of case i.
func (x *columns) hold(t *testing.T, i, row int, p el.Programme, stated, verified el.Truth, conflict bool) {
	t.Helper()
	at := i
	if p.Unit == el.PerPerson {
		at = row
		for _, c := range x.cases[:i] {
			at += c.People()
		}
	}
	if got, clash := x.stated.Truth(p.ID, at); got != stated || clash != conflict {
		t.Fatalf("%s %d: the columns say %v, conflict %v; the row %v, %v", p.ID, row, got, clash, stated, conflict)
	}
	if got, _ := x.verified.Truth(p.ID, at); !conflict && got != verified {
		t.Fatalf("%s %d: the columns say %v by verified facts, the row %v", p.ID, row, got, verified)
	}
}
