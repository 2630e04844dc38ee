package batch_test

import (
	"errors"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

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

// Rows appended to columns filled by hand are unknown until something is put there, whatever stood past the end.
func TestCasesAreAppendedToColumns(t *testing.T) {
	l, cases := law(t, 85)
	b, err := batch.Shaped(l.Dictionary(), batch.Shape{People: []int32{0, 2}})
	if err != nil {
		t.Fatal(err)
	}
	yes, err := b.Flags("p.yes")
	if err != nil {
		t.Fatal(err)
	}
	yes[0] = ^uint64(0)
	if _, err := b.Small("p.count"); err != nil {
		t.Fatal(err)
	}
	for _, bitmap := range []func(eligibility.FactKey) ([]uint64, error){b.Known, b.Verified} {
		bits, err := bitmap("p.count")
		if err != nil {
			t.Fatal(err)
		}
		bits[0] = ^uint64(0)
	}
	for _, c := range cases {
		if _, err := b.Append(c); err != nil {
			t.Fatal(err)
		}
	}
	for h, want := range cases {
		got, err := b.Case(h + 1)
		if err != nil {
			t.Fatal(err)
		}
		sameFacts(t, got, want)
	}
	c, err := b.Case(0)
	if err != nil {
		t.Fatal(err)
	}
	for row := range 2 {
		n, known, verified := c.Get("p.yes", row)
		if m, alsoKnown, alsoVerified := c.Get("p.count", row); n != 1 || !known || verified || m != 0 || !alsoKnown || !alsoVerified {
			t.Errorf("row %d is %d %v %v, %d %v %v", row, n, known, verified, m, alsoKnown, alsoVerified)
		}
	}
}
