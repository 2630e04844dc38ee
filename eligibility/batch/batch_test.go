package batch_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

func law(t testing.TB, seed uint64) (*statutes.Law, []*eligibility.Case) {
	t.Helper()
	s, cases := eligibilitytest.Random(seed)
	l, err := s.At(eligibilitytest.Query())
	if err != nil {
		t.Fatal(err)
	}
	return l, cases
}

func batchOf(t testing.TB, d *eligibility.Dictionary, cases ...*eligibility.Case) *batch.Batch {
	t.Helper()
	b := batch.New(d)
	for i, c := range cases {
		if row, err := b.Append(c); err != nil || row != i {
			t.Fatal(row, err)
		}
	}
	return b
}

// Cases of many laws have one dictionary only by name; these are of one law and enough to fill several chunks.
func TestManyHouseholdsAgreeWithTheRowReader(t *testing.T) {
	for _, seed := range []uint64{3, 85, 110, 2024} {
		l, few := law(t, seed)
		r := rand.New(rand.NewPCG(seed, 1))
		var cases []*eligibility.Case
		for range 4000 {
			cases = append(cases, few[r.IntN(len(few))])
		}
		agree(t, seed, l, cases, batchOf(t, l.Dictionary(), cases...))
	}
}

// Where people end with a word, a household of nobody lies behind the last one.
func TestAHouseholdOfNobodyComesLast(t *testing.T) {
	for seed := range uint64(60) {
		l, cases := law(t, seed)
		nobody := eligibility.NewCase(l.Dictionary())
		single := eligibility.NewCase(l.Dictionary())
		if _, err := single.AddPerson(); err != nil {
			t.Fatal(err)
		}
		for _, c := range cases[:3] {
			all := []*eligibility.Case{c}
			for n := c.People(); n%64 != 0; n++ {
				all = append(all, single)
			}
			all = append(all, nobody, nobody)
			agree(t, seed, l, all, batchOf(t, l.Dictionary(), all...))
		}
	}
}

// A batch filled column by column, in every width, says what the same cases say.
func TestColumnsFilledByHandAgreeWithTheRowReader(t *testing.T) {
	for seed := range uint64(60) {
		l, cases := law(t, seed)
		var s batch.Shape
		s.People, s.Ties = []int32{0}, []int32{0}
		people := int32(0)
		for _, c := range cases {
			for p := range c.People() {
				for i := range c.Ties() {
					if owner, kin := c.TieOf(i); owner == p {
						s.Kin = append(s.Kin, people+int32(kin))
					}
				}
				s.Ties = append(s.Ties, int32(len(s.Kin)))
			}
			people += int32(c.People())
			s.People = append(s.People, people)
		}
		b, err := batch.Shaped(l.Dictionary(), s)
		if err != nil {
			t.Fatal(err)
		}
		for f := range l.Dictionary().All() {
			fillColumn(t, b, f, cases, seed%2 == 0)
		}
		agree(t, seed, l, cases, b)
		for h, want := range cases {
			got, err := b.Case(h)
			if err != nil {
				t.Fatal(err)
			}
			sameFacts(t, got, want)
		}
	}
}

// fillColumn writes one fact of all cases through its column; wide takes the wider of two stores.
func fillColumn(t *testing.T, b *batch.Batch, f eligibility.Fact, cases []*eligibility.Case, wide bool) {
	t.Helper()
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(f.Key, err)
		}
	}
	var put func(row int, n int64)
	switch f.Kind {
	case eligibility.BoolFact:
		c, err := b.Flags(f.Key)
		ok(err)
		put = func(row int, n int64) { c[row>>6] |= uint64(n) << (row & 63) }
	case eligibility.MoneyFact:
		c, err := b.Money(f.Key)
		ok(err)
		put = func(row int, n int64) { c[row] = n }
	case eligibility.DateFact:
		c, err := b.Days(f.Key)
		ok(err)
		put = func(row int, n int64) { c[row] = int32(n) }
	case eligibility.PairsFact:
		c, err := b.Pairs(f.Key)
		ok(err)
		put = func(row int, n int64) { c[row] = uint64(n) }
	case eligibility.CountFact:
		if wide {
			c, err := b.Counts(f.Key)
			ok(err)
			put = func(row int, n int64) { c[row] = int32(n) }
			break
		}
		fallthrough
	default:
		c, err := b.Small(f.Key)
		ok(err)
		put = func(row int, n int64) { c[row] = uint8(n) }
	}
	known, err := b.Known(f.Key)
	ok(err)
	verified, err := b.Verified(f.Key)
	ok(err)
	row := 0
	each := func(c *eligibility.Case, from int) {
		n, k, v := c.Get(f.Key, from)
		if !k {
			known[row>>6] &^= 1 << (row & 63)
		} else {
			put(row, n)
		}
		if v {
			verified[row>>6] |= 1 << (row & 63)
		}
		row++
	}
	for _, c := range cases {
		switch f.Scope {
		case eligibility.PerHousehold:
			each(c, 0)
		case eligibility.PerPerson:
			for p := range c.People() {
				each(c, p)
			}
		default:
			for p := range c.People() {
				for i := range c.Ties() {
					if owner, _ := c.TieOf(i); owner == p {
						each(c, i)
					}
				}
			}
		}
	}
}

