package measure_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

var (
	_ sql.Scanner   = (*measure.Quantity)(nil)
	_ driver.Valuer = measure.Quantity{}
	_ sql.Scanner   = (*measure.Ratio)(nil)
	_ driver.Valuer = measure.Ratio{}
)

func quantity(s string) measure.Quantity { return measure.MustParseQuantity(s) }

const largest = "9223372036854775.807"

// code returns the code of a fault, "" for nil.
func code(err error) fault.Code {
	var f fault.Fault
	if err != nil && !errors.As(err, &f) {
		return "NO FAULT"
	}
	return f.Code()
}

// rat is the oracle: the number as big.Rat.
func rat(s fmt.Stringer) *big.Rat {
	r, ok := new(big.Rat).SetString(s.String())
	if !ok {
		panic("no number")
	}
	return r
}

func TestParseQuantity(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "12": "12", "12.5": "12.5", "12.50": "12.5", "12.500": "12.5", "0.375": "0.375", "0.005": "0.005",
		"0.050": "0.05",
		"-3":    "-3", "-0.001": "-0.001", "100": "100", "0.000": "0", "10.010": "10.01", largest: largest,
		"-" + largest: "-" + largest,
	} {
		q, err := measure.ParseQuantity(in)
		if err != nil || q.String() != want {
			t.Errorf("%q reads %v, %v", in, q, err)
		}
		if rat(q).Cmp(rat(decimal.RequireFromString(in))) != 0 {
			t.Errorf("%q is %v", in, q)
		}
	}
	for in, want := range map[string]fault.Code{
		"": measure.ErrEmpty, " ": measure.ErrQuantity, " 1": measure.ErrQuantity, "1 ": measure.ErrQuantity,
		"+1": measure.ErrQuantity,
		"01": measure.ErrQuantity, "00": measure.ErrQuantity, "1.": measure.ErrQuantity, ".5": measure.ErrQuantity,
		"-": measure.ErrQuantity, "-.": measure.ErrQuantity, ".": measure.ErrQuantity, "-0": measure.ErrQuantity,
		"-0.000": measure.ErrQuantity, "--1": measure.ErrQuantity, "1-": measure.ErrQuantity,
		"1.-5":  measure.ErrQuantity,
		"1,000": measure.ErrQuantity, "1.2.3": measure.ErrQuantity, "1e3": measure.ErrQuantity,
		"0x1": measure.ErrQuantity,
		"1_0": measure.ErrQuantity, "１２": measure.ErrQuantity, "十二": measure.ErrQuantity, "NaN": measure.ErrQuantity,
		"Inf": measure.ErrQuantity, "1\u200b": measure.ErrQuantity, "1.0000": measure.ErrInexact,
		"0.0001":               measure.ErrInexact,
		"9223372036854775.808": measure.ErrRange, "-9223372036854775.808": measure.ErrRange,
		"18446744073709551617": measure.ErrRange, strings.Repeat("9", 40): measure.ErrRange,
		strings.Repeat("9", 41): measure.ErrQuantity, strings.Repeat("9", 1e6): measure.ErrQuantity,
	} {
		q, err := measure.ParseQuantity(in)
		if code(err) != want || q != (measure.Quantity{}) {
			t.Errorf("%.50q reads %v, %v, want %s", in, q, err, want)
		}
	}
}

func TestMustParsePanicsWithoutTheText(t *testing.T) {
	for name, read := range map[string]func(){
		"quantity": func() { measure.MustParseQuantity("13800,1") },
		"ratio":    func() { measure.MustParseRatio("13800,1") },
	} {
		func() {
			defer func() {
				r := recover()
				if err, ok := r.(error); !ok || code(err) == "" || strings.Contains(err.Error(), "138") {
					t.Errorf("%s: %v", name, r)
				}
			}()
			read()
		}()
	}
}

