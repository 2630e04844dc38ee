package money_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

func TestParseReadsPlainYuan(t *testing.T) {
	for text, fen := range map[string]int64{
		"12.50": 1250, "12.5": 1250, "12": 1200, "0": 0, "0.0": 0, "0.00": 0, "0.05": 5, "-0.05": -5, "-7": -700,
		"100": 10000, "92233720368547758.07": highest, "-92233720368547758.07": lowest, "92233720368547758": highest - 7,
		"10000000000000000.00": 1_000_000_000_000_000_000,
	} {
		if got, err := money.Parse(text); err != nil || got.Fen() != fen {
			t.Errorf("Parse(%q) = %d, %v; want %d", text, got.Fen(), err, fen)
		}
	}
}

// hostile holds what Parse refuses; none of it reaches the decimal package.
func hostile() map[string]fault.Code {
	return map[string]fault.Code{
		"":     money.ErrEmpty,
		"+1":   money.ErrSyntax, // signs and zeros that are not canonical
		"--1":  money.ErrSyntax,
		"-":    money.ErrSyntax,
		"-0":   money.ErrSyntax,
		"-0.0": money.ErrSyntax, "-0.00": money.ErrSyntax,
		"00": money.ErrSyntax, "01": money.ErrSyntax, "00.5": money.ErrSyntax, "-01": money.ErrSyntax,
		".5": money.ErrSyntax, "5.": money.ErrSyntax, ".": money.ErrSyntax, "-.5": money.ErrSyntax, // points
		"1.2.3": money.ErrSyntax, "1..2": money.ErrSyntax, "1.-5": money.ErrSyntax, "1.+5": money.ErrSyntax,
		"1e3": money.ErrSyntax, "1E3": money.ErrSyntax, "1e100000000": money.ErrSyntax, "0x10": money.ErrSyntax, // exponents
		"NaN": money.ErrSyntax, "Inf": money.ErrSyntax, "-Infinity": money.ErrSyntax, "null": money.ErrSyntax,
		"1,2": money.ErrSyntax, "1,000": money.ErrSyntax, "1_000": money.ErrSyntax, "1 000": money.ErrSyntax, // grouping
		" 1": money.ErrSyntax, "1 ": money.ErrSyntax, "1\n": money.ErrSyntax, "\t": money.ErrSyntax, "1\x00": money.ErrSyntax,
		"１２": money.ErrSyntax, "1．5": money.ErrSyntax, "−5": money.ErrSyntax, "٣": money.ErrSyntax, "\u200b5": money.ErrSyntax,
		"￥100": money.ErrSyntax, "¥100": money.ErrSyntax, "100元": money.ErrSyntax, "1.2万": money.ErrSyntax, "五": money.ErrSyntax,
		"约5": money.ErrSyntax, "\xff": money.ErrSyntax,
		"1.005": money.ErrInexact, "1.230": money.ErrInexact, "0.001": money.ErrInexact, "-0.001": money.ErrInexact,
		"92233720368547758.08": money.ErrRange, "-92233720368547758.08": money.ErrRange, "92233720368547759": money.ErrRange,
		"99999999999999999.99": money.ErrRange, "100000000000000000": money.ErrRange,
		"18446744073709551616": money.ErrRange, "18446744073709551617": money.ErrRange, // 2^64 must not read as 0 or 1
		"184467440737095516.17": money.ErrRange, "184467440737095516.16": money.ErrRange,
		"-18446744073709551616":         money.ErrRange,
		"1844674407370955161600":        money.ErrSyntax, // 22 bytes and more are not read
		strings.Repeat("9", 1e6):        money.ErrSyntax,
		strings.Repeat("0", 1e6):        money.ErrSyntax,
		"0." + strings.Repeat("0", 1e6): money.ErrSyntax,
	}
}

