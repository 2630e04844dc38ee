package cal_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

// value is the method set every value type of the package has.
type value[T any] interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
	encoding.TextAppender
	driver.Valuer
	Compare(T) int
	Equal(T) bool
	IsZero() bool
	ValidatorValue() any
}

// pointer is what *T has on top.
type pointer[T any] interface {
	*T
	encoding.TextUnmarshaler
	sql.Scanner
}

func TestValueTypesKeepOneContract(t *testing.T) {
	t.Run("Date", func(t *testing.T) {
		contract[cal.Date](t, cal.Parse, cal.MustParse,
			[]string{"0001-01-01", "1949-10-01", "2020-02-29", "2022-06-28", "2022-06-29", "9999-12-31"},
			[]string{"2022-6-28", " 2022-06-28", "２０２２-06-28", "2021-02-29", "0000-01-01", "2022-13-01", "2022-00-10",
				"2022-06-00", "2022-06-28T00:00:00Z", "-022-06-28", "2022/06/28", "2022-06-2x", "+022-06-28",
				"2022年6月28日"})
	})
	t.Run("Period", func(t *testing.T) {
		contract[cal.Period](t, cal.ParsePeriod, cal.MustParsePeriod,
			[]string{"2022-01-01/2022-01-02", "2022-01-01/2022-07-01", "2022-01-01/", "2022-02-01/2022-07-01",
				"9999-12-31/"},
			[]string{"2022-01-01", "/", "/2022-01-01", "2022-01-01/2022-01-01", "2022-07-01/2022-01-01", "2022-01-01//",
				"2022-01-01/2022-02-30", "2022-02-30/", "2022-01-01/2022-1-2", "2022-01-01 / 2022-07-01"})
	})
	t.Run("Partial", func(t *testing.T) {
		contract[cal.Partial](t, cal.ParsePartial, cal.MustParsePartial,
			[]string{"2016", "2016年", "2016-03", "2016-03-05", "2021年年底", "2021年底", "2022年6月28日", "2022年6月30日"},
			[]string{"2016年03月", "16年", "2016年13月", "2022年2月29日", "2022年6月31日", "0000年", "2022年底底", "2022年五季度",
				"2022年6月年底", "年底", "2022年6", "2022年6月28", "2022年6月28日初", "2016-3", "2016-00", "2016-03-00", "2016-03-05-",
				"2016-13", "２０１６年", "2016 年", "202", "2016-03-", "2022年123月", "2022年0月", "2022年6月0日"})
	})
}

// contract checks one value type: texts are canonical and ascending, bad are refused.
func contract[T value[T], P pointer[T]](
	t *testing.T, parse func(string) (T, error), must func(string) T, texts, bad []string,
) {
	var zero T
	if v, err := zero.Value(); !zero.IsZero() || zero.String() != "" || v != nil || err != nil {
		t.Error("the zero value must print nothing and be NULL")
	}
	if _, err := parse(""); err == nil {
		t.Error("Parse accepted empty text")
	}
	sorted := []T{zero}
	for _, s := range texts {
		v, err := parse(s)
		if err != nil {
			t.Fatalf("Parse(%q): %v", s, err)
		}
		text, _ := v.MarshalText()
		appended, _ := v.AppendText([]byte("x"))
		stored, _ := v.Value()
		if v.String() != s || string(text) != s || string(appended) != "x"+s || stored != s || v.IsZero() {
			t.Errorf("%q prints as %q, %q, %q, %v", s, v, text, appended, stored)
		}
		for _, src := range []any{s, []byte(s)} {
			var back T
			if err := P(&back).Scan(src); err != nil || back != v || !back.Equal(v) {
				t.Errorf("Scan(%T of %q) = %v, %v", src, s, back, err)
			}
		}
		type record struct {
			XMLName xml.Name     `json:"-"`
			V       T            `json:"v,omitzero"`
			None    T            `json:"none,omitzero"`
			M       map[T]string `json:"m" xml:"-"`
		}
		in := record{XMLName: xml.Name{Local: "record"}, V: v, M: map[T]string{v: "key"}}
		var out record
		b, err := json.Marshal(in)
		if want := fmt.Sprintf(`{"v":%q,"m":{%[1]q:"key"}}`, s); err != nil || string(b) != want {
			t.Errorf("JSON %s, %v; want %s", b, err, want)
		}
		if err := json.Unmarshal(b, &out); err != nil || out.V != v || out.M[v] != "key" {
			t.Errorf("JSON read back: %v, %v", out, err)
		}
		out = record{}
		if b, err = xml.Marshal(in); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(b, &out); err != nil || out.V != v || out.None != zero {
			t.Errorf("XML read back from %s: %v, %v", b, out, err)
		}
		sorted = append(sorted, v)
	}
	shuffled := slices.Clone(sorted)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, T.Compare)
	if d := cmp.Diff(fmt.Sprint(sorted), fmt.Sprint(shuffled)); d != "" {
		t.Error(d)
	}
	for i, a := range sorted {
		for j, b := range sorted {
			if got := a.Compare(b); sign(got) != sign(i-j) || a.Equal(b) != (i == j) {
				t.Errorf("Compare(%v, %v) = %d", a, b, got)
			}
		}
	}
	kept := sorted[1]
	for _, s := range bad {
		v := kept
		_, err := parse(s)
		if err == nil {
			t.Errorf("Parse accepted %q", s)
			continue
		}
		discreet(t, err)
		if P(&v).UnmarshalText([]byte(s)) == nil || P(&v).Scan(s) == nil || v != kept {
			t.Errorf("a refused text changed the receiver to %v", v)
		}
	}
	v := kept
	if err := P(&v).Scan(int64(20220628)); !errors.Is(err, cal.ErrScan) || v != kept {
		t.Errorf("Scan of a number: %v, %v", v, err)
	}
	if err := P(&v).Scan(nil); err != nil || v != zero {
		t.Errorf("Scan of NULL: %v, %v", v, err)
	}
	v = kept
	if err := P(&v).UnmarshalText(nil); err != nil || v != zero {
		t.Errorf("empty text: %v, %v", v, err)
	}
	if must(texts[0]) != sorted[1] {
		t.Error("Must disagrees with Parse")
	}
	defer func() {
		if got := fmt.Sprint(recover()); got == "<nil>" || strings.Contains(got, "secret") {
			t.Errorf("Must panicked with %s", got)
		}
	}()
	must("secret")
}

// discreet checks that an error is one Fault of this package whose text is the fixed one of its code, so
// that nothing of the input can be in it.
func discreet(t *testing.T, err error) {
	t.Helper()
	f, ok := err.(fault.Fault)
	if !ok {
		t.Fatalf("%T is not a fault.Fault", err)
	}
	for text := range cal.Faults().All() {
		if text.Code == f.Code() && f.Error() == text.EN+" ["+string(text.Code)+"]" {
			return
		}
	}
	t.Errorf("%q is not the text of its code", f.Error())
}

func sign(n int) int { return min(1, max(-1, n)) }

func TestScanTime(t *testing.T) {
	want := cal.MustParse("2022-06-28")
	for _, zone := range []*time.Location{time.UTC, cal.Beijing(), time.FixedZone("far east", 14*3600),
		time.FixedZone("west", -11*3600)} {
		var d cal.Date
		if err := d.Scan(time.Date(2022, 6, 28, 0, 0, 0, 0, zone)); err != nil || d != want {
			t.Errorf("midnight %v = %v, %v", zone, d, err)
		}
		for _, instant := range []time.Time{
			time.Date(2022, 6, 28, 8, 0, 0, 0, zone), time.Date(2022, 6, 28, 0, 8, 0, 0, zone),
			time.Date(2022, 6, 28, 0, 0, 8, 0, zone), time.Date(2022, 6, 28, 0, 0, 0, 8, zone),
			time.Date(0, 6, 28, 0, 0, 0, 0, zone),
		} {
			if err := d.Scan(instant); !errors.Is(err, cal.ErrScan) || d != want {
				t.Errorf("Scan(%v) = %v, %v", instant, d, err)
			}
		}
	}
	d := want
	if err := d.Scan(time.Time{}); err != nil || !d.IsZero() {
		t.Errorf("the zero time = %v, %v", d, err)
	}
	var null sql.Null[cal.Date]
	if err := null.Scan(nil); err != nil || null.Valid {
		t.Errorf("sql.Null: %v, %v", null, err)
	}
}

// TestBareValidator: the tags work under an embedder's own validator in both of its modes.
func TestBareValidator(t *testing.T) {
	type contract struct {
		Start   cal.Date    `validate:"required"`
		End     cal.Date    `validate:"omitempty,gtefield=Start"`
		Signed  *cal.Date   `validate:"omitempty,ltefield=Start"`
		Stamp   time.Time   `validate:"omitempty,gtefield=Start"`
		Term    cal.Period  `validate:"required"`
		Founded cal.Partial `validate:"required"`
	}
	day := cal.MustParse
	early, late := day("2022-01-01"), day("2022-07-01")
	ok := contract{
		Start: early, End: early, Signed: &early, Stamp: early.Time(), Term: cal.Since(early),
		Founded: cal.MustParsePartial("2016年"),
	}
	for name, v := range map[string]*validator.Validate{
		"bare": validator.New(), "required struct": validator.New(validator.WithRequiredStructEnabled()),
	} {
		for _, c := range []struct {
			want string // the field and tag that fail
			edit func(*contract)
		}{
			{"", func(c *contract) {}},
			{"", func(c *contract) { c.End, c.Signed, c.Stamp = cal.Date{}, nil, time.Time{} }},
			{"", func(c *contract) { c.End = late }},
			{"Start required", func(c *contract) { *c = contract{Term: c.Term, Founded: c.Founded} }},
			{"Term required", func(c *contract) { c.Term = cal.Period{} }},
			{"Founded required", func(c *contract) { c.Founded = cal.Partial{} }},
			{"End gtefield", func(c *contract) { c.End = early.AddDays(-1) }},
			{"Signed ltefield", func(c *contract) { c.Signed = &late }},
			{"Stamp gtefield", func(c *contract) { c.Stamp = early.Time().Add(-1) }},
		} {
			in := ok
			c.edit(&in)
			got := ""
			if errs, _ := v.Struct(in).(validator.ValidationErrors); len(errs) == 1 {
				got = errs[0].StructField() + " " + errs[0].Tag()
			} else if len(errs) > 1 {
				got = errs.Error()
			}
			if got != c.want {
				t.Errorf("%s: got %q, want %q", name, got, c.want)
			}
		}
	}
}

func TestFaults(t *testing.T) {
	for text := range cal.Faults().All() {
		if !strings.HasPrefix(string(text.Code), "CAL-") {
			t.Errorf("%s: foreign prefix", text.Code)
		}
		for _, name := range []string{"{max}", "{year}", "{row}", "{column}"} {
			if strings.Contains(text.ZH, name) != strings.Contains(text.EN, name) {
				t.Errorf("%s: the languages differ in %s", text.Code, name)
			}
		}
	}
}
