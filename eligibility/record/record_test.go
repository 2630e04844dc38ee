package record_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/record"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

const library = "shegong v0.1.0, national 2026-07"

// questions are all that can be asked about a case of random law and have an answer.
func questions(l *statutes.Law, c *eligibility.Case) []record.Question {
	var out []record.Question
	for p := range l.Programmes() {
		rows := 1
		if p.Unit == eligibility.PerPerson {
			rows = c.People()
		}
		for row := range rows {
			if _, err := engine(l).Assess(c, row, p.ID); err == nil { // exceptions may conflict
				out = append(out, record.Question{Programme: p.ID, Row: row})
			}
		}
	}
	return out
}

func TestRandomRecordsReplayByteForByte(t *testing.T) {
	results := map[eligibility.Result]int{}
	for seed := range rounds(60) {
		s, cases := eligibilitytest.Random(seed)
		l, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range cases {
			asked := questions(l, c)
			if len(asked) == 0 {
				continue
			}
			data, err := record.Make(engine(l), c, library, asked...)
			if err != nil {
				t.Fatal(err)
			}
			if again, err := record.Make(engine(l), c, library, asked...); err != nil || !bytes.Equal(data, again) {
				t.Fatalf("seed %d case %d: two records of one assessment", seed, i)
			}
			r, err := record.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			for j, q := range asked {
				want, err := engine(l).Assess(c, q.Row, q.Programme)
				if err != nil {
					t.Fatal(err)
				}
				results[want.Result]++
				if d := cmp.Diff(want, r.Verdicts[j], emptyIsNil); d != "" {
					t.Errorf("seed %d case %d: %s", seed, i, d)
				}
			}
			report, err := record.Replay(s, data)
			if err != nil {
				t.Fatal(err)
			}
			if !report.Same() || !bytes.Equal(report.Bytes, data) || report.Law != r.Law {
				t.Errorf("seed %d case %d: %s", seed, i, report.Text(language.English))
			}
		}
	}
	for e := range eligibility.Results().All() {
		if results[e.Key] < 5 {
			t.Errorf("only %d results %s", results[e.Key], e.Key)
		}
	}
}

var emptyIsNil = cmp.FilterValues(func(a, b any) bool { return isEmpty(a) && isEmpty(b) }, cmp.Ignore())

func isEmpty(v any) bool {
	switch v := v.(type) {
	case []eligibility.Need:
		return len(v) == 0
	case []eligibility.Caveat:
		return len(v) == 0
	}
	return false
}