func TestParseRefuses(t *testing.T) {
	for text, code := range hostile() {
		shown := text[:min(len(text), 30)]
		old := money.Fen(777)
		for name, read := range map[string]func() (money.Amount, error){
			"Parse":         func() (money.Amount, error) { a, err := money.Parse(text); return a, err },
			"UnmarshalText": func() (money.Amount, error) { a := old; return a, a.UnmarshalText([]byte(text)) },
		} {
			got, err := read()
			if !errors.Is(err, code) {
				t.Errorf("%s(%q): %v, want %v", name, shown, err, code)
			}
			if name == "Parse" && got != (money.Amount{}) || name != "Parse" && got != old {
				t.Errorf("%s(%q) left %v", name, shown, got)
			}
			if len(text) > 3 && strings.Contains(err.Error(), text) {
				t.Errorf("%s(%q) repeats its input", name, shown)
			}
		}
	}
}

// Refusing costs the same whatever the length, so it cannot be made slow.
func TestRefusalsAreCheap(t *testing.T) {
	for _, text := range []string{strings.Repeat("9", 1e6), "0." + strings.Repeat("1", 1e6), "1e1000000000"} {
		raw := []byte(text)
		for name, f := range map[string]func() error{
			"Parse":         func() error { _, err := money.Parse(text); return err },
			"ParseDecimal":  func() error { _, err := money.ParseDecimal(text); return err },
			"UnmarshalText": func() error { return new(money.Amount).UnmarshalText(raw) },
			"Scan":          func() error { return new(money.Amount).Scan(text) },
			"Scan bytes":    func() error { return new(money.Amount).Scan(raw) },
		} {
			var err error
			if n := testing.AllocsPerRun(20, func() { err = f() }); n > 4 || err == nil {
				t.Errorf("%s of %d bytes: %v allocations, %v", name, len(text), n, err)
			}
		}
	}
}

func TestMustParsePanicsWithoutTheText(t *testing.T) {
	defer func() {
		err, ok := recover().(error)
		if !ok || !errors.Is(err, money.ErrSyntax) || strings.Contains(err.Error(), "secret") {
			t.Errorf("panic %v", err)
		}
	}()
	money.MustParse("secret")
}

func TestTextRoundTrips(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range rounds(t) {
		a := money.Fen(anyFen(r))
		text, err := a.MarshalText()
		appended, err2 := a.AppendText([]byte("x"))
		if err != nil || err2 != nil || string(text) != a.String() || string(appended) != "x"+a.String() {
			t.Fatalf("%d fen: %s, %s, %s", a.Fen(), a, text, appended)
		}
		if want := a.Decimal().StringFixed(2); a.String() != want {
			t.Fatalf("%d fen print %s, want %s", a.Fen(), a, want)
		}
		back, err := money.Parse(a.String())
		same(t, a.String(), back, err, a, nil)
	}
}

type voucher struct {
	XMLName xml.Name              `json:"-" xml:"voucher"`
	Paid    money.Amount          `json:"paid" xml:"paid"`
	Limit   money.Amount          `json:"limit" xml:"limit,attr"`
	Refund  *money.Amount         `json:"refund" xml:"refund"`
	Parts   []money.Amount        `json:"parts" xml:"part"`
	ByPrice map[money.Amount]bool `json:"by_price" xml:"-"`
}

