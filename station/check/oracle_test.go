package check_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// A maker builds random struct types and values of them. Map keys are k0 to k9 and are told apart from indices by it.
type maker struct{ *rand.Rand }

func (m maker) pick(of ...string) string { return of[m.IntN(len(of))] }

// structType has up to five fields of random kinds.
func (m maker) structType(depth int) reflect.Type {
	var fields []reflect.StructField
	for i := range 1 + m.IntN(5) {
		t, tag := m.fieldType(depth)
		json := m.pick(`json:"f%d" `, `json:"名%d,omitempty" `, `json:"-" `, ``)
		if strings.Contains(json, "%") {
			json = fmt.Sprintf(json, i)
		}
		if tag != "" {
			tag = `validate:"` + tag + `"`
		}
		fields = append(fields, reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: t, Tag: reflect.StructTag(json + tag)})
	}
	return reflect.StructOf(fields)
}

func (m maker) fieldType(depth int) (reflect.Type, string) {
	if depth > 0 {
		switch m.IntN(7) {
		case 0:
			return m.structType(depth - 1), m.pick("", "", "required")
		case 1:
			return reflect.PointerTo(m.structType(depth - 1)), m.pick("", "required", "omitempty")
		case 2:
			return reflect.SliceOf(m.structType(depth - 1)), m.pick("dive", "max=1,dive", "")
		case 3:
			return reflect.MapOf(reflect.TypeFor[string](), m.structType(depth-1)), m.pick("dive", "max=1,dive", "")
		case 4:
			return reflect.SliceOf(reflect.SliceOf(reflect.TypeFor[string]())), "max=2,dive,max=2,dive,max=2"
		}
	}
	switch m.IntN(4) {
	case 0:
		return reflect.TypeFor[int](), m.pick("gte=1", "lt=2", "omitempty,gt=1", "")
	case 1:
		return reflect.TypeFor[money.Amount](), m.pick("gt=0", "max=100")
	case 2:
		return reflect.TypeFor[cal.Date](), "required"
	}
	return reflect.TypeFor[string](), m.pick("required", "max=2", "omitempty,oneof=a b", "required,len=2", "")
}

func (m maker) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		switch x := v.Addr().Interface().(type) {
		case *money.Amount:
			*x = money.Fen(int64(m.IntN(4) * 50))
		case *cal.Date:
			if m.IntN(2) == 0 {
				*x = cal.MustParse("2022-06-28")
			}
		default:
			for i := range v.NumField() {
				m.fill(v.Field(i))
			}
		}
	case reflect.Pointer:
		if m.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			m.fill(v.Elem())
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), m.IntN(4), 4))
		for i := range v.Len() {
			m.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range m.IntN(4) {
			e := reflect.New(v.Type().Elem()).Elem()
			m.fill(e)
			v.SetMapIndex(reflect.ValueOf(fmt.Sprintf("k%d", m.IntN(10))), e)
		}
	case reflect.Int:
		v.SetInt(int64(m.IntN(4)))
	case reflect.String:
		v.SetString(m.pick("", "a", "ab", "站长", "驻站社工"))
	}
}

// jsonNames is a validator that names fields by their JSON names itself.
func jsonNames() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			return ""
		}
		return name
	})
	return v
}

// own returns path and tag as that validator has them, in its own order.
func own(oracle *validator.Validate, v any) (out []string, maps bool) {
	err := oracle.Struct(v)
	if err == nil {
		return nil, false
	}
	key := regexp.MustCompile(`\[k\d\]`)
	for _, e := range err.(validator.ValidationErrors) {
		path := key.ReplaceAllString(e.Namespace(), "[*]")
		maps = maps || path != e.Namespace()
		tag := e.Tag()
		if e.Kind() == reflect.Pointer {
			tag = "required"
		}
		out = append(out, path+" CHECK-"+strings.ToUpper(tag))
	}
	return out, maps
}

