package identity_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

// sample is one personal type with a value, another one, its mask and a text it refuses.
type sample[T personalType[T]] struct {
	name        string
	full, other string
	mask        string
	bad         string
	parse       func(string) (T, error)
	must        func(string) T
}

type personalType[T any] interface {
	identity.Personal
	comparable
	Equal(T) bool
	Compare(T) int
	AppendText([]byte) ([]byte, error)
	MarshalText() ([]byte, error)
	ValidatorValue() any
}

// eachType runs the common promises on every personal type.
func eachType(t *testing.T, run func(t *testing.T, s anySample)) {
	for _, s := range []anySample{
		sample[identity.ResidentID]{"ResidentID", "350627198807152021", "35062719780923347X", "******************",
			"350627198807152022", identity.ParseResidentID, identity.MustParseResidentID},
		sample[identity.DisabilityCertificate]{"DisabilityCertificate", "35062719880715202141", "35062719880715202141B2",
			"********************", "35062719880715202149", identity.ParseDisabilityCertificate,
			identity.MustParseDisabilityCertificate},
		sample[identity.Mobile]{"Mobile", "13957913579", "15135791357", "***********", "1395791357",
			identity.ParseMobile, identity.MustParseMobile},
		sample[identity.Name]{"Name", "陈大文", "陈文", "陈某某", "陈大文2", identity.ParseName, identity.MustParseName},
		sample[identity.Text]{"Text", "双湖镇下山村97号", "双湖镇上山村", "******", "双湖镇\x00",
			identity.ParseText, identity.MustParseText},
	} {
		t.Run(s.title(), func(t *testing.T) { run(t, s) })
	}
}

type anySample interface {
	title() string
	masks(*testing.T)
	encodes(*testing.T)
	stores(*testing.T)
	refuses(*testing.T)
	plain(*testing.T)
}

func (s sample[T]) title() string { return s.name }

func TestEveryVerbShowsTheMask(t *testing.T) {
	eachType(t, func(t *testing.T, s anySample) { s.masks(t) })
}

func (s sample[T]) masks(t *testing.T) {
	v := s.must(s.full)
	goString := "identity." + s.name + "(" + strconv.Quote(s.mask) + ")"
	for verb := 'A'; verb <= 'z'; verb++ {
		if verb > 'Z' && verb < 'a' || strings.ContainsRune("pTw", verb) {
			continue // fmt itself answers these: address, type, misuse
		}
		want := s.mask
		if verb == 'q' {
			want = strconv.Quote(s.mask)
		}
		for _, x := range []any{v, &v} {
			if got := fmt.Sprintf("%"+string(verb), x); got != want {
				t.Errorf("%%%c of %T = %s", verb, x, got)
			}
		}
	}
	if got := fmt.Sprintf("%#v|%+v|%s|%30s|%-30s|%3s", v, v, v, v, v, v); got != goString+"|"+s.mask+"|"+s.mask+"|"+
		fmt.Sprintf("%30s", s.mask)+"|"+fmt.Sprintf("%-30s", s.mask)+"|"+s.mask {
		t.Errorf("formats: %s", got)
	}
	if v.GoString() != goString || v.String() != s.mask || v.ValidatorValue() != s.mask ||
		v.LogValue().Kind() != slog.KindString || v.LogValue().String() != s.mask {
		t.Error("a method shows something else than the mask")
	}
	var none T
	if got := fmt.Sprintf("%v|%q|%x|%5d|%#v", none, none, none, none, none); got != `|""||     |identity.`+s.name+`("")` {
		t.Errorf("zero: %s", got)
	}
	if !none.IsZero() || v.IsZero() || none.String() != "" || identity.Reveal(none) != "" || none.ValidatorValue() != "" {
		t.Error("zero is not empty")
	}
	if identity.Reveal(v) != s.full {
		t.Errorf("Reveal = %s", identity.Reveal(v))
	}
	// Equality and order are those of the full text, though both show the same mask.
	w, again := s.must(s.other), s.must(string([]byte(s.full)))
	if w.String() != s.mask || v == w || v.Equal(w) || v != again || !v.Equal(again) || v.Compare(again) != 0 ||
		v.Compare(w) != strings.Compare(s.full, s.other) || none.Compare(v) != -1 {
		t.Error("comparison does not follow the full text")
	}
}

