package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/reform"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/money"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const small = 5_000

func silent(string, int, int) {}

// countyOf is a screened county of so many people.
func countyOf(t testing.TB, persons int, raise money.Amount) *screening {
	t.Helper()
	law, err := lawWith(raise)
	if err != nil {
		t.Fatal(err)
	}
	s, err := screen(law, persons, silent)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReport(t *testing.T) {
	var out, log bytes.Buffer
	if status := run([]string{"-persons", fmt.Sprint(small)}, &out, &log); status != 0 {
		t.Fatal(log.String())
	}
	path := filepath.Join("testdata", "report.md")
	if *update {
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), out.String()); d != "" {
		t.Error(d)
	}
	if !strings.Contains(log.String(), "秒") || strings.Contains(out.String(), "秒") {
		t.Error("the time belongs to standard error, and there alone")
	}
}

// theCounty is the small one as it is, shared by the tests that only read it.
var theCounty = sync.OnceValues(func() (*screening, error) {
	law, err := lawWith(money.Amount{})
	if err != nil {
		return nil, err
	}
	return screen(law, small, silent)
})

// casesOf are the households of a county for the row reader.
func casesOf(t testing.TB, s *screening) []*eligibility.Case {
	t.Helper()
	cases := make([]*eligibility.Case, s.facts.Households())
	for h := range cases {
		var err error
		if cases[h], err = s.facts.Case(h); err != nil {
			t.Fatal(err)
		}
	}
	return cases
}

// rows calls f for every row of a programme, with the case it is in.
func rows(s *screening, cases []*eligibility.Case, id eligibility.ProgrammeID, f func(row, in int, c *eligibility.Case)) {
	for h, c := range cases {
		if s.out.Scope(id) == eligibility.PerHousehold {
			f(h, 0, c)
			continue
		}
		first, last := s.facts.PeopleOf(h)
		for row := first; row < last; row++ {
			f(row, row-first, c)
		}
	}
}