func TestRandomStructsAgainstTheValidatorsOwnPaths(t *testing.T) {
	m, oracle := maker{rand.New(rand.NewPCG(4, 3))}, jsonNames()
	faults, maps := 0, 0
	for range 800 {
		v := reflect.New(m.structType(3))
		m.fill(v.Elem())
		want, hasMaps := own(oracle, v.Interface())
		var got []string
		for _, f := range check.Struct(v.Interface()) {
			got = append(got, f.Path()+" "+string(f.Code()))
		}
		faults += len(want)
		if hasMaps { // the validator goes through a map in any order
			maps++
			slices.Sort(want)
			slices.Sort(got)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%v\n%s", v.Type(), d)
		}
	}
	if faults < 1000 || maps < 50 {
		t.Errorf("only %d faults and %d structs with maps were compared", faults, maps)
	}
}

// ours is a struct with every kind of value type of the library, as an entity would hold them.
type ours struct {
	Resident    identity.ResidentID                `json:"resident" validate:"required"`
	Certificate identity.DisabilityCertificate     `json:"certificate" validate:"required"`
	Credit      identity.CreditCode                `json:"credit" validate:"required,len=18"`
	Mobile      identity.Mobile                    `json:"mobile" validate:"required"`
	Name        identity.Name                      `json:"name" validate:"required"`
	Text        identity.Text                      `json:"text" validate:"required"`
	Place       division.Code                      `json:"place" validate:"required,len=9"`
	Day         cal.Date                           `json:"day" validate:"required"`
	Since       cal.Partial                        `json:"since" validate:"required"`
	Period      cal.Period                         `json:"period" validate:"required"`
	Price       money.Amount                       `json:"price" validate:"gt=0"`
	Hours       measure.Quantity                   `json:"hours" validate:"gt=0"`
	Share       measure.Ratio                      `json:"share" validate:"gt=0"`
	Target      measure.Target                     `json:"target"`
	Targets     []measure.Target                   `json:"targets" validate:"required,dive"`
	Sources     map[string]vocab.Source            `json:"sources" validate:"required,dive"`
	Income      known.Value[money.Amount]          `json:"income" validate:"required,gte=0"`
	Goal        known.Value[measure.Target]        `json:"goal" validate:"required"`
	Ages        map[identity.Name]known.Value[int] `json:"ages" validate:"required,dive,gte=0"`
}

func full() ours {
	target := measure.Target{Comparator: measure.AtLeast, Value: measure.Int(700), Basis: measure.PersonTimes}
	return ours{
		Resident:    identity.MustParseResidentID("11010519491231002X"),
		Certificate: identity.MustParseDisabilityCertificate("35062719880715202141"),
		Credit:      identity.MustParseCreditCode("52350627MJB0000182"),
		Mobile:      identity.MustParseMobile("13957913579"), Name: identity.MustParseName("陈大文"),
		Text: identity.MustParseText("双湖镇下山村97号"), Place: division.MustParse("350627109"),
		Day: cal.MustParse("2022-06-28"), Since: cal.MustParsePartial("2021年年底"), Period: cal.MustParsePeriod("2022-01-01/2022-07-01"),
		Price: money.MustParse("0.01"), Hours: measure.MustParseQuantity("0.5"), Share: measure.MustParseRatio("1/3"),
		Target: target, Targets: []measure.Target{target},
		Sources: map[string]vocab.Source{"a": {Document: "《某办法》", Provenance: vocab.Fictitious}},
		Income:  known.Of(money.Amount{}), Goal: known.Of(target),
		Ages: map[identity.Name]known.Value[int]{identity.MustParseName("陈大文"): known.Of(0)},
	}
}