// sameFacts compares two cases fact by fact; ties may be numbered otherwise.
func sameFacts(t *testing.T, got, want *eligibility.Case) {
	t.Helper()
	if got.People() != want.People() || got.Ties() != want.Ties() {
		t.Fatalf("%d people and %d ties, want %d and %d", got.People(), got.Ties(), want.People(), want.Ties())
	}
	tie := func(c *eligibility.Case, owner, kin int) int {
		for i := range c.Ties() {
			if o, k := c.TieOf(i); o == owner && k == kin {
				return i
			}
		}
		return -1
	}
	for f := range want.Dictionary().All() {
		rows := map[eligibility.Scope]int{eligibility.PerHousehold: 1, eligibility.PerPerson: want.People(), eligibility.PerTie: want.Ties()}
		for row := range rows[f.Scope] {
			at := row
			if f.Scope == eligibility.PerTie {
				at = tie(got, first(want.TieOf(row)), second(want.TieOf(row)))
			}
			n, k, v := got.Get(f.Key, at)
			if m, l, w := want.Get(f.Key, row); n != m || k != l || v != w {
				t.Errorf("%s of row %d: %d %v %v, want %d %v %v", f.Key, row, n, k, v, m, l, w)
			}
		}
	}
}

func first(a, _ int) int  { return a }
func second(_, b int) int { return b }

func TestAPersonIsFoundInHisHousehold(t *testing.T) {
	l, cases := law(t, 7)
	b := batchOf(t, l.Dictionary(), cases...)
	row := 0
	for h, want := range cases {
		from, to := b.PeopleOf(h)
		if from != row || to != row+want.People() {
			t.Fatalf("household %d has people %d to %d", h, from, to)
		}
		for p := range want.People() {
			c, at, err := b.Person(row)
			if err != nil || at != p || b.HouseholdOf(row) != h {
				t.Fatalf("person %d is %d of household %d: %v", row, at, b.HouseholdOf(row), err)
			}
			sameFacts(t, c, want)
			row++
		}
	}
	for _, at := range []int{-1, b.People()} {
		if _, _, err := b.Person(at); !errors.Is(err, batch.ErrRow) {
			t.Error(at, err)
		}
	}
	for _, at := range []int{-1, b.Households()} {
		if _, err := b.Case(at); !errors.Is(err, batch.ErrRow) {
			t.Error(at, err)
		}
	}
	if b.Rows(eligibility.PerTie) != b.Ties() || b.Rows(eligibility.PerPerson) != b.People() || b.Rows(eligibility.PerHousehold) != len(cases) {
		t.Error("rows of a scope are not those of the batch")
	}
}

func TestAnotherDictionaryIsRefused(t *testing.T) {
	l, cases := law(t, 1)
	plan, err := batch.CompileWith(l, []batch.Form{both()})
	if err != nil {
		t.Fatal(err)
	}
	other := batch.New(eligibilitytest.Dictionary())
	if _, err := other.Append(cases[0]); !errors.Is(err, batch.ErrDictionary) {
		t.Error(err)
	}
	var out batch.Planes
	if err := batch.Run(plan, other, &out); !errors.Is(err, batch.ErrDictionary) {
		t.Error(err)
	}
	for n, err := range batch.Screen(plan, other, &out) {
		if n != 0 || !errors.Is(err, batch.ErrDictionary) {
			t.Error(n, err)
		}
	}
	if other.Dictionary() == l.Dictionary() || plan.Law() != l {
		t.Error("a batch or a plan has forgotten where it came from")
	}
}