func TestZeroSurvivesJSONAndXML(t *testing.T) {
	v := voucher{XMLName: xml.Name{Local: "voucher"}, Refund: new(money.Amount), Parts: []money.Amount{{}, money.Fen(-5)}}
	v.ByPrice = map[money.Amount]bool{{}: true}
	got, err := json.Marshal(v)
	want := `{"paid":"0.00","limit":"0.00","refund":"0.00","parts":["0.00","-0.05"],"by_price":{"0.00":true}}`
	if err != nil || string(got) != want {
		t.Errorf("JSON %s, %v\nwant %s", got, err, want)
	}
	back := voucher{XMLName: v.XMLName, Paid: money.Fen(1), Limit: money.Fen(1)}
	if err := json.Unmarshal(got, &back); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff(v, back); d != "" {
		t.Error(d)
	}
	v.ByPrice = nil
	got, err = xml.Marshal(v)
	want = `<voucher limit="0.00"><paid>0.00</paid><refund>0.00</refund><part>0.00</part><part>-0.05</part></voucher>`
	if err != nil || string(got) != want {
		t.Errorf("XML %s, %v\nwant %s", got, err, want)
	}
	back = voucher{Paid: money.Fen(1), Limit: money.Fen(1)}
	if err := xml.Unmarshal(got, &back); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff(v, back); d != "" {
		t.Error(d)
	}
	if err := xml.Unmarshal([]byte(`<voucher><paid/></voucher>`), &back); !errors.Is(err, money.ErrEmpty) {
		t.Errorf("an empty element: %v", err)
	}
}

func TestJSONTakesStringsOnly(t *testing.T) {
	for text, code := range map[string]fault.Code{
		`null`: money.ErrNull, `12.50`: money.ErrNumber, `0`: money.ErrNumber, `1e3`: money.ErrNumber,
		`90071992547409.93`: money.ErrNumber, `true`: money.ErrNumber, `{}`: money.ErrNumber, `["1"]`: money.ErrNumber,
		`""`: money.ErrEmpty, `" 1"`: money.ErrSyntax, `"1,2"`: money.ErrSyntax, `"null"`: money.ErrSyntax,
		`"１"`: money.ErrSyntax, `"1.005"`: money.ErrInexact, `"99999999999999999.99"`: money.ErrRange,
	} {
		v := voucher{Paid: money.Fen(777)}
		if err := json.Unmarshal([]byte(`{"paid":`+text+`}`), &v); !errors.Is(err, code) || v.Paid != money.Fen(777) {
			t.Errorf("%s: %v, %v; want %v", text, v.Paid, err, code)
		}
	}
	v := voucher{Refund: new(money.Amount)}
	if err := json.Unmarshal([]byte(`{"paid":"\u0031\u002e5","refund":null}`), &v); err != nil || v.Paid != money.Fen(150) || v.Refund != nil {
		t.Errorf("escapes and a null pointer: %v, %v, %v", v.Paid, v.Refund, err)
	}
	if err := v.Paid.UnmarshalJSON([]byte(`"1`)); !errors.Is(err, money.ErrNumber) {
		t.Errorf("broken JSON: %v", err)
	}
}

func TestScan(t *testing.T) {
	for _, c := range []struct {
		src  any
		fen  int64
		code error
	}{
		{"12.50", 1250, nil}, {[]byte("12.50"), 1250, nil}, {"0.00", 0, nil}, {"5", 500, nil},
		{"12.5000", 1250, nil}, {[]byte("-0.0500000000"), -5, nil}, // DECIMAL(18,4), NUMERIC(30,10)
		{"12.5001", 0, money.ErrInexact}, {"12.345", 0, money.ErrInexact}, {"-0.0000", 0, money.ErrInexact},
		{"99999999999999999.9900", 0, money.ErrSyntax}, // longer than any amount
		{"92233720368547758.0", highest - 7, nil},
		{"9999999999999999.0000", 999_999_999_999_999_900, nil},
		{"99999999999999999.000", 0, money.ErrRange},
		{"", 0, money.ErrEmpty}, {[]byte{}, 0, money.ErrEmpty}, {"1e3", 0, money.ErrSyntax}, {"￥1", 0, money.ErrSyntax},
		{nil, 0, money.ErrNull}, {int64(1250), 0, money.ErrColumn}, {12.5, 0, money.ErrColumn}, {true, 0, money.ErrColumn},
	} {
		a := money.Fen(777)
		if c.code != nil {
			c.fen = 777
		}
		if err := a.Scan(c.src); c.code == nil && err != nil || !errors.Is(err, c.code) || a.Fen() != c.fen {
			t.Errorf("Scan(%T %v) = %d, %v; want %d, %v", c.src, c.src, a.Fen(), err, c.fen, c.code)
		}
	}
}

