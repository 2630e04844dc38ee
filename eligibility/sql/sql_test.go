package sql_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/sql"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func src() vocab.Source {
	return vocab.Source{Document: "虚构办法", Article: "第一条", Provenance: vocab.Fictitious}
}

func says(id string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: id, EN: id, Source: src()}
}

// columns are the facts of a row as Express wants them in a table.
func columns(t testing.TB, c *eligibility.Case, e sql.Expression, row int, packed bool) map[string]any {
	env := make(map[string]any)
	for _, col := range e.Columns {
		at := row
		if col.Scope == eligibility.PerHousehold {
			at = 0
		}
		d, known, _ := c.Datum(col.Fact, at)
		n, _, _ := c.Get(col.Fact, at)
		switch {
		case !known:
			env[col.Name] = nil
		case col.Kind == eligibility.WordFact:
			env[col.Name] = d.Any().(string)
		case col.Kind == eligibility.DateFact && !packed:
			env[col.Name] = d.Any().(cal.Date).String()
		default:
			env[col.Name] = n
		}
	}
	return env
}

func truth(v any) eligibility.Truth {
	switch v {
	case true:
		return eligibility.Met
	case false:
		return eligibility.NotMet
	}
	return eligibility.Unknown
}

// flat makes every node of a random law that can be a programme of its own into one.
func flat(s *statutes.Statutes) []*statutes.Law {
	law, err := s.At(eligibilitytest.Query())
	if err != nil {
		return nil
	}
	var act eligibility.Act
	for a := range s.Acts() {
		act = a
	}
	var laws []*statutes.Law
	for _, p := range eligibilitytest.Programmes() {
		prog, _ := law.Programme(p)
		for _, n := range law.Walk(p) {
			one := act
			one.Programmes = append(append([]eligibility.Programme(nil), act.Programmes...),
				eligibility.Programme{ID: "flat", ZH: "单行", EN: "flat", Unit: prog.Unit, Root: n, Source: src()})
			s, err := statutes.New(s.Dictionary(), []statutes.Function{eligibilitytest.Function()}, one)
			if err != nil {
				continue // about a tie, or about somebody else
			}
			if l, err := s.At(eligibilitytest.Query()); err == nil {
				laws = append(laws, l)
			}
		}
	}
	return laws
}

// agree holds an expression to the engine, for every row of the cases, and counts what the rows came to.
func agree(t *testing.T, e sql.Expression, l *statutes.Law, cases []*eligibility.Case, packed bool) map[eligibility.Truth]int {
	t.Helper()
	rows := map[eligibility.Truth]int{}
	for _, c := range cases {
		persons := c.People()
		if e.Unit == eligibility.PerHousehold {
			persons = 1
		}
		for row := range persons {
			want, _, err := engine(l).Truth(c, row, "flat")
			if errors.Is(err, eligibility.ErrConflict) {
				want, err = eligibility.Unknown, nil
			}
			if err != nil {
				t.Fatal(err)
			}
			v, err := evaluate(e.Text, columns(t, c, e, row, packed))
			if err != nil {
				t.Fatalf("%v in %s", err, e.Text)
			}
			if rows[want]++; truth(v) != want {
				t.Fatalf("%v, want %v: %s of %v", v, want, e.Text, columns(t, c, e, row, packed))
			}
		}
	}
	return rows
}

func TestTheExpressionSaysWhatTruthSays(t *testing.T) {
	expressed, rows, refused := 0, map[eligibility.Truth]int{}, 0
	kinds := map[eligibility.Kind]int{}
	for seed := range uint64(60) {
		s, cases := eligibilitytest.Random(seed)
		for _, l := range flat(s) {
			for _, packed := range []bool{false, true} {
				e, err := sql.Express(l, "flat", sql.Options{PackedDays: packed})
				if errors.Is(err, sql.ErrNotExpressible) {
					refused++
					continue
				}
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				expressed++
				for _, n := range l.Walk("flat") {
					kinds[n.Kind()]++
				}
				for t, n := range agree(t, e, l, cases, packed) {
					rows[t] += n
				}
			}
		}
	}
	t.Logf("%d expressed, %d refused, rows %v, kinds %v", expressed, refused, rows, kinds)
	if expressed < 500 || rows[eligibility.Met] < 100 || rows[eligibility.NotMet] < 100 || rows[eligibility.Unknown] < 100 {
		t.Error("too few to say anything")
	}
	for _, k := range []eligibility.Kind{eligibility.KindAll, eligibility.KindAny, eligibility.KindNot,
		eligibility.KindAtLeast, eligibility.KindCompare,
		eligibility.KindPerHead, eligibility.KindShare, eligibility.KindInSet, eligibility.KindAge,
		eligibility.KindElapsed, eligibility.KindHolds,
		eligibility.KindDefined, eligibility.KindJudgement, eligibility.KindOpen, eligibility.KindException,
		eligibility.KindConst} {
		if kinds[k] == 0 {
			t.Errorf("no %s among them", k)
		}
	}
}