func TestWhatCannotBeCompiledIsNamed(t *testing.T) {
	for seed := range uint64(200) {
		l, _ := law(t, seed)
		_, err := batch.Compile(l)
		if err == nil {
			continue
		}
		var f fault.Fault
		if !errors.As(err, &f) || f.Code() != batch.ErrNotExpressed {
			t.Fatal(err)
		}
		if node, _ := f.Arg("node"); node == "" || !slices.Contains(eligibilitytest.Programmes(), eligibility.ProgrammeID(f.Path())) {
			t.Fatalf("%s at %s", node, f.Path())
		}
		if _, err := batch.Compile(l, "nobody"); !errors.Is(err, batch.ErrProgramme) {
			t.Fatal(err)
		}
		return
	}
	t.Error("no law has a custom function")
}

func TestPlanesSayTheSameInEveryForm(t *testing.T) {
	l, cases := law(t, 85)
	plan, err := batch.CompileWith(l, []batch.Form{both()}, "mutual", "household", "mutual")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]eligibility.ProgrammeID{"mutual", "household"}, plan.Programmes()); diff != "" {
		t.Error(diff)
	}
	b := batchOf(t, l.Dictionary(), cases...)
	var out batch.Planes
	if out.Count("mutual") != (batch.Count{}) || out.Scope("mutual") != "" || out.Met("mutual") != nil {
		t.Error("planes say something before a run")
	}
	if err := batch.Run(plan, b, &out); err != nil {
		t.Fatal(err)
	}
	for _, p := range plan.Programmes() {
		var want batch.Count
		want.Rows = b.Rows(out.Scope(p))
		rows := map[eligibility.Truth][]int{}
		for row := range want.Rows {
			truth, conflict := out.Truth(p, row)
			rows[truth] = append(rows[truth], row)
			if conflict {
				want.Conflict++
			}
			for plane, at := range map[eligibility.Truth][]uint64{eligibility.Met: out.Met(p), eligibility.NotMet: out.NotMet(p)} {
				if at[row>>6]>>(row&63)&1 != 0 != (truth == plane) {
					t.Errorf("%s, row %d is %v, and not in its plane", p, row, truth)
				}
			}
		}
		want.Met, want.NotMet, want.Unknown = len(rows[eligibility.Met]), len(rows[eligibility.NotMet]), len(rows[eligibility.Unknown])
		if diff := cmp.Diff(want, out.Count(p)); diff != "" {
			t.Error(p, diff)
		}
		for truth, want := range rows {
			if diff := cmp.Diff(want, slices.Collect(out.Rows(p, truth))); diff != "" {
				t.Error(p, truth, diff)
			}
			for range out.Rows(p, truth) {
				break
			}
		}
	}
	if truth, _ := out.Truth("mutual", -1); truth != eligibility.Unknown {
		t.Error("there is a row −1")
	}
	if slices.Collect(out.Rows("personal", eligibility.Met)) != nil {
		t.Error("a programme that was not compiled has rows")
	}
}

func TestScreenCanBeStopped(t *testing.T) {
	l, few := law(t, 85)
	var cases []*eligibility.Case
	for range 2000 {
		cases = append(cases, few...)
	}
	b := batchOf(t, l.Dictionary(), cases...)
	plan, err := batch.CompileWith(l, []batch.Form{both()})
	if err != nil {
		t.Fatal(err)
	}
	var whole, part batch.Planes
	if err := batch.Run(plan, b, &whole); err != nil {
		t.Fatal(err)
	}
	var done []int
	for n, err := range batch.Screen(plan, b, &part) {
		if err != nil {
			t.Fatal(err)
		}
		done = append(done, n)
	}
	if len(done) < 3 || !slices.IsSorted(done) || done[len(done)-1] != len(cases) {
		t.Fatalf("portions end at %v", done)
	}
	for _, p := range plan.Programmes() {
		if part.Count(p) != whole.Count(p) {
			t.Errorf("%s: %v in portions, %v at once", p, part.Count(p), whole.Count(p))
		}
	}
	for n, err := range batch.Screen(plan, b, &part) {
		if err != nil || n != done[0] {
			t.Fatal(n, err)
		}
		break
	}
	for row := range cases {
		want := eligibility.Unknown
		if row < done[0] {
			want, _ = whole.Truth("household", row)
		}
		if got, _ := part.Truth("household", row); got != want {
			t.Fatalf("row %d is %v after a stop at %d", row, got, done[0])
		}
	}
}

