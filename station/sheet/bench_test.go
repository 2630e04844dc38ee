package sheet_test

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// roster is an invented file of so many rows that nobody keeps in memory.
type roster struct {
	rows, next int
	buf        []byte
}

func (r *roster) Read(p []byte) (int, error) {
	if len(r.buf) == 0 {
		if r.next > r.rows {
			return 0, io.EOF
		}
		if r.next == 0 {
			r.buf = append(r.buf, "编号,姓名,手机,入职日期,月薪（元）,岗位类别\r\n"...)
		} else {
			r.buf = fmt.Appendf(r.buf, "SH-%07d,陈%c%c,139%08d,2022-%02d-%02d,\"%d,%03d.50\",一线社工\r\n", r.next,
				rune(0x4E00+r.next%6000), rune(0x4E00+r.next%5987), r.next, 1+r.next%12, 1+r.next%28, 3+r.next%5, r.next%1000)
		}
		r.next++
	}
	n := copy(p, r.buf)
	r.buf = r.buf[:copy(r.buf, r.buf[n:])]
	return n, nil
}

// stream reads a roster and returns the good rows and the highest heap seen, in bytes above what was there before.
func stream(form sheet.Form[worker], n int) (good int, peak uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	for row := range form.Each(sheet.CSV{}.Rows(&roster{rows: n})) {
		if row.OK {
			good++
		}
		if row.Number%20000 == 0 {
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc-min(before, m.HeapAlloc))
		}
	}
	return good, peak
}

func TestLongRostersStreamInBoundedMemory(t *testing.T) {
	const rows = 100_000 // more bytes than a single row may have
	good, peak := stream(workers().Only("编号", "入职日期", "月薪（元）", "岗位类别").With(
		sheet.Column[worker]{Header: "姓名", Set: func(*worker, string) error { return nil }, Get: func(*worker) string { return "" }},
		sheet.Column[worker]{Header: "手机", Set: func(*worker, string) error { return nil }, Get: func(*worker) string { return "" }},
	), rows)
	if good != rows || peak > 24<<20 {
		t.Errorf("%d good rows, %d MiB", good, peak>>20)
	}
}

func BenchmarkStreamAMillionRows(b *testing.B) {
	plain := func(header string) sheet.Column[worker] {
		var text string // read as prose and dropped
		return sheet.Text(header, func(*worker) *string { return &text })
	}
	for name, form := range map[string]sheet.Form[worker]{
		"personal": workers(),
		"plain":    workers().With(plain("姓名"), plain("手机")),
	} {
		b.Run(name, func(b *testing.B) {
			const rows = 1_000_000
			b.ReportAllocs()
			var peak uint64
			for b.Loop() {
				good, p := stream(form, rows)
				if good != rows {
					b.Fatal(good)
				}
				peak = max(peak, p)
			}
			b.ReportMetric(float64(peak)/(1<<20), "peak-heap-MB")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	w := worker{ID: "SH-1", Name: identity.MustParseName("陈小虚"), Phone: identity.MustParseMobile("13957913579"),
		Since: cal.MustParse("2022-03-01"), Wage: known.Of(money.MustParse("5200")), Kind: "front_line"}
	all := slices.Repeat([]worker{w}, 1000)
	for _, e := range []sheet.Encoding{sheet.UTF8, sheet.GB18030} {
		b.Run(string(e), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := (sheet.CSV{Encoding: e}).Write(io.Discard, workers().Write(slices.Values(all))); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