func TestZeroSurvivesSQL(t *testing.T) {
	db := sql.OpenDB(echo{})
	defer func() { _ = db.Close() }()
	for _, want := range []money.Amount{{}, money.Fen(-5), money.Fen(highest), money.Fen(lowest)} {
		got := money.Fen(777)
		if err := db.QueryRow("echo", want).Scan(&got); err != nil || got != want {
			t.Errorf("%v came back as %v, %v", want, got, err)
		}
		var maybe sql.Null[money.Amount]
		if err := db.QueryRow("echo", sql.Null[money.Amount]{V: want, Valid: true}).Scan(&maybe); err != nil || !maybe.Valid || maybe.V != want {
			t.Errorf("%v came back as %v, %v", want, maybe, err)
		}
	}
	maybe := sql.Null[money.Amount]{V: money.Fen(1), Valid: true}
	if err := db.QueryRow("echo", nil).Scan(&maybe); err != nil || maybe.Valid {
		t.Errorf("NULL came back as %v, %v", maybe, err)
	}
	got := money.Fen(777)
	if err := db.QueryRow("echo", nil).Scan(&got); !errors.Is(err, money.ErrNull) || got != money.Fen(777) {
		t.Errorf("NULL into an amount: %v, %v", got, err)
	}
	if err := db.QueryRow("echo", int64(1250)).Scan(&got); !errors.Is(err, money.ErrColumn) {
		t.Errorf("an integer column: %v", err)
	}
}

// echo is a database whose only query returns its argument.
type echo struct{}

func (echo) Connect(context.Context) (driver.Conn, error) { return echo{}, nil }
func (echo) Driver() driver.Driver                        { return nil }
func (echo) Prepare(string) (driver.Stmt, error)          { return echo{}, nil }
func (echo) Begin() (driver.Tx, error)                    { return nil, errors.ErrUnsupported }
func (echo) Close() error                                 { return nil }
func (echo) NumInput() int                                { return 1 }
func (echo) Exec([]driver.Value) (driver.Result, error)   { return nil, errors.ErrUnsupported }
func (echo) Query(args []driver.Value) (driver.Rows, error) {
	return &echoed{args}, nil
}

type echoed struct{ values []driver.Value }

func (*echoed) Columns() []string { return []string{"amount"} }
func (*echoed) Close() error      { return nil }
func (r *echoed) Next(dest []driver.Value) error {
	if r.values == nil {
		return io.EOF
	}
	copy(dest, r.values)
	r.values = nil
	return nil
}

func TestParseDecimal(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0 0", "0.0335": "335 -4", "1.50": "150 -2", "-12": "-12 0", "-0.5": "-5 -1", "100": "100 0",
		"9223372036854775807": "9223372036854775807 0", "18446744073709551616": "18446744073709551616 0",
		"-1234567890123456789012345678.90": "-123456789012345678901234567890 -2",
		"0.000000000000000000000000000001": "1 -30",
	} {
		d, err := money.ParseDecimal(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := fmt.Sprint(d.Coefficient(), d.Exponent()); got != want {
			t.Errorf("%s has coefficient and exponent %s, want %s", text, got, want)
		}
	}
	for text, code := range hostile() {
		if code == money.ErrInexact && text[0] != '-' || code == money.ErrRange || text == "-0.001" || text == "1844674407370955161600" {
			continue // numbers, but not amounts
		}
		if code != money.ErrEmpty {
			code = money.ErrDecimal
		}
		if d, err := money.ParseDecimal(text); !errors.Is(err, code) {
			t.Errorf("%q: %v, %v; want %v", text[:min(len(text), 30)], d.Exponent(), err, code)
		}
	}
	if _, err := money.ParseDecimal(strings.Repeat("1", 33)); err == nil || !strings.Contains(err.Error(), "32 characters") {
		t.Errorf("33 bytes: %v", err)
	}
}