// Every count of the table is what the row reader comes to, one row after another.
func TestCountsAreWhatTheRowReaderSays(t *testing.T) {
	s, err := theCounty()
	if err != nil {
		t.Fatal(err)
	}
	cases, met := casesOf(t, s), 0
	lacks, err := s.lacks()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range s.plan.Programmes() {
		var want batch.Count
		lacking := make(map[string]int)
		rows(s, cases, id, func(row, in int, c *eligibility.Case) {
			truth, _, err := s.engine.Truth(c, in, id)
			conflict := errors.Is(err, eligibility.ErrConflict)
			if err != nil && !conflict {
				t.Fatal(id, err)
			}
			if got, clash := s.out.Truth(id, row); got != truth || clash != conflict {
				t.Fatalf("%s, row %d: %v, want %v", id, row, got, truth)
			}
			if !s.counted(id, row) {
				if truth == eligibility.Met {
					t.Errorf("%s: a relative outside the county, row %d, is eligible", id, row)
				}
				return
			}
			want.Rows++
			switch truth {
			case eligibility.Met:
				want.Met++
			case eligibility.NotMet:
				want.NotMet++
			default:
				want.Unknown++
				a, err := s.engine.Assess(c, in, id)
				if conflict {
					want.Conflict++
					return
				}
				if err != nil {
					t.Fatal(id, err)
				}
				var names []string
				for _, n := range slices.Concat(a.Parameters, a.Facts, a.Judgements) {
					zh, _, _ := s.law.Names(n)
					names = append(names, zh)
				}
				slices.Sort(names)
				for _, zh := range slices.Compact(names) {
					lacking[zh]++
				}
			}
		})
		if got := s.out.Count(id); got != want {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
		zh, most := lacks[id].zh, lacks[id].rows
		if lacking[zh] != most {
			t.Errorf("%s: %d lack %s, want %d", id, most, zh, lacking[zh])
		}
		for _, n := range lacking {
			if n > most {
				t.Errorf("%s: %d rows lack one thing, the most is said to be %d", id, n, most)
			}
		}
		if want.Met > 0 {
			met++
		}
	}
	if met < 18 {
		t.Errorf("only %d programmes are ever met", met)
	}
}

// The cost of the reform is the sum of what the row reader pays each row that is met, and who gains and loses is who it says.
func TestTheReformIsWhatTheRowReaderPays(t *testing.T) {
	s, err := theCounty()
	if err != nil {
		t.Fatal(err)
	}
	later, err := lawWith(money.Fen(6_000))
	if err != nil {
		t.Fatal(err)
	}
	engine, err := assess.New(later)
	if err != nil {
		t.Fatal(err)
	}
	r, err := reform.Compare(s.facts, s.law, later, nil)
	if err != nil {
		t.Fatal(err)
	}
	cases, moved := casesOf(t, s), 0
	for _, c := range r.Changes {
		want := reform.Change{Programme: c.Programme, Unit: s.out.Scope(c.Programme)}
		rows(s, cases, c.Programme, func(row, in int, k *eligibility.Case) {
			if !s.counted(c.Programme, row) {
				return
			}
			before, met := paid(t, s.engine, k, in, c.Programme, &want.Before)
			after, meets := paid(t, engine, k, in, c.Programme, &want.After)
			want.Moves[met+1][meets+1]++
			if before < 0 || after < 0 {
				return
			}
			if before < after {
				want.Raised++
			} else if before > after {
				want.Lowered++
			}
		})
		if d := cmp.Diff(want, c, cmp.Comparer(money.Amount.Equal)); d != "" {
			t.Errorf("%s: %s", c.Programme, d)
		}
		moved += c.Gained() + c.Lost()
	}
	if moved < 10 {
		t.Errorf("only %d rows gain or lose", moved)
	}
}

// paid is what a row gets, in fen, and −1 where that is nothing or unknown.
func paid(t *testing.T, e *assess.Engine, c *eligibility.Case, row int, id eligibility.ProgrammeID, cost *reform.Cost) (int64, eligibility.Truth) {
	t.Helper()
	truth, _, err := e.Truth(c, row, id)
	if err != nil && !errors.Is(err, eligibility.ErrConflict) {
		t.Fatal(id, err)
	}
	if truth != eligibility.Met {
		return -1, truth
	}
	a, err := e.Assess(c, row, id)
	if err != nil {
		t.Fatal(id, err)
	}
	sum, ok := a.Amount.Get()
	if !ok {
		cost.Unknown++
		return -1, truth
	}
	cost.Paid++
	if cost.Total, err = cost.Total.Add(sum); err != nil {
		t.Fatal(err)
	}
	return sum.Fen(), truth
}

func TestTheCountyHasExactlyAsManyPeopleAsAskedFor(t *testing.T) {
	law, err := lawWith(money.Amount{})
	if err != nil {
		t.Fatal(err)
	}
	for persons := 1; persons < 60; persons++ {
		s := &screening{law: law, facts: batch.New(law.Dictionary())}
		if err := s.populate(persons, silent); err != nil {
			t.Fatal(err)
		}
		n := 0
		for row := range s.facts.People() {
			if !s.facts.Outside(row) {
				n++
			}
		}
		if n != persons || s.persons != persons {
			t.Fatalf("%d people and %d marked, want %d", s.persons, n, persons)
		}
	}
}

func TestProgressRisesToTheEnd(t *testing.T) {
	law, err := lawWith(money.Amount{})
	if err != nil {
		t.Fatal(err)
	}
	last, calls := map[string]int{}, map[string]int{}
	total := map[string]int{}
	s, err := screen(law, 8_000, func(stage string, done, of int) {
		if done <= last[stage] || done > of {
			t.Errorf("%s: %d of %d after %d", stage, done, of, last[stage])
		}
		last[stage], total[stage] = done, of
		calls[stage]++
	})
	if err != nil {
		t.Fatal(err)
	}
	for stage, of := range total {
		if last[stage] != of || calls[stage] < 2 || calls[stage] > 10 {
			t.Errorf("%s: %d of %d in %d calls", stage, last[stage], of, calls[stage])
		}
	}
	if len(total) != 2 || s.persons != 8_000 {
		t.Error(total)
	}
}

// A programme with a custom function and no batch form of it is named with the reason, and the rest is screened.
func TestWhatTheBatchCannotExpressIsNamed(t *testing.T) {
	custom := statutes.Function{Ref: eligibility.FunctionRef{Name: "xuni.even", Version: "1"}, Facts: []eligibility.FactKey{facts.PersonRefusals},
		Scope: eligibility.PerPerson, Eval: func(statutes.View) eligibility.Truth { return eligibility.Unknown }}
	is := criterion("even", "虚构条件")
	own := eligibility.Act{ID: "xuni:zidingyi", ZH: "虚构办法", EN: "invented", Source: invented, In: county, Force: subsidy().Force,
		Programmes: []eligibility.Programme{{ID: "xuni:zidingyi", ZH: "自定义项目", EN: "custom", Unit: eligibility.PerPerson, Source: invented,
			Root: eligibility.Custom(is, custom.Ref, custom.Facts...)}}}
	standard, err := standards(money.Amount{})
	if err != nil {
		t.Fatal(err)
	}
	body, err := statutes.New(facts.Dictionary(), []statutes.Function{custom}, append(national.Acts(), standard, own)...)
	if err != nil {
		t.Fatal(err)
	}
	law, err := body.At(statutes.Query{Division: county, On: today, Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := screen(law, 50, silent)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := s.counts(&out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "未纳入批量研判：自定义项目。原因：") || strings.Contains(out.String(), "全部可以") || len(s.plan.Programmes()) != 25 {
		t.Error(out.String())
	}
}

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		status int
		args   []string
	}{
		{0, []string{"-h"}}, {2, []string{"-nonsense"}}, {2, []string{"extra"}}, {2, []string{"-persons", "0"}}, {2, []string{"-raise", "六十"}},
		{1, []string{"-persons", "10", "-raise", "92233720368547758.07"}},
	} {
		var out, errs bytes.Buffer
		if status := run(c.args, &out, &errs); status != c.status || out.Len() > 0 || errs.Len() == 0 {
			t.Errorf("%v: status %d, stdout %q, stderr %q", c.args, status, out.String(), errs.String())
		}
	}
	if status := run([]string{"-persons", "10"}, failing{}, io.Discard); status != 1 {
		t.Errorf("a full disk ends with status %d", status)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

func Example() {
	var out bytes.Buffer
	run([]string{"-persons", "2000", "-raise", "60.00"}, &out, io.Discard)
	for _, line := range strings.Split(out.String(), "\n") {
		for _, start := range []string{"县内", "| 最低生活保障（家庭） | 户 | 773 |", "各项目相加", "不再符合最低生活保障边缘家庭", "以上均为"} {
			if strings.HasPrefix(line, start) {
				fmt.Println(line)
			}
		}
	}
	// Output:
	// 县内773户、2000人，另列户外亲属636人、亲属关系5228条。户外亲属只用于判断赡养抚养扶养，不计入下表。
	// | 最低生活保障（家庭） | 户 | 773 | 103 | 614 | 56 | 0 | 是否已确认为特困人员（12） |
	// 各项目相加：现每月171590.00元，调整后每月184946.00元，每月增减13356.00元。各项目分别测算，依法不能同时享受的没有扣除。
	// 不再符合最低生活保障边缘家庭的1户中，1户所在家庭转为符合低保。
	// 以上均为初步研判，只说明所列事实与规定比照的结果，以民政部门审核确认为准。
}

// The columns of 100,000 people and their relatives, all programmes of the law: what remains once the facts are there.
func BenchmarkScreen(b *testing.B) {
	s := countyOf(b, 100_000, money.Amount{})
	b.ReportAllocs()
	for b.Loop() {
		if err := batch.Run(s.plan, s.facts, &s.out); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(s.facts.People()), "rows")
}

// From nothing to the counts: 1,000 people invented, bound to the law, put into columns and screened.
func BenchmarkCounty(b *testing.B) {
	law, err := lawWith(money.Amount{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := screen(law, 1_000, silent); err != nil {
			b.Fatal(err)
		}
	}
}