func TestMasksDoNotComeBack(t *testing.T) {
	eachType(t, func(t *testing.T, s anySample) { s.encodes(t) })
}

func (s sample[T]) encodes(t *testing.T) {
	type record struct {
		XMLName xml.Name `json:"-" xml:"record"`
		V       T        `json:"v" xml:"v"`
		A       T        `json:"a,omitzero" xml:"a,attr"`
		P       *T       `json:"p,omitempty" xml:"p,omitempty"`
	}
	v := s.must(s.full)
	b, err := json.Marshal(record{V: v, P: &v})
	if want := fmt.Sprintf(`{"v":%q,"p":%q}`, s.mask, s.mask); err != nil || string(b) != want {
		t.Errorf("json: %s, %v", b, err)
	}
	got := record{V: v}
	if err := json.Unmarshal(b, &got); code(err) != identity.ErrMasked || got.V != v {
		t.Errorf("a masked JSON came back as %v, %v", identity.Reveal(got.V), err)
	}
	if err := json.Unmarshal([]byte(`{"v":null}`), &got); err != nil || got.V != v {
		t.Errorf("null changed the value: %v", err)
	}
	if err := json.Unmarshal([]byte(`{"v":""}`), &got); err != nil || !got.V.IsZero() {
		t.Errorf("empty text: %v", err)
	}
	if err := json.Unmarshal(fmt.Appendf(nil, `{"v":%q,"a":%q}`, s.full, s.other), &got); err != nil ||
		got.V != v || identity.Reveal(got.A) != s.other {
		t.Errorf("full text does not decode: %v", err)
	}
	b, err = xml.Marshal(record{V: v, A: v})
	if want := fmt.Sprintf(`<record a="%s"><v>%s</v></record>`, s.mask, s.mask); err != nil || string(b) != want {
		t.Errorf("xml: %s, %v", b, err)
	}
	if err := xml.Unmarshal(b, &record{}); code(err) != identity.ErrMasked {
		t.Errorf("a masked XML came back: %v", err)
	}
	got = record{}
	if err := xml.Unmarshal(fmt.Appendf(nil, `<record a="%s"><v>%s</v></record>`, s.other, s.full), &got); err != nil ||
		got.V != v || identity.Reveal(got.A) != s.other {
		t.Errorf("full XML does not decode: %v", err)
	}
	b, err = json.Marshal(map[T]int{v: 1})
	if err != nil || string(b) != fmt.Sprintf(`{%q:1}`, s.mask) {
		t.Errorf("map key: %s, %v", b, err)
	}
	var keys map[T]int
	if err := json.Unmarshal(b, &keys); code(err) != identity.ErrMasked || len(keys) != 0 {
		t.Errorf("a masked key came back: %v", err)
	}
	b, _ = v.AppendText([]byte("x "))
	m, _ := v.MarshalText()
	if string(b) != "x "+s.mask || string(m) != s.mask {
		t.Errorf("text: %s, %s", b, m)
	}
	// Every mask of every type is refused by this one.
	for _, mask := range []string{"******************", "********************", "***********", "******"} {
		if _, err := s.parse(mask); code(err) != identity.ErrMasked {
			t.Errorf("%s: %v", mask, err)
		}
	}
}

func TestDatabaseHoldsTheFullText(t *testing.T) {
	eachType(t, func(t *testing.T, s anySample) { s.stores(t) })
}

func (s sample[T]) stores(t *testing.T) {
	v := s.must(s.full)
	var none T
	stored, err := v.Value()
	if err != nil || stored != s.full {
		t.Errorf("Value() = %v, %v", stored, err)
	}
	if x, err := none.Value(); x != nil || err != nil {
		t.Errorf("Value() of zero = %v, %v", x, err)
	}
	if c, err := driver.DefaultParameterConverter.ConvertValue(v); err != nil || c != s.full {
		t.Errorf("a driver gets %v, %v", c, err)
	}
	got := s.must(s.other)
	scan := any(&got).(sql.Scanner)
	for _, bad := range []any{s.bad, s.mask, []byte(s.bad), 7, 1.5, true, []string{s.full}} {
		if err := scan.Scan(bad); err == nil || identity.Reveal(got) != s.other {
			t.Errorf("Scan(%T): %v, value now %s", bad, err, identity.Reveal(got))
		}
	}
	if err := scan.Scan(int64(13957913579)); code(err) != identity.ErrScan {
		t.Errorf("Scan(int64): %v", err)
	}
	for _, good := range []any{s.full, []byte(s.full)} {
		got = none
		if err := scan.Scan(good); err != nil || got != v {
			t.Errorf("Scan(%T): %v", good, err)
		}
	}
	for _, empty := range []any{nil, "", []byte{}} {
		got = v
		if err := scan.Scan(empty); err != nil || got != none {
			t.Errorf("Scan(%#v): %v", empty, err)
		}
	}
}