func TestARunThatFailsLeavesNothingOfTheOneBefore(t *testing.T) {
	l, cases := law(t, 3)
	b := batchOf(t, l.Dictionary(), cases...)
	plan, err := batch.CompileWith(l, []batch.Form{both()})
	if err != nil {
		t.Fatal(err)
	}
	wages, err := b.Money("p.wages")
	if err != nil || len(wages) == 0 {
		t.Fatal(err)
	}
	var out batch.Planes
	if err := batch.Run(plan, b, &out); err != nil {
		t.Fatal(err)
	}
	good := out.Count(eligibilitytest.Household)
	known, err := b.Known("p.wages")
	if err != nil {
		t.Fatal(err)
	}
	was := wages[0]
	known[0], wages[0] = known[0]|1, 1<<62
	if err := batch.Run(plan, b, &out); !errors.Is(err, batch.ErrValue) {
		t.Fatalf("%v, want %s", err, batch.ErrValue)
	}
	if c := out.Count(eligibilitytest.Household); c != (batch.Count{}) || out.Met(eligibilitytest.Household) != nil {
		t.Errorf("after an error %+v", c)
	}
	if wages, err = b.Money("p.wages"); err != nil {
		t.Fatal(err)
	}
	wages[0] = was
	if err := batch.Run(plan, b, &out); err != nil || out.Count(eligibilitytest.Household).Rows != good.Rows {
		t.Errorf("%v, %+v", err, out.Count(eligibilitytest.Household))
	}
}

func TestRunsDoNotAllocate(t *testing.T) {
	for _, seed := range []uint64{2, 3, 5, 8, 85} {
		l, few := law(t, seed)
		var cases []*eligibility.Case
		for range 100 {
			cases = append(cases, few...)
		}
		b := batchOf(t, l.Dictionary(), cases...)
		plan, err := batch.CompileWith(l, []batch.Form{both()})
		if err != nil {
			t.Fatal(err)
		}
		for _, verified := range []bool{false, true} {
			out := batch.Planes{Verified: verified}
			if n := testing.AllocsPerRun(10, func() {
				if err := batch.Run(plan, b, &out); err != nil {
					t.Fatal(err)
				}
			}); n != 0 {
				t.Errorf("seed %d: a run allocates %v times", seed, n)
			}
		}
	}
}

func TestAPlanRunsInManyGoroutines(t *testing.T) {
	l, cases := law(t, 85)
	plan, err := batch.CompileWith(l, []batch.Form{both()})
	if err != nil {
		t.Fatal(err)
	}
	shared := batchOf(t, l.Dictionary(), cases...)
	done := make(chan batch.Count)
	for range 8 {
		go func() {
			var out batch.Planes
			if err := batch.Run(plan, shared, &out); err != nil {
				t.Error(err)
			}
			done <- out.Count("mutual")
		}()
	}
	want := <-done
	for range 7 {
		if got := <-done; got != want {
			t.Error(got, want)
		}
	}
}

func TestPairCodesAreThoseOfTheEngine(t *testing.T) {
	seen := 0
	for k := range identity.DisabilityKinds().All() {
		for g := range identity.DisabilityGrades().All() {
			p := eligibility.Pair{Kind: k.Key, Grade: g.Key}
			code := batch.PairCode(p)
			if eligibility.PairBits(p) != 1<<code {
				t.Errorf("%v is %d", p, code)
			}
			seen++
		}
	}
	if seen != 28 || batch.PairCode(eligibility.Pair{}) != 0 {
		t.Error(seen)
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	n := 0
	for f := range batch.Faults().All() {
		n++
		if f.ZH == "" || f.EN == "" {
			t.Error(f.Code)
		}
	}
	if n != 10 {
		t.Error(n)
	}
}

func TestWithoutALawOrFactsNothingRuns(t *testing.T) {
	l, cases := law(t, 85)
	plan, err := batch.CompileWith(l, []batch.Form{both()})
	if err != nil {
		t.Fatal(err)
	}
	filled := batchOf(t, l.Dictionary(), cases...)
	var out batch.Planes
	_, noLaw := batch.Compile(nil)
	_, zeroLaw := batch.Compile(&statutes.Law{})
	_, noCase := filled.Append(nil)
	_, zeroCase := new(batch.Batch).Append(new(eligibility.Case))
	for name, err := range map[string]error{
		"no plan": batch.Run(nil, filled, &out), "the zero plan": batch.Run(&batch.Plan{}, &batch.Batch{}, &out),
		"no batch": batch.Run(plan, nil, &out), "the zero batch": batch.Run(plan, &batch.Batch{}, &out),
		"a check of the zero batch": new(batch.Batch).Check(), "no law": noLaw, "the zero law": zeroLaw, "no case": noCase, "the zero case": zeroCase,
	} {
		if !errors.Is(err, batch.ErrDictionary) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