func TestWholeQuantities(t *testing.T) {
	for n, want := range map[int32]string{
		0: "0", 12: "12", -7: "-7", math.MaxInt32: "2147483647", math.MinInt32: "-2147483648",
	} {
		if got := measure.Int(n); got.String() != want {
			t.Errorf("Int(%d) = %v", n, got)
		}
	}
	for _, n := range []int64{0, 1, -1, 1212, 9223372036854775, -9223372036854775} {
		q, err := measure.Whole(n)
		back, ok := q.Whole()
		if err != nil || back != n || !ok || q.Thousandths() != n*1000 {
			t.Errorf("Whole(%d) = %v, %v", n, q, err)
		}
	}
	for _, n := range []int64{9223372036854776, -9223372036854776, math.MaxInt64, math.MinInt64} {
		if q, err := measure.Whole(n); !errors.Is(err, measure.ErrRange) || q != (measure.Quantity{}) {
			t.Errorf("Whole(%d) = %v, %v", n, q, err)
		}
	}
	if n, ok := quantity("-12.5").Whole(); n != 0 || ok {
		t.Error("12.5 is whole")
	}
}

func TestFromDecimal(t *testing.T) {
	for _, s := range []string{"0", "0.000", "12", "12.5", "12.5000000", "-0.001", "1e3", "9e15", largest, "-" + largest,
		"0e999", "0e-999", "1.000000000000000000000000000000000000000000000000000000000000",
		"1." + strings.Repeat("0", 76), "-0.002" + strings.Repeat("0", 74)} {
		d := decimal.RequireFromString(s)
		q, err := measure.FromDecimal(d)
		if err != nil || rat(q).Cmp(d.Rat()) != 0 {
			t.Errorf("%s: %v, %v", s, q, err)
		}
		if !q.Decimal().Equal(d) {
			t.Errorf("%s: Decimal returns %v", s, q.Decimal())
		}
	}
	huge := new(big.Int).Exp(big.NewInt(10), big.NewInt(1e6), nil)
	for name, c := range map[string]struct {
		d    decimal.Decimal
		want fault.Code
	}{
		"fourth decimal":   {decimal.RequireFromString("0.0001"), measure.ErrInexact},
		"third":            {decimal.New(1, 0).DivRound(decimal.New(3, 0), 20), measure.ErrInexact},
		"bomb":             {decimal.New(1, 1<<30), measure.ErrRange},
		"largest bomb":     {decimal.New(-1, math.MaxInt32), measure.ErrRange},
		"small bomb":       {decimal.New(1, -1<<30), measure.ErrInexact},
		"smallest bomb":    {decimal.New(1, math.MinInt32), measure.ErrInexact},
		"long":             {decimal.NewFromBigInt(huge, 0), measure.ErrRange},
		"long, decimals":   {decimal.NewFromBigInt(huge, -40), measure.ErrRange},
		"long and small":   {decimal.NewFromBigInt(huge, -1e6), measure.ErrInexact},
		"beyond":           {decimal.RequireFromString("9223372036854775.808"), measure.ErrRange},
		"beyond, below":    {decimal.RequireFromString("-9223372036854775.808"), measure.ErrRange},
		"1e16":             {decimal.New(1, 16), measure.ErrRange},
		"wraps to nothing": {decimal.RequireFromString("18446744073709551.616"), measure.ErrRange},
	} {
		if q, err := measure.FromDecimal(c.d); code(err) != c.want || q != (measure.Quantity{}) {
			t.Errorf("%s: %v, %v", name, q, err)
		}
	}
}

// thousandths draws numbers of every size, and the ends of the range.
func thousandths(rng *rand.Rand) measure.Quantity {
	ends := []string{"0", "0.001", "-0.001", largest, "-" + largest, "9223372036854775.806", "1"}
	if rng.IntN(4) == 0 {
		return quantity(ends[rng.IntN(len(ends))])
	}
	n := int64(rng.Uint64()>>1) >> rng.IntN(63)
	if rng.IntN(2) == 0 {
		n = -n
	}
	q, err := measure.FromDecimal(decimal.New(n, -3))
	if err != nil {
		panic(err)
	}
	return q
}