func TestValueTypesUnderAnyValidator(t *testing.T) {
	if l := check.Struct(full()); l != nil {
		t.Error(l)
	}
	empty := []string{"resident", "certificate", "credit", "mobile", "name", "text", "place", "day", "since", "period", "price", "hours", "share",
		"target.comparator", "target.basis", "targets", "sources", "income", "goal", "ages"}
	var got []string
	for _, f := range check.Struct(ours{}) {
		got = append(got, f.Path())
	}
	if d := cmp.Diff(empty, got); d != "" {
		t.Error(d)
	}
	wrong := full()
	wrong.Price, wrong.Income, wrong.Place = money.MustParse("-3"), known.Of(money.MustParse("-3")), division.MustParse("350627")
	wrong.Targets[0].Basis, wrong.Goal = "", known.Of(measure.Target{Value: measure.Int(-1)})
	wrong.Ages[identity.MustParseName("林小明")] = known.Of(-1)
	want := []string{"place", "price", "targets[0].basis", "income", "goal.comparator", "goal.value", "goal.basis", "ages[*]"}
	for name, options := range map[string][]validator.Option{"bare": nil, "required struct": {validator.WithRequiredStructEnabled()}} {
		bare := validator.New(options...)
		if err := bare.Struct(full()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for what, v := range map[string]any{"empty": ours{}, "wrong": wrong} {
			errs, _ := bare.Struct(v).(validator.ValidationErrors)
			if l := check.Struct(v); len(errs) != len(l) {
				t.Errorf("%s, %s: the validator finds %d, check finds %d\n%v\n%v", name, what, len(errs), len(l), errs, l)
			}
			if strings.Contains(fmt.Sprintf("%v", errs), "陈大文") {
				t.Errorf("%s, %s: a name leaks", name, what)
			}
		}
	}
	got = nil
	for _, f := range check.Struct(wrong) {
		path := f.Path()
		if strings.HasPrefix(path, "ages[") { // the mask is identity's affair
			path = "ages[*]"
		}
		got = append(got, path)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// FuzzStruct puts any text and number in every place where a value or a key can stand.
func FuzzStruct(f *testing.F) {
	f.Add("陈大文", "13957913579", int64(0))
	f.Add("", "", int64(-1))
	f.Add("a].F.b[0]", "[*]", int64(61))
	f.Add("\xff\x00", "Names[k].Title", int64(1<<62))
	f.Fuzz(func(t *testing.T, text, key string, n int64) {
		const mark = "§" // in no text of this package
		secret := mark + text + mark
		s := unfit()
		s.Code, s.ID, s.Plain = secret, strings.Repeat(secret, 40), text
		s.Posts = []post{{Title: secret + secret + secret + secret, Share: int(n)}}
		s.Names = map[string][]post{mark + key: {{Title: secret}}, key + mark: nil, mark: {{Title: mark, Share: int(n)}}}
		s.Phones = map[int64]int{n: int(n)}
		s.Kinds = map[measure.Basis]post{measure.Basis(mark + text): {}}
		s.Maybe = known.Of(map[string]post{secret: {}, mark + key: {Title: secret}})
		s.Any = map[string]string{secret: secret}
		l := check.Struct(&s)
		if l == nil || l.Has(check.ErrRules) || l.Has(check.ErrStruct) {
			t.Errorf("%v", l)
		}
		if strings.Contains(everything(l), mark) {
			t.Errorf("a value is printed: %s", l)
		}
		for _, f := range l {
			if f.Path() == "" {
				t.Errorf("a fault without a place: %v", f)
			}
		}
		if d := cmp.Diff(lines(l), lines(check.Struct(&s))); d != "" {
			t.Error(d)
		}
		// One more mistake hides no other.
		more := s
		more.Head = &post{Title: "站长", Share: 1}
		before := check.Struct(&more)
		more.Head = &post{}
		after := check.Struct(&more)
		for _, f := range before {
			if !slices.ContainsFunc(after, func(g fault.Fault) bool { return g.Equal(f) }) {
				t.Errorf("%v is hidden", f)
			}
		}
		if len(after) != len(before)+2 {
			t.Errorf("%d faults became %d", len(before), len(after))
		}
	})
}

func BenchmarkStruct(b *testing.B) {
	good, bad := full(), unfit()
	b.Run("good", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if check.Struct(&good) != nil {
				b.Fatal()
			}
		}
	})
	b.Run("29 faults", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if len(check.Struct(&bad)) != 29 {
				b.Fatal()
			}
		}
	})
}