func TestErrorsCarryNothingOfTheInput(t *testing.T) {
	eachType(t, func(t *testing.T, s anySample) { s.refuses(t) })
}

func (s sample[T]) refuses(t *testing.T) {
	v := s.must(s.other)
	hidden := parts(strings.TrimPrefix(s.full, "陈"))
	var errs []error
	for _, in := range []string{s.bad, s.full + "\x00", " " + s.full + "\u202e", s.full + "*",
		strings.Repeat(s.full, 10000)} {
		_, err := s.parse(in)
		errs = append(errs, err, any(&v).(encoding.TextUnmarshaler).UnmarshalText([]byte(in)),
			any(&v).(sql.Scanner).Scan(in))
		quoted, _ := json.Marshal(in)
		errs = append(errs, json.Unmarshal(quoted, &v), json.Unmarshal(fmt.Appendf(nil, `{%s:1}`, quoted), &map[T]int{}))
		errs = append(errs, xml.Unmarshal(fmt.Appendf(nil, `<a v="%s"/>`, in), &struct {
			V T `xml:"v,attr"`
		}{}))
		func() {
			defer func() {
				if r := recover(); r != nil {
					errs = append(errs, fmt.Errorf("%v %+v %#v", r, r, r))
				}
			}()
			s.must(in)
		}()
	}
	errs = append(errs, json.Unmarshal([]byte(`350627198807152021`), &v),
		json.Unmarshal([]byte(`{"350627198807152021":1}`), &v), json.Unmarshal([]byte(`[13957913579]`), &v),
		any(&v).(sql.Scanner).Scan(int64(350627198807152021)))
	seen := 0
	for _, err := range errs {
		if err == nil {
			continue // a Text takes some of these
		}
		seen++
		for _, text := range []string{err.Error(), fmt.Sprintf("%+v %#v %q", err, err, err), fault.Of(err).Error()} {
			if i := slices.IndexFunc(hidden, func(p string) bool { return strings.Contains(text, p) }); i >= 0 {
				t.Errorf("an error shows %q: %s", hidden[i], text)
			}
		}
	}
	if seen < 12 {
		t.Errorf("only %d errors: this test has nothing to look at", seen)
	}
	if identity.Reveal(v) != s.other && s.name != "Text" {
		t.Error("an error changed the value")
	}
}

func TestPlain(t *testing.T) {
	eachType(t, func(t *testing.T, s anySample) { s.plain(t) })
}