func TestQuantityArithmeticAgainstRat(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	limit := rat(quantity(largest))
	refused := 0
	agree := func(name string, got measure.Quantity, err error, want *big.Rat) {
		t.Helper()
		if new(big.Rat).Abs(want).Cmp(limit) > 0 {
			refused++
			if code(err) != measure.ErrRange || got != (measure.Quantity{}) {
				t.Errorf("%s: %v, %v, want out of range", name, got, err)
			}
		} else if err != nil || rat(got).Cmp(want) != 0 {
			t.Errorf("%s: %v, %v, want %s", name, got, err, want.FloatString(3))
		}
	}
	for range 5000 {
		a, b := thousandths(rng), thousandths(rng)
		n := int64(rng.Uint64()) >> rng.IntN(64)
		sum, err := a.Add(b)
		agree(fmt.Sprint(a, " + ", b), sum, err, new(big.Rat).Add(rat(a), rat(b)))
		sum, err = a.Sub(b)
		agree(fmt.Sprint(a, " - ", b), sum, err, new(big.Rat).Sub(rat(a), rat(b)))
		sum, err = a.MulInt(n)
		agree(fmt.Sprint(a, " × ", n), sum, err, new(big.Rat).Mul(rat(a), new(big.Rat).SetInt64(n)))
		agree(fmt.Sprint("-", a), a.Neg(), nil, new(big.Rat).Neg(rat(a)))
		if got, want := a.Cmp(b), rat(a).Cmp(rat(b)); got != want || a.Compare(b) != want ||
			a.Equal(b) != (want == 0) || (a == b) != (want == 0) {
			t.Errorf("%v against %v: %d", a, b, got)
		}
		if a.Sign() != rat(a).Sign() {
			t.Errorf("sign of %v", a)
		}
		r, err := a.Over(b)
		switch {
		case b.Sign() == 0:
			if code(err) != measure.ErrZeroBase {
				t.Errorf("%v over 0: %v", a, err)
			}
		case err != nil || rat(r).Cmp(new(big.Rat).Quo(rat(a), rat(b))) != 0:
			t.Errorf("%v over %v: %v, %v", a, b, r, err)
		}
		back, err := measure.ParseQuantity(a.String())
		if back != a || err != nil || strings.HasSuffix(a.String(), ".") {
			t.Errorf("%v came back as %v, %v", a, back, err)
		}
	}
	if refused == 0 {
		t.Error("no result was out of range")
	}
}

func TestZeroSurvivesEveryChannel(t *testing.T) {
	type record struct {
		XMLName xml.Name         `json:"-" xml:"r"`
		Q       measure.Quantity `json:"q"`
		R       measure.Ratio    `json:"r" xml:"R,attr"`
	}
	for _, in := range []record{{}, {Q: quantity("-12.5"), R: measure.MustParseRatio("358/405")}} {
		data, err := json.Marshal(in)
		var out record
		if err != nil || json.Unmarshal(data, &out) != nil || out != in {
			t.Errorf("%s: %+v, %v", data, out, err)
		}
		data, err = xml.Marshal(in)
		out = record{}
		if err != nil || xml.Unmarshal(data, &out) != nil || out.Q != in.Q || out.R != in.R {
			t.Errorf("%s: %+v, %v", data, out, err)
		}
		q, errQ := in.Q.Value()
		r, errR := in.R.Value()
		out = record{}
		if errQ != nil || errR != nil || out.Q.Scan(q) != nil || out.R.Scan(r) != nil || out != in {
			t.Errorf("%v %v", q, r)
		}
	}
	if data, _ := json.Marshal(record{}); string(data) != `{"q":"0","r":"0"}` {
		t.Errorf("%s", data)
	}
}

// reader is what both numbers read from.
type reader interface {
	UnmarshalText([]byte) error
	UnmarshalJSON([]byte) error
	Scan(any) error
}

func TestReadingRefusesAndKeepsTheValue(t *testing.T) {
	q, r := quantity("7"), measure.MustParseRatio("7")
	for _, x := range []reader{&q, &r} {
		for name, c := range map[string]struct {
			err  error
			want fault.Code
		}{
			"empty text":    {x.UnmarshalText(nil), measure.ErrEmpty},
			"empty JSON":    {x.UnmarshalJSON([]byte(`""`)), measure.ErrEmpty},
			"JSON null":     {x.UnmarshalJSON([]byte(`null`)), measure.ErrNull},
			"JSON number":   {x.UnmarshalJSON([]byte(`13800`)), measure.ErrType},
			"JSON object":   {x.UnmarshalJSON([]byte(`{"13800":1}`)), measure.ErrType},
			"SQL NULL":      {x.Scan(nil), measure.ErrNull},
			"SQL float":     {x.Scan(math.Pi), measure.ErrType},
			"SQL bool":      {x.Scan(true), measure.ErrType},
			"SQL empty":     {x.Scan(""), measure.ErrEmpty},
			"SQL too large": {x.Scan(int64(math.MinInt64)), measure.ErrRange},
		} {
			if code(c.err) != c.want || strings.Contains(c.err.Error(), "138") {
				t.Errorf("%T %s: %v, want %s", x, name, c.err, c.want)
			}
		}
		if x.UnmarshalText([]byte("13800x")) == nil || x.Scan("13800x") == nil || x.Scan([]byte("x")) == nil {
			t.Errorf("%T read nonsense", x)
		}
	}
	if q != quantity("7") || r != measure.MustParseRatio("7") {
		t.Error("an error changed the value:", q, r)
	}
	var n sql.Null[measure.Quantity]
	if err := n.Scan(nil); err != nil || n.Valid {
		t.Error("sql.Null does not take NULL:", err)
	}
	var v known.Value[measure.Quantity]
	if err := json.Unmarshal([]byte("null"), &v); err != nil || v.Known() {
		t.Error("known.Value does not take null:", err)
	}
	if err := json.Unmarshal([]byte(`"0"`), &v); err != nil || v != known.Of(measure.Quantity{}) {
		t.Error(v, err)
	}
}

func TestScanReadsColumns(t *testing.T) {
	for _, c := range []struct {
		column any
		want   string
	}{
		{int64(12), "12"}, {int64(-12), "-12"}, {"12.5", "12.5"}, {[]byte("12.500000"), "12.5"}, {"0.0000", "0"},
		{"12", "12"},
		{"12.125000", "12.125"}, {"100", "100"},
	} {
		var q measure.Quantity
		if err := q.Scan(c.column); err != nil || q.String() != c.want {
			t.Errorf("%v: %v, %v", c.column, q, err)
		}
	}
	for column, want := range map[string]fault.Code{
		"12.5001": measure.ErrInexact, "12.50010": measure.ErrInexact, "-0.0000": measure.ErrQuantity,
		"1e5":                           measure.ErrQuantity,
		"1." + strings.Repeat("0", 1e6): measure.ErrQuantity, "1.000x000": measure.ErrQuantity,
		"NaN": measure.ErrQuantity,
	} {
		var q measure.Quantity
		if err := q.Scan(column); code(err) != want {
			t.Errorf("%.30s: %v, %v", column, q, err)
		}
	}
	var r measure.Ratio
	if err := errors.Join(r.Scan(int64(-2)), nil); err != nil || r.String() != "-2" {
		t.Error(r, err)
	}
	if err := r.Scan([]byte("5%")); err != nil || r.String() != "0.05" {
		t.Error(r, err)
	}
}

func TestNothingIsAllocated(t *testing.T) {
	a, b, r, s := quantity("774.5"), quantity("700"), measure.MustParseRatio("358/405"), measure.MustParseRatio("-0.5")
	buf := make([]byte, 0, 64)
	if n := testing.AllocsPerRun(100, func() {
		sum, err := a.Add(b)
		share, errShare := sum.Over(b)
		if err != nil || errShare != nil || sum.Cmp(a) != 1 || share.Cmp(r) != 1 || s.Cmp(r) != -1 {
			t.Fail()
		}
		out, _ := a.AppendText(buf)
		out, _ = r.AppendText(out)
		if len(out) == 0 {
			t.Fail()
		}
		if ok, err := (measure.Target{Comparator: measure.AtLeast, Value: b}).Met(a); !ok || err != nil {
			t.Fail()
		}
		if !measure.PersonTimes.Additive() || !measure.WordMing.Prints(measure.Persons) {
			t.Fail()
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if d := cmp.Diff(a, quantity("774.500")); d != "" {
		t.Error(d)
	}
}

// FuzzParseQuantity compares with big.Rat: what is accepted is that number, and what is refused is no plain number in
// range.
func FuzzParseQuantity(f *testing.F) {
	for _, s := range []string{"0", "12.5", "-0.001", "12.500", "-0", "007", "1e3", "1.0001", largest,
		"9223372036854775.808", "18446744073709551617", "１２", "", "-.", "1."} {
		f.Add(s)
	}
	limit := rat(quantity(largest))
	f.Fuzz(func(t *testing.T, s string) {
		q, err := measure.ParseQuantity(s)
		if err != nil {
			if q != (measure.Quantity{}) || !fixed(err) {
				t.Errorf("%q: %v, %v", s, q, err)
			}
			if r, ok := plain(s); ok && code(err) != measure.ErrInexact && r.Abs(r).Cmp(limit) <= 0 {
				t.Errorf("%q was refused: %v", s, err)
			}
			return
		}
		r, ok := plain(s)
		if !ok || rat(q).Cmp(r) != 0 {
			t.Errorf("%q reads %v", s, q)
		}
		if back, err := measure.ParseQuantity(q.String()); back != q || err != nil || len(q.String()) > len(s) {
			t.Errorf("%q: %v came back as %v, %v", s, q, back, err)
		}
		if d, err := measure.FromDecimal(q.Decimal()); d != q || err != nil {
			t.Errorf("%v through decimal: %v, %v", q, d, err)
		}
	})
}

// plain reads what anybody would call a plain decimal number, with the standard library.
func plain(s string) (*big.Rat, bool) {
	digits := strings.TrimPrefix(s, "-")
	whole, fraction, dot := strings.Cut(digits, ".")
	for _, part := range []string{whole, fraction} {
		for _, c := range part {
			if c < '0' || c > '9' {
				return nil, false
			}
		}
	}
	if whole == "" || whole != "0" && whole[0] == '0' || dot && fraction == "" || len(s) > 40 {
		return nil, false
	}
	r, ok := new(big.Rat).SetString(s)
	return r, ok && (r.Sign() != 0 || digits == s)
}

// fixed reports whether an error is a text of the catalogue and so carries no input.
func fixed(err error) bool {
	for text := range measure.Faults().All() {
		if err.Error() == text.EN+" ["+string(text.Code)+"]" {
			return true
		}
	}
	return false
}

func BenchmarkParseQuantity(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := measure.ParseQuantity("1212.5"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQuantityAppendText(b *testing.B) {
	q, buf := quantity("1212.5"), make([]byte, 0, 32)
	b.ReportAllocs()
	for b.Loop() {
		if out, _ := q.AppendText(buf); len(out) != 6 {
			b.Fatal()
		}
	}
}

func BenchmarkFromDecimal(b *testing.B) {
	d := decimal.RequireFromString("1212.5")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := measure.FromDecimal(d); err != nil {
			b.Fatal(err)
		}
	}
}
