package cal_test

import (
	"testing"

	"github.com/shegong/shegong/station/cal"
)

// The figures' common input, and sinks that keep the compiler from dropping the work.
func someDates() []cal.Date {
	r := rng()
	out := make([]cal.Date, 1024)
	for i := range out {
		out[i] = random(r)
	}
	return out
}

func TestNothingIsAllocated(t *testing.T) {
	h, rule := schedule(t), cal.CivilCode()
	born, on := cal.MustParse("1962-07-01"), cal.MustParse("2022-06-28")
	p, buf := cal.Half(2022, 1), make([]byte, 0, 64)
	at, partial := on.Time(), cal.MustParsePartial("2021年年底")
	var sink int
	for name, f := range map[string]func(){
		"Parse":        func() { d, _ := cal.Parse("2022-06-28"); sink += d.Day() },
		"Compare":      func() { sink += born.Compare(on) },
		"AddDays":      func() { sink += on.AddDays(30).Day() },
		"AddMonths":    func() { sink += on.AddMonths(30).Day() },
		"Age":          func() { age, _ := cal.Age(born, on, rule); sink += age },
		"Reaches":      func() { sink += cal.Reaches(born, 60, rule).Day() },
		"AppendText":   func() { b, _ := on.AppendText(buf); sink += len(b) },
		"Period":       func() { b, _ := p.Intersect(cal.Quarter(2022, 2)).AppendText(buf); sink += len(b) },
		"ParsePeriod":  func() { p, _ := cal.ParsePeriod("2022-01-01/2022-07-01"); sink += p.From().Day() },
		"ParsePartial": func() { p, _ := cal.ParsePartial("2021年年底"); sink += p.Span().From().Day() },
		"Partial":      func() { b, _ := partial.AppendText(buf); sink += len(b) },
		"AddWorkdays":  func() { d, _ := cal.AddWorkdays(on, 20, h); sink += d.Day() },
		"Of":           func() { sink += cal.Of(at).Day() },
	} {
		if n := testing.AllocsPerRun(100, f); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cal.Parse("2022-06-28"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseLenient(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cal.ParseLenient("２０２２年６月２８日"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendText(b *testing.B) {
	ds, buf, i := someDates(), make([]byte, 0, 16), 0
	b.ReportAllocs()
	for b.Loop() {
		buf, _ = ds[i&1023].AppendText(buf[:0])
		i++
	}
}

func BenchmarkAge(b *testing.B) {
	ds, rule, on, i, sum := someDates(), cal.CivilCode(), cal.MustParse("2400-01-01"), 0, 0
	b.ReportAllocs()
	for b.Loop() {
		age, _ := cal.Age(ds[i&1023], on, rule)
		sum += age
		i++
	}
}

func BenchmarkAddMonths(b *testing.B) {
	ds, i, sum := someDates(), 0, 0
	b.ReportAllocs()
	for b.Loop() {
		if ds[i&1023].AddMonths(7).IsZero() {
			sum++
		}
		i++
	}
}

func BenchmarkAddWorkdays20(b *testing.B) {
	h, on := schedule(b), cal.MustParse("2022-06-28")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cal.AddWorkdays(on, 20, h); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadHolidays(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		schedule(b)
	}
}