func (s sample[T]) plain(t *testing.T) {
	type filing struct {
		XMLName xml.Name          `json:"-" xml:"filing"`
		V       identity.Plain[T] `json:"v" xml:"v"`
		A       identity.Plain[T] `json:"a,omitzero" xml:"a,attr"`
	}
	v := s.must(s.full)
	p := identity.InFull(v)
	in := filing{V: p}
	b, err := json.Marshal(in)
	if want := fmt.Sprintf(`{"v":%q}`, s.full); err != nil || string(b) != want {
		t.Errorf("json: %s, %v", b, err)
	}
	var out filing
	if err := json.Unmarshal(b, &out); err != nil || out != in || out.V.Get() != v {
		t.Errorf("json does not come back: %v, %v", out, err)
	}
	in.A = identity.InFull(s.must(s.other))
	b, err = xml.Marshal(in)
	if err != nil {
		t.Errorf("xml: %v", err)
	}
	out = filing{}
	if err := xml.Unmarshal(b, &out); err != nil || out.V != in.V || out.A != in.A {
		t.Errorf("xml does not come back: %s, %v", b, err)
	}
	if err := json.Unmarshal(fmt.Appendf(nil, `{"v":%q}`, s.mask), &out); code(err) != identity.ErrMasked || out.V != p {
		t.Errorf("a mask came back through Plain: %v", err)
	}
	goString := "identity." + s.name + "(" + strconv.Quote(s.mask) + ")"
	if got := fmt.Sprintf("%v|%s|%d|%#v", p, p, p, p); got != s.mask+"|"+s.mask+"|"+s.mask+"|"+goString {
		t.Errorf("Plain prints %s", got)
	}
	if p.String() != s.mask || p.GoString() != goString || p.ValidatorValue() != s.mask || p.LogValue().String() != s.mask {
		t.Error("a method of Plain shows more than the mask")
	}
	text, _ := p.AppendText([]byte("x "))
	if string(text) != "x "+s.full {
		t.Errorf("AppendText = %s", text)
	}
	stored, err := p.Value()
	if err != nil || stored != s.full {
		t.Errorf("Value() = %v, %v", stored, err)
	}
	var back identity.Plain[T]
	if !back.IsZero() || p.IsZero() || back.Equal(p) {
		t.Error("zero is not empty")
	}
	if err := back.Scan(stored); err != nil || !back.Equal(p) || back != p {
		t.Errorf("Scan: %v", err)
	}
	if err := back.Scan(s.mask); code(err) != identity.ErrMasked || back != p {
		t.Errorf("Scan of a mask: %v", err)
	}
}

// A mask tells neither the length nor the kind of what it hides.
func TestMaskHasAFixedShape(t *testing.T) {
	for _, group := range [][]fmt.Stringer{
		{identity.MustParseResidentID("350627198807152021"), identity.MustParseResidentID("ZZZ110019810803"),
			identity.MustParseResidentID("830000199001010020"), identity.MustParseResidentID("911124198108030024")},
		{identity.MustParseDisabilityCertificate("35062719880715202141"),
			identity.MustParseDisabilityCertificate("35062719880715202122B2")},
		{identity.MustParseName("陈文"), identity.MustParseName("陈大文"), identity.MustParseName("陈大文文")},
		{identity.MustParseName("阿·买"), identity.MustParseName("阿卜杜拉·买买提"), identity.MustParseName("John Smith")},
		{identity.MustParseText("a"), identity.MustParseText(strings.Repeat("文", 999))},
	} {
		for _, s := range group[1:] {
			if s.String() != group[0].String() {
				t.Errorf("%T: %s and %s", s, s, group[0])
			}
		}
	}
}

func TestRequiredWorksInBothModesOfTheValidator(t *testing.T) {
	type record struct {
		ID   identity.ResidentID `validate:"required"`
		Name identity.Name       `validate:"required"`
		Op   identity.CreditCode `validate:"required,len=18"`
	}
	full := record{identity.MustParseResidentID("350627198807152021"), identity.MustParseName("陈"),
		identity.MustParseCreditCode("52350627MJB0000182")}
	for _, v := range []*validator.Validate{validator.New(), validator.New(validator.WithRequiredStructEnabled())} {
		if err := v.Struct(full); err != nil {
			t.Error(err)
		}
		if errs, _ := v.Struct(record{}).(validator.ValidationErrors); len(errs) != 3 {
			t.Errorf("three values are missing, got %v", errs)
		}
	}
}

func TestFaultsAreComplete(t *testing.T) {
	n := 0
	for text := range identity.Faults().All() {
		n++
		if !strings.HasPrefix(string(text.Code), "IDENTITY-") || text.ZH == "" || text.EN == "" {
			t.Errorf("%+v", text)
		}
	}
	if n != 21 {
		t.Errorf("%d codes", n)
	}
}

// Why a number is refused is looked for only where a number can be, so that a text of megabytes costs nothing.
func TestHugeTextsAreNotSearched(t *testing.T) {
	s := strings.Repeat("1", 1<<20) + "*"
	for name, err := range map[string]error{
		"resident":    second(identity.ParseResidentID(s)),
		"legacy":      second(identity.UpgradeLegacy(s)),
		"certificate": second(identity.ParseDisabilityCertificate(s)),
		"mobile":      second(identity.ParseMobile(s)),
		"credit":      second(identity.ParseCreditCode(s)),
		"check digit": second(identity.CheckDigit(s)),
	} {
		if err == nil || errors.Is(err, identity.ErrMasked) {
			t.Errorf("%s: %v, found behind a megabyte", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }
