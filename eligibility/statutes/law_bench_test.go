package statutes

import (
	"fmt"
	"testing"

	"github.com/shegong/shegong/station/cal"

	"github.com/shegong/shegong/eligibility"
)

// counties is a body of law with a hundred counties, each with values of its own for ten years.
func counties(b testing.TB) *Statutes {
	n := nation()
	for i := range 100 {
		for year := range 10 {
			p, _ := cal.Between(day(fmt.Sprintf("%d-01-01", 2020+year)), day(fmt.Sprintf("%d-01-01", 2021+year)))
			for _, a := range []eligibility.Area{eligibility.Urban, eligibility.Rural} {
				n.Values = append(n.Values, eligibility.Value{Param: "line", Division: place(fmt.Sprintf("6601%02d", i)), Area: a, Force: p,
					Money: yuan(int64(600 + 10*year)), Per: eligibility.Monthly, Source: src("")})
			}
		}
	}
	c := county()
	c.Values = nil
	return mustStatutes(b, n, c)
}

func BenchmarkParameterCold(b *testing.B) {
	s := counties(b)
	d, on, known := place("660101003"), day("2023-06-01"), day("2023-06-01")
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := s.Value("line", eligibility.Rural, d, on, known); !ok {
			b.Fatal("no value")
		}
	}
}

func BenchmarkParameterCompiled(b *testing.B) {
	s := counties(b)
	l := mustLaw(b, s, Query{Division: place("660101003"), On: day("2023-06-01")})
	slot := s.values.At["line"]
	b.ReportAllocs()
	var fen int64
	for b.Loop() {
		fen += l.valueAt(slot, eligibility.Rural).Money.Fen()
	}
	if fen == 0 {
		b.Fatal("no value")
	}
}

func BenchmarkAt(b *testing.B) {
	s := counties(b)
	q := Query{Division: place("660101003"), On: day("2023-06-01")}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.At(q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	d := lawDictionary(b)
	n, c := nation(), county()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(d, lawFunctions(), n, c); err != nil {
			b.Fatal(err)
		}
	}
}

// Four thousand values of one parameter, each of a county of its own, or all of one county, one after the other.
func BenchmarkNewWithFourThousandValues(b *testing.B) {
	d := lawDictionary(b)
	for name, value := range map[string]func(i int) (code string, force cal.Period){
		"counties": func(i int) (string, cal.Period) { return fmt.Sprintf("66%02d%02d", 1+i/90, 1+i%90), cal.Period{} },
		"days": func(i int) (string, cal.Period) {
			from := day("2020-01-01").AddDays(i)
			p, _ := cal.Between(from, from.AddDays(1))
			return "660101", p
		},
	} {
		n := nation()
		for i := range 4000 {
			code, force := value(i)
			n.Values = append(n.Values, eligibility.Value{Param: "line", Division: place(code), Force: force, Money: yuan(600),
				Per: eligibility.Monthly, Source: src("")})
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := New(d, lawFunctions(), n); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFingerprint(b *testing.B) {
	l := mustLaw(b, counties(b), Query{Division: place("660101003"), On: day("2023-06-01")})
	b.ReportAllocs()
	for b.Loop() {
		l.sum()
	}
}

func TestAColdLookupAllocatesNothing(t *testing.T) {
	s := counties(t)
	d, on := place("660101003"), day("2023-06-01")
	if n := testing.AllocsPerRun(100, func() { s.Value("line", eligibility.Rural, d, on, cal.Date{}) }); n != 0 {
		t.Error(n)
	}
}

func BenchmarkParameterColdFromTheNation(b *testing.B) {
	s := counties(b)
	d, on := place("660101003201"), day("2023-06-01")
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := s.Value("times", "", d, on, cal.Date{}); !ok {
			b.Fatal("no value")
		}
	}
}