// heating is an invented subsidy: below a line, and more where the clause says so.
func heating(fen int64, change func(*eligibility.Act)) *statutes.Statutes {
	cite := vocab.Source{Document: "云台县取暖补贴办法", Article: "第三条", Provenance: vocab.Fictitious}
	says := func(id string) eligibility.Criterion {
		return eligibility.Criterion{ID: id, ZH: "条件", EN: "criterion", Source: cite}
	}
	d := must(eligibility.NewDictionary(
		eligibility.Fact{Key: "income", Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "月收入", EN: "income a month"},
		eligibility.Fact{Key: "cold", Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "住房寒冷", EN: "a cold home"},
		eligibility.Fact{Key: "found", Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "研判", EN: "found", Judgement: true}))
	force := cal.MustParsePeriod("2023-11-01/")
	act := eligibility.Act{ID: "yuntai:heating-2023", ZH: "办法", EN: "rules", Source: cite, Force: force,
		Programmes: []eligibility.Programme{
			{ID: "yuntai:heating", ZH: "取暖补贴", EN: "heating subsidy", Unit: eligibility.PerPerson, Source: cite, Next: []eligibility.ProgrammeID{"yuntai:visit"},
				Root: eligibility.All(says("all"),
					eligibility.Compare(says("income"), "income", eligibility.By(measure.LessThan), eligibility.Param("yuntai:line")), eligibility.Is(says("cold"), "cold")),
				Pay: &eligibility.Pay{Source: cite, Parts: []eligibility.Part{{Criterion: says("pay"), Kind: eligibility.PayFixed, Limit: eligibility.Param("yuntai:pay")}}}},
			{ID: "yuntai:visit", ZH: "走访", EN: "visit", Unit: eligibility.PerPerson, Source: cite,
				Root: eligibility.Any(says("any"), eligibility.Judgement(says("found"), "found"), eligibility.OpenClause(says("open"), "yuntai:other"))}},
		Clauses: []eligibility.Clause{{Key: "yuntai:other", ZH: "其他情形", EN: "other cases", Scope: eligibility.PerPerson, Source: cite}},
	}
	for _, k := range []eligibility.ParamKey{"yuntai:line", "yuntai:pay"} {
		act.Parameters = append(act.Parameters, eligibility.Parameter{Key: k, ZH: "标准", EN: "standard", Kind: eligibility.MoneyParam, Source: cite,
			Set: []eligibility.Delegation{{Nation: true, Mode: eligibility.MayOverride, Source: cite}}})
	}
	act.Values = []eligibility.Value{{Param: "yuntai:line", Force: force, Money: money.Fen(fen), Source: cite},
		{Param: "yuntai:pay", Force: force, Money: money.Fen(8000), Source: cite}}
	if change != nil {
		change(&act)
	}
	return must(statutes.New(d, nil, act))
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func at(s *statutes.Statutes, q statutes.Query) *statutes.Law { return must(s.At(q)) }

func query() statutes.Query {
	return statutes.Query{On: cal.MustParse("2024-01-15"), KnownOn: cal.MustParse("2024-01-20"), Fictitious: true}
}

// winter is a person whose income is known and, if cold is not nil, whose home is.
func winter(s *statutes.Statutes, cold *bool) *eligibility.Case {
	c := eligibility.NewCase(s.Dictionary())
	person := must(c.AddPerson())
	put := func(k eligibility.FactKey, d eligibility.Datum, verified bool) {
		if err := c.Put(k, person, d, verified); err != nil {
			panic(err)
		}
	}
	put("income", eligibility.Money(money.Fen(50000)), true)
	if cold != nil {
		put("cold", eligibility.Bool(*cold), false)
	}
	return c
}

var yes = true

func both() []record.Question { return []record.Question{{"yuntai:heating", 0}, {"yuntai:visit", 0}} }

func TestTheBytesOfARecord(t *testing.T) {
	s := heating(60000, nil)
	l := at(s, query())
	c := winter(s, &yes)
	data, err := record.Make(engine(l), c, "v1 <a&b>", both()...)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"version":1,"library":"v1 <a&b>","law":"` + l.Fingerprint().String() + `","on":"2024-01-15","known_on":"2024-01-20",` +
		`"ages":{"convention":"on-birthday","leapDay":"02-28"},"fictitious":true,` +
		`"facts":{"people":[{"facts":[{"fact":"cold","bool":true},{"fact":"income","money":"500.00","verified":true}]}]},"verdicts":[` +
		`{"programme":"yuntai:heating","row":0,"result":"eligible","stated":"met","verified":"unknown",` + caveats(l, c, both()[0]) + `,"amount":"80.00"},` +
		`{"programme":"yuntai:visit","row":0,"result":"need_discretion","stated":"unknown","verified":"unknown",` +
		`"judgements":[{"kind":"judgement","fact":"found","scope":"person"}],` + caveats(l, c, both()[1]) + `}]}`
	if d := cmp.Diff(want, string(data)); d != "" {
		t.Error(d)
	}
}

// caveats are those of an assessment as a record writes them.
func caveats(l *statutes.Law, c *eligibility.Case, q record.Question) string {
	var parts []string
	for _, x := range must(engine(l).Assess(c, q.Row, q.Programme)).Caveats {
		text := `{"kind":"` + string(x.Kind) + `"`
		for _, m := range [][2]string{{"node", x.Node}, {"clause", string(x.Clause)}, {"param", string(x.Param)}} {
			if m[1] != "" {
				text += `,"` + m[0] + `":"` + m[1] + `"`
			}
		}
		parts = append(parts, text+"}")
	}
	return `"caveats":[` + strings.Join(parts, ",") + `]`
}

func TestReplaySaysWhatDiffers(t *testing.T) {
	old := heating(60000, nil)
	for _, c := range []struct {
		name string
		fen  int64
		cold *bool
		law  func(*eligibility.Act)
		want []string // fields of the heating subsidy, then those of the visit behind a slash
	}{
		{"nothing", 60000, &yes, nil, nil},
		{"a value that changes no answer", 55000, &yes, nil, []string{"law"}},
		{"a value that changes the answer", 40000, &yes, nil, []string{"law", "heating result", "heating stated", "heating verified", "heating next", "heating amount"}},
		{"an amount", 60000, &yes, func(a *eligibility.Act) { a.Values[1].Money = money.Fen(9000) }, []string{"law", "heating amount"}},
		{"a value no more", 60000, &yes, func(a *eligibility.Act) { a.Values = a.Values[1:] },
			[]string{"law", "heating result", "heating stated", "heating parameters", "heating caveats", "heating next", "heating amount"}},
		{"a fact less to ask for", 60000, nil, func(a *eligibility.Act) {
			s := a.Programmes[0].Root.Spec()
			s.Kids = s.Kids[:1]
			a.Programmes[0].Root = eligibility.New(s)
		}, []string{"law", "heating result", "heating stated", "heating verified", "heating facts", "heating caveats", "heating next", "heating amount"}},
		{"a clause", 60000, &yes, func(a *eligibility.Act) {
			a.Fills = []eligibility.Fill{{Clause: "yuntai:other", State: eligibility.NoneEnacted, Source: a.Source}}
		}, []string{"law", "visit caveats"}},
		{"a judgement no more", 60000, &yes, func(a *eligibility.Act) {
			s := a.Programmes[1].Root.Spec()
			s.Kids = s.Kids[1:]
			a.Programmes[1].Root = eligibility.New(s)
		}, []string{"law", "visit result", "visit stated", "visit verified", "visit judgements", "visit caveats"}},
		{"a programme no more", 60000, &yes, func(a *eligibility.Act) {
			a.Programmes, a.Programmes[0].Next = a.Programmes[:1], nil
		}, []string{"law", "visit error"}},
		{"a programme that began later", 60000, &yes, func(a *eligibility.Act) { a.Programmes[1].Force = cal.MustParsePeriod("2024-02-01/") },
			[]string{"law", "visit error"}},
	} {
		data, err := record.Make(engine(at(old, query())), winter(old, c.cold), library, both()...)
		if err != nil {
			t.Fatal(err)
		}
		report, err := record.Replay(heating(c.fen, c.law), data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, d := range report.Differences {
			name := strings.TrimPrefix(string(d.Question.Programme), "yuntai:")
			got = append(got, strings.TrimSpace(name+" "+string(d.Field)))
			if d.Recorded == d.Now {
				t.Errorf("%s: %s does not differ", c.name, d.Field)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if report.Same() != (c.want == nil) || report.Same() != bytes.Equal(report.Bytes, data) {
			t.Errorf("%s: same %v, bytes equal %v", c.name, report.Same(), bytes.Equal(report.Bytes, data))
		}
		if (report.Bytes == nil) != strings.HasSuffix(strings.Join(got, " "), "error") {
			t.Errorf("%s: bytes of %d", c.name, len(report.Bytes))
		}
	}
}

func TestReplayInWords(t *testing.T) {
	old := heating(60000, nil)
	data, err := record.Make(engine(at(old, query())), winter(old, &yes), library, both()[:1]...)
	if err != nil {
		t.Fatal(err)
	}
	now := heating(60000, func(a *eligibility.Act) { a.Values[1].Money = money.Fen(9000) })
	report, err := record.Replay(now, data)
	if err != nil {
		t.Fatal(err)
	}
	a, b := at(old, query()).Fingerprint().String(), at(now, query()).Fingerprint().String()
	if d := cmp.Diff("规则指纹："+a+"→"+b+"\nyuntai:heating[0] 金额：\"80.00\"→\"90.00\"\n", report.Text(language.Chinese)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff("fingerprint of the law: "+a+" -> "+b+"\nyuntai:heating[0] amount: \"80.00\" -> \"90.00\"\n", report.Text(language.English)); d != "" {
		t.Error(d)
	}
}

func TestReplayFailsWhereThereIsNothingToCompare(t *testing.T) {
	s := heating(60000, nil)
	data, err := record.Make(engine(at(s, query())), winter(s, &yes), library, both()...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := record.Replay(s, data[1:]); !errors.Is(err, record.ErrForm) {
		t.Errorf("got %v", err)
	}
	random, _ := eligibilitytest.Random(1)
	_, err = record.Replay(random, data)
	if !errors.Is(err, eligibility.ErrFact) || fault.Of(err)[0].Path() != "facts.people[0].facts[0]" {
		t.Errorf("facts nobody has: %v", err)
	}
	open := bytes.Replace(data, []byte(`"fictitious":true,`), nil, 1)
	if _, err := record.Replay(s, open); !errors.Is(err, eligibility.ErrFictitious) {
		t.Errorf("an invented law that nobody asked for: %v", err)
	}
}

func TestEveryFieldHasItsNames(t *testing.T) {
	for e := range record.Fields().All() {
		if e.ZH == "" || e.EN == "" {
			t.Errorf("%s has no name", e.Key)
		}
	}
	n := 0
	for range record.Faults().All() {
		n++
	}
	if n != 5 {
		t.Errorf("%d codes", n)
	}
}

func TestMakeRefuses(t *testing.T) {
	s := heating(60000, nil)
	l, c := at(s, query()), winter(s, &yes)
	many := make([]record.Question, record.MaxQuestions+1)
	for i := range many {
		many[i] = record.Question{Programme: "p", Row: i}
	}
	one := both()[:1]
	for _, x := range []struct {
		name, version string
		asked         []record.Question
		want          string
	}{
		{"nothing asked", library, nil, "RECORD-QUESTIONS"},
		{"one thing twice", library, append(one[:1:1], one...), "RECORD-QUESTIONS"},
		{"too much", library, many, "RECORD-QUESTIONS"},
		{"no version", "", one, "RECORD-LIBRARY"},
		{"a version of many lines", "v1\nv2", one, "RECORD-LIBRARY"},
		{"a version that is not UTF-8", "v\xff", one, "RECORD-LIBRARY"},
		{"a version without end", strings.Repeat("v", 201), one, "RECORD-LIBRARY"},
		{"nobody", library, []record.Question{one[0], {"yuntai:heating", 7}}, "verdicts[1] ELIGIBILITY-ROW"},
		{"no programme", library, []record.Question{{"yuntai:boat", 0}}, "verdicts[0] ELIGIBILITY-PROGRAMME"},
	} {
		data, err := record.Make(engine(l), c, x.version, x.asked...)
		var got []string
		for _, f := range fault.Of(err) {
			got = append(got, strings.TrimSpace(f.Path()+" "+string(f.Code())))
		}
		if d := cmp.Diff([]string{x.want}, got); d != "" || data != nil {
			t.Errorf("%s: %s", x.name, d)
		}
	}
}

func TestWithoutAnEngineOrACaseThereIsNoRecord(t *testing.T) {
	s := heating(60000, nil)
	e, c := engine(at(s, query())), winter(s, &yes)
	for name, err := range map[string]error{
		"no engine":   made(record.Make(nil, c, library, both()...)),
		"zero engine": made(record.Make(new(assess.Engine), c, library, both()...)),
		"no case":     made(record.Make(e, nil, library, both()...)),
		"zero case":   made(record.Make(e, new(eligibility.Case), library, both()...)),
	} {
		if !errors.Is(err, eligibility.ErrDictionary) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if (record.Report{}).Same() {
		t.Error("nothing was assessed again, and nothing differs")
	}
}

func made(_ []byte, err error) error { return err }

func TestDecodeTakesCanonicalBytesOnly(t *testing.T) {
	s := heating(60000, nil)
	data, err := record.Make(engine(at(s, query())), winter(s, &yes), library, both()...)
	if err != nil {
		t.Fatal(err)
	}
	replace := func(old, new string) []byte {
		if !bytes.Contains(data, []byte(old)) {
			t.Fatalf("%s is not in the record", old)
		}
		return bytes.Replace(data, []byte(old), []byte(new), 1)
	}
	for _, c := range []struct {
		name string
		data []byte
		want fault.Code
	}{
		{"nothing", nil, record.ErrForm},
		{"another version", replace(`"version":1`, `"version":2`), record.ErrVersion},
		{"a blank", replace(`"version":1,`, `"version":1, `), record.ErrForm},
		{"a line feed at the end", append(bytes.Clone(data), '\n'), record.ErrForm},
		{"a second record", append(bytes.Clone(data), data...), record.ErrForm},
		{"an unknown member", replace(`"version":1,`, `"version":1,"name":"x",`), record.ErrForm},
		{"a repeated member", replace(`"version":1,`, `"version":1,"version":1,`), record.ErrForm},
		{"another order", replace(`"version":1,"library":"`+library+`"`, `"library":"`+library+`","version":1`), record.ErrForm},
		{"an escape", replace(`"cold"`, `"\u0063old"`), record.ErrForm},
		{"another spelling of money", replace(`"500.00"`, `"500"`), record.ErrForm},
		{"half a fingerprint", replace(at(s, query()).Fingerprint().String(), "00"), record.ErrForm},
		{"a fingerprint in capitals", replace(at(s, query()).Fingerprint().String(), strings.Repeat("AB", 32)), record.ErrForm},
		{"a fingerprint that is none", replace(at(s, query()).Fingerprint().String(), strings.Repeat("xy", 32)), record.ErrForm},
		{"no day", replace(`"on":"2024-01-15"`, `"on":""`), record.ErrForm},
		{"no rule of ages", replace(`"leapDay":"02-28"`, `"leapDay":""`), record.ErrForm},
		{"a result that is none", replace(`"result":"eligible"`, `"result":"granted"`), record.ErrForm},
		{"a truth that is none", replace(`"stated":"met"`, `"stated":"true"`), record.ErrForm},
		{"a question twice", replace(`"programme":"yuntai:visit"`, `"programme":"yuntai:heating"`), record.ErrForm},
		{"no version of the library", replace(library, ""), record.ErrForm},
		{"a bomb", bytes.Repeat([]byte("["), record.MaxBytes+1), record.ErrSize},
		{"a depth bomb", bytes.Repeat([]byte("["), record.MaxBytes), record.ErrForm},
	} {
		if r, err := record.Decode(c.data); !errors.Is(err, c.want) || r.Library != "" {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

// rounds is n, or half of it under -short: a race or a word of 32 bits shows in the first.
func rounds(n uint64) uint64 {
	if testing.Short() {
		return n / 2
	}
	return n
}