// small is a law of one programme about a person.
func small(t testing.TB, root *eligibility.Node) *statutes.Law {
	t.Helper()
	act := eligibility.Act{ID: "small", ZH: "虚构办法", EN: "an invented act", Source: src(),
		Force: cal.Since(cal.MustParse("2020-01-01")),
		Programmes: []eligibility.Programme{
			{ID: "p", ZH: "项目", EN: "programme", Unit: eligibility.PerPerson, Root: root, Source: src()},
			{ID: eligibilitytest.Mutual, ZH: "待遇", EN: "benefit", Unit: eligibility.PerPerson, Root: eligibility.Always(says("b")),
				Source: src()},
			{ID: eligibilitytest.Household, ZH: "家庭", EN: "of the household", Unit: eligibility.PerHousehold,
				Root: eligibility.Holds(says("each"), eligibilitytest.Mutual), Source: src()},
		},
		Definitions: []eligibility.Definition{
			{ID: eligibility.MemberOf, ZH: "成员", EN: "member", Scope: eligibility.PerPerson, Root: eligibility.Always(says("m")),
				Source: src()},
			{ID: "held", ZH: "全家享有", EN: "held by all", Scope: eligibility.PerHousehold,
				Root: eligibility.Holds(says("each"), eligibilitytest.Mutual), Source: src()},
		},
		Clauses: []eligibility.Clause{{Key: "held", ZH: "全家享有", EN: "held by all", Scope: eligibility.PerHousehold, Source: src()}},
		Fills: []eligibility.Fill{{Clause: "held", State: eligibility.Enacted, Source: src(),
			Node: eligibility.Holds(says("each"), eligibilitytest.Mutual)}},
		Parameters: []eligibility.Parameter{{Key: "line", ZH: "标准", EN: "line", Kind: eligibility.MoneyParam,
			ByArea: true, Source: src(),
			Set: []eligibility.Delegation{{Nation: true, Mode: eligibility.MayOverride, Source: src()}}}},
		Values: []eligibility.Value{
			{Param: "line", Area: eligibility.Urban, Money: money.Fen(70000), Per: eligibility.Monthly, Source: src()},
			{Param: "line", Area: eligibility.Rural, Money: money.Fen(600000), Per: eligibility.Yearly, Source: src()},
		},
	}
	d := eligibilitytest.Dictionary()
	for i := range 8 {
		k := eligibility.FactKey("m" + string(rune('0'+i)))
		d, _ = d.With(eligibility.Fact{Key: k, Scope: eligibility.PerHousehold, Kind: eligibility.MoneyFact, ZH: "金额",
			EN: "amount"})
	}
	s, err := statutes.New(d, []statutes.Function{eligibilitytest.Function()}, act)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(statutes.Query{On: cal.MustParse("2024-02-29"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestWhatIsWritten(t *testing.T) {
	for _, tt := range []struct {
		name string
		root *eligibility.Node
		want string
	}{
		{"a bool", eligibility.Is(says("a"), "p.yes"), `("p.yes" = 1)`},
		{"money in fen", eligibility.Compare(says("a"), "p.wages", eligibility.By(measure.AtMost), eligibility.Yuan(money.Fen(12345))), `("p.wages" <= 12345)`},
		{"an age", eligibility.Age(says("a"), "p.birth", measure.AtLeast, 60),
			`(CASE WHEN "p.birth" <= '2024-02-29' THEN ("p.birth" <= '1964-02-29') END)`},
		{"a term", eligibility.Elapsed(says("a"), "p.since", measure.AtLeast, 6, eligibility.Months), `("p.since" <= '2023-08-31')`},
		{"a word with a quote", eligibility.InWords(says("a"), "p.word", "a", "b"), `("p.word" IN ('a', 'b'))`},
		{"pairs", eligibility.InPairs(says("a"), "p.pairs", eligibility.Pair{Kind: identity.Visual, Grade: identity.GradeOne}), `(("p.pairs" & 512) <> 0)`},
		{"a line that differs by area", eligibility.PerHead(says("a"), eligibility.Total("p.wages"),
			eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.Param("line"), Months: eligibility.Number(12)}),
			`(CASE "household.area" WHEN 'urban' THEN (("p.wages") < 840000) WHEN 'rural' THEN (("p.wages") * 12 < 7200000) END)`},
		{"an empty sum of nothing", eligibility.All(says("a")), "TRUE"},
	} {
		e, err := sql.Express(small(t, tt.root), "p", sql.Options{})
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if diff := cmp.Diff(tt.want, e.Text); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestWhatOneRowCannotAnswerIsRefusedByName(t *testing.T) {
	yes, root := eligibility.Is(says("yes"), "p.yes"), eligibility.Is(says("first"), "p.yes")
	for _, n := range []*eligibility.Node{
		eligibility.EveryOf(says("each"), eligibility.Members, nil, yes),
		eligibility.AnyOf(says("each"), eligibility.Kin, nil, yes),
		eligibility.CountOf(says("each"), eligibility.Members, nil, yes, measure.AtLeast, 2),
		eligibility.PerHead(says("each"), eligibility.TotalOfMembers("p.wages"), eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.Yuan(money.Fen(1))}),
		eligibility.PerHead(says("each"), eligibility.Total("p.wages"), eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.Yuan(money.Fen(1)), Heads: eligibility.Heads()}),
		// What the household of a person holds, everybody in it must hold.
		eligibility.Defined(says("held"), "held"),
		eligibility.Qualifies(says("held"), eligibilitytest.Household),
		eligibility.OpenClause(says("held"), "held"),
		eligibility.Custom(says("each"), eligibilitytest.Function().Ref, eligibilitytest.Function().Facts...),
		// Twelve amounts together, 12 and 10,000 times, may leave 64 bits.
		eligibility.PerHead(says("each"), eligibility.Total("p.wages", "p.costs", "h.income", "h.rent", "m0", "m1", "m2",
			"m3", "m4", "m5", "m6", "m7"),
			eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param("line"),
				Ratio: eligibility.Times(measure.MustParseRatio("1/10000"))}),
	} {
		_, err := sql.Express(small(t, eligibility.All(says("root"), root, n)), "p", sql.Options{})
		var f fault.Fault
		if !errors.As(err, &f) || f.Code() != sql.ErrNotExpressible {
			t.Fatalf("%s: %v", n.Kind(), err)
		}
		if id, _ := f.Arg("node"); id != "each" {
			t.Errorf("%s: named %q", n.Kind(), id)
		}
	}
}

func TestColumnsAreNamedByTheCaller(t *testing.T) {
	l := small(t, eligibility.All(says("a"), eligibility.Is(says("b"), "p.yes"), eligibility.Is(says("c"), "h.yes"),
		eligibility.Is(says("d"), "p.yes")))
	name := func(k eligibility.FactKey) string { return `列"` + string(k) + `; DROP TABLE x --` }
	e, err := sql.Express(l, "p", sql.Options{Column: name})
	if err != nil {
		t.Fatal(err)
	}
	if want := `(("列""p.yes; DROP TABLE x --" = 1) AND ("列""h.yes; DROP TABLE x --" = 1) AND ("列""p.yes; DROP TABLE x --" = 1))`; e.Text != want {
		t.Errorf("%s", e.Text)
	}
	want := []sql.Column{
		{Name: name("p.yes"), Fact: "p.yes", Scope: eligibility.PerPerson, Kind: eligibility.BoolFact},
		{Name: name("h.yes"), Fact: "h.yes", Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact},
	}
	if diff := cmp.Diff(want, e.Columns); diff != "" || e.Programme != "p" || e.Unit != eligibility.PerPerson ||
		e.Law != l.Fingerprint() {
		t.Errorf("%s of %s %s", diff, e.Programme, e.Unit)
	}
	for _, bad := range []string{"", "a\x00b", strings.Repeat("长", 22), "same"} {
		_, err := sql.Express(l, "p", sql.Options{Column: func(eligibility.FactKey) string { return bad }})
		if at := "p.yes"; !errors.Is(err, sql.ErrColumn) || bad != "same" && fault.Of(err)[0].Path() != at {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// TestColumnsOfATable: with a table before it, a name that no column has is an error in SQLite too, and not a text.
func TestColumnsOfATable(t *testing.T) {
	l := small(t, eligibility.Not(says("no"), eligibility.Is(says("yes"), "p.yes")))
	e, err := sql.Express(l, "p", sql.Options{Table: `a"b`})
	if want := `(NOT ("a""b"."p.yes" = 1))`; err != nil || e.Text != want || e.Columns[0].Name != "p.yes" {
		t.Errorf("%v: %s, want %s", err, e.Text, want)
	}
	for _, bad := range []string{"a\x00b", strings.Repeat("长", 22)} {
		_, err := sql.Express(l, "p", sql.Options{Table: bad})
		if !errors.Is(err, sql.ErrColumn) || fault.Of(err)[0].Path() != "table" {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if _, err := sql.Express(nil, "p", sql.Options{}); !errors.Is(err, eligibility.ErrProgramme) {
		t.Errorf("no law: %v", err)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	l := small(t, eligibility.Always(says("a")))
	if _, err := sql.Express(l, "q", sql.Options{}); !errors.Is(err, eligibility.ErrProgramme) {
		t.Error(err)
	}
	n := eligibility.Is(says("x0"), "p.yes")
	for i := range 18 { // each level writes the one below it twice
		n = eligibility.AtLeast(says("x"+string(rune('a'+i))), 1, n)
	}
	if _, err := sql.Express(small(t, n), "p", sql.Options{}); !errors.Is(err, sql.ErrTooLong) {
		t.Error(err)
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	for _, c := range []fault.Code{sql.ErrNotExpressible, sql.ErrColumn, sql.ErrTooLong} {
		if f := sql.Faults().New(c, "node", "a", "kind", "every"); strings.Contains(f.Error(), "{") || f.Error() == string(c) {
			t.Errorf("%s: %v", c, f)
		}
	}
}
