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
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

func law(t testing.TB, seed uint64) (*eligibility.Law, []*eligibility.Case) {
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

func TestShapesThatDoNotFitAreRefused(t *testing.T) {
	d := eligibilitytest.Dictionary()
	for name, s := range map[string]batch.Shape{
		"nothing":                    {},
		"no first":                   {People: []int32{1, 2}},
		"falling":                    {People: []int32{0, 2, 1}},
		"too many people":            {People: []int32{0, 65}},
		"people without ties":        {People: []int32{0, 2}, Ties: []int32{0, 0}},
		"ties without kin":           {People: []int32{0, 2}, Ties: []int32{0, 1, 1}},
		"kin without ties":           {People: []int32{0, 2}, Kin: []int32{1}},
		"a tie to oneself":           {People: []int32{0, 2}, Ties: []int32{0, 1, 1}, Kin: []int32{0}},
		"a tie twice":                {People: []int32{0, 2}, Ties: []int32{0, 2, 2}, Kin: []int32{1, 1}},
		"kin of another household":   {People: []int32{0, 1, 2}, Ties: []int32{0, 1, 1}, Kin: []int32{1}},
		"kin of no household":        {People: []int32{0, 2}, Ties: []int32{0, 1, 1}, Kin: []int32{-1}},
		"a number that goes too far": {People: []int32{0, -1 << 31}},
	} {
		if _, err := batch.Shaped(d, s); !errors.Is(err, batch.ErrShape) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if b, err := batch.Shaped(d, batch.Shape{People: []int32{0, 0, 3}}); err != nil || b.Households() != 2 || b.People() != 3 || b.Ties() != 0 {
		t.Error(b, err)
	}
	ties := batch.Shape{People: []int32{0, 64}, Ties: []int32{0}}
	for p := range int32(64) {
		for k := range int32(64) {
			if k != p && len(ties.Kin) <= eligibility.MaxTies {
				ties.Kin = append(ties.Kin, k)
			}
		}
		ties.Ties = append(ties.Ties, int32(len(ties.Kin)))
	}
	if _, err := batch.Shaped(d, ties); !errors.Is(err, batch.ErrShape) {
		t.Errorf("more ties than a case has: %v", err)
	}
}

func TestColumnsThatDoNotSuitAreRefused(t *testing.T) {
	b, err := batch.Shaped(eligibilitytest.Dictionary(), batch.Shape{People: []int32{0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	fail := func(name string, err error, want fault.Code) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
	_, err = b.Flags("nobody.knows")
	fail("unknown fact", err, batch.ErrFact)
	_, err = b.Known("nobody.knows")
	fail("known of an unknown fact", err, batch.ErrFact)
	_, err = b.Verified("p.yes")
	fail("verified of what is not there", err, batch.ErrKind)
	_, err = b.Flags("p.count")
	fail("flags of a count", err, batch.ErrKind)
	_, err = b.Small("p.yes")
	fail("bytes of a bool", err, batch.ErrKind)
	_, err = b.Counts("p.birth")
	fail("counts of a date", err, batch.ErrKind)
	_, err = b.Days("p.count")
	fail("days of a count", err, batch.ErrKind)
	_, err = b.Money("p.count")
	fail("money of a count", err, batch.ErrKind)
	_, err = b.Pairs("p.word")
	fail("pairs of a word", err, batch.ErrKind)
	if _, err = b.Small("p.count"); err != nil {
		t.Error(err)
	}
	_, err = b.Counts("p.count")
	fail("another width", err, batch.ErrKind)
}

func TestValuesOutOfBoundsAreNamed(t *testing.T) {
	l, _ := law(t, 1)
	d := l.Dictionary()
	plan, err := batch.CompileWith(l, []batch.Form{both()}, "mutual")
	if err != nil {
		t.Fatal(err)
	}
	set := func(b *batch.Batch, k eligibility.FactKey, n int64) {
		t.Helper()
		var err error
		switch k {
		case "p.count":
			var c []int32
			c, err = b.Counts(k)
			c[5] = int32(n)
		case "p.birth":
			var c []int32
			c, err = b.Days(k)
			for i := range c {
				c[i] = batch.PackDay(cal.MustParse("2000-02-29"))
			}
			c[5] = int32(n)
		case "p.wages":
			var c []int64
			c, err = b.Money(k)
			c[5] = n
		case "p.word":
			var c []uint8
			c, err = b.Small(k)
			c[5] = uint8(n)
		default:
			if n > 63 || n < 0 {
				var c []uint64
				c, err = b.Pairs(k)
				c[5] = uint64(n)
			} else {
				var c []uint8
				c, err = b.Small(k)
				c[5] = uint8(n)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		key  eligibility.FactKey
		n    int64
		good bool
	}{
		{"p.count", -1, false}, {"p.count", 1_000_000_001, false}, {"p.count", 1_000_000_000, true},
		{"p.wages", 10_000_000_000_001, false}, {"p.wages", -10_000_000_000_001, false}, {"p.wages", -1 << 63, false},
		{"p.wages", 10_000_000_000_000, true}, {"p.wages", -10_000_000_000_000, true},
		{"p.birth", 0, false}, {"p.birth", -1, false}, {"p.birth", int64(batch.PackDay(cal.MustParse("1999-12-31"))), true},
		{"p.birth", 2000<<9 | 13<<5 | 1, false}, {"p.birth", 2000 << 9, false},
		{"p.word", 3, false}, {"p.word", 2, true}, {"p.word", 255, false},
		{"p.pairs", 7, false}, {"p.pairs", 13, false}, {"p.pairs", 60, true}, {"p.pairs", 61, false}, {"p.pairs", 1, false},
		{"p.pairs", 1 << 9, true}, {"p.pairs", -1, false},
	} {
		for _, known := range []bool{true, false} {
			b, err := batch.Shaped(d, batch.Shape{People: []int32{0, 10}})
			if err != nil {
				t.Fatal(err)
			}
			set(b, test.key, test.n)
			if !known {
				bits, err := b.Known(test.key)
				if err != nil {
					t.Fatal(err)
				}
				bits[0] &^= 1 << 5
			}
			var out batch.Planes
			err = batch.Run(plan, b, &out)
			if test.good || !known {
				if err != nil {
					t.Errorf("%s %d, known %v: %v", test.key, test.n, known, err)
				}
				continue
			}
			if !errors.Is(err, batch.ErrValue) {
				t.Fatalf("%s %d: %v", test.key, test.n, err)
			}
			var f fault.Fault
			if errors.As(err, &f); f.Path() != string(test.key) {
				t.Errorf("%s %d is at %s", test.key, test.n, f.Path())
			}
			if row, _ := f.Arg("row"); row != "5" {
				t.Errorf("%s %d is in row %s", test.key, test.n, row)
			}
		}
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
	if err := shared.Check(); err != nil {
		t.Fatal(err)
	}
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
