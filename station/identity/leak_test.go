package identity_test

import (
	"bytes"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"io"
	"log"
	"log/slog"
	"maps"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template"
	"unicode"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/identity"
)

// The leak test puts one secret into everything an importer may put it into, sends that through every channel an
// importer may send it through, and looks in what comes out for any part of the secret in any notation.

// foreign is somebody else's record: a personal value in every position a struct can have it in.
type foreign[T comparable] struct {
	Public  T
	private T
	Pointer *T
	pointer *T
	Slice   []T
	slice   []T
	Array   [2]T
	Any     any
	any     any
	Values  map[string]T
	values  map[string]T
	Keys    map[T]int
	keys    map[T]int
	Nested  struct {
		Public  T
		private T
	}
	inner struct{ V T }
}

func record[T comparable](v T) foreign[T] {
	f := foreign[T]{Public: v, private: v, Pointer: &v, pointer: &v, Slice: []T{v, v}, slice: []T{v}, Array: [2]T{v, v},
		Any: v, any: &v, Values: map[string]T{"k": v}, values: map[string]T{"k": v},
		Keys: map[T]int{v: 1}, keys: map[T]int{v: 1}}
	f.Nested.Public, f.Nested.private, f.inner.V = v, v, v
	return f
}

// failure is somebody else's error that holds and prints the value.
type failure[T comparable] struct {
	Who T
	who T
}

func (e failure[T]) Error() string { return fmt.Sprint("cannot save ", e.Who, " ", e.who) }

// outputs sends v through all channels and calls emit with what each shows.
func outputs[T comparable](v T, emit func(channel, text string)) {
	f := record(v)
	holders := []struct {
		name string
		v    any
	}{
		{"value", v}, {"pointer", &v}, {"struct", f}, {"struct pointer", &f}, {"slice", []T{v}}, {"array", [1]T{v}},
		{"interface slice", []any{v, &v}}, {"map value", map[int]T{1: v}},
		{"map key", map[T]string{v: "x"}}, {"error", failure[T]{v, v}},
		{"wrapped", fmt.Errorf("saving %v: %w", v, errors.Join(failure[T]{v, v}, io.EOF))},
		{"reflected", reflect.ValueOf(f)}, {"private", struct{ v T }{v}},
	}
	for _, h := range holders {
		printed(h.name, h.v, emit)
		logged(h.name, h.v, emit)
		encoded(h.name, h.v, emit)
		for _, text := range []string{"{{.}}", `{{printf "%d" .}}`, `{{printf "%x" .}}`, "{{print .}}", "{{html .}}",
			"{{js .}}", "{{urlquery .}}"} {
			var b bytes.Buffer
			err := template.Must(template.New("").Parse(text)).Execute(&b, h.v)
			emit(h.name+" template "+text, b.String()+fmt.Sprint(err))
		}
		var b bytes.Buffer
		const page = "<p title={{.}}>{{.}}<script>f({{.}})</script><a href='?q={{.}}'>"
		err := htmltemplate.Must(htmltemplate.New("").Parse(page)).Execute(&b, h.v)
		emit(h.name+" html/template", b.String()+fmt.Sprint(err))
		func() {
			defer func() { emit(h.name+" recovered panic", fmt.Sprint(recover())) }()
			panic(h.v)
		}()
	}
	validated(v, emit)
	// Printers that follow pointers, through unexported fields too. go-cmp does where two values print alike.
	var b strings.Builder
	dump(&b, reflect.ValueOf(f))
	emit("dump", b.String())
	all := cmp.Exporter(func(reflect.Type) bool { return true })
	var none T
	emit("diff", cmp.Diff(f, record(none), all)+cmp.Diff(v, none, all, cmp.Comparer(func(T, T) bool { return false })))
	emit("diff of equals", cmp.Diff([]T{v}, []T{v}, cmp.Comparer(func(T, T) bool { return false })))
}

// dump writes every text that reflection reaches, as debugging printers do.
func dump(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		b.WriteString(v.String() + ";")
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			dump(b, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			dump(b, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			dump(b, v.Index(i))
		}
	case reflect.Map:
		for k, e := range v.Seq2() {
			dump(b, k)
			dump(b, e)
		}
	}
}

func printed(name string, v any, emit func(channel, text string)) {
	printedWith("vsqxXdTptboOeEfFgGUcwZ", name, v, emit)
}

func printedWith(verbs, name string, v any, emit func(channel, text string)) {
	for _, verb := range verbs {
		for _, flags := range []string{"", "+", "#", " ", "-", "0", "+#", "# ", "12", "-40", ".3", "030.1"} {
			format := "%" + flags + string(verb)
			emit(name+" "+format, fmt.Sprintf(format, v))
		}
		emit(name+" Errorf %"+string(verb), fmt.Errorf("%"+string(verb), v).Error())
	}
	emit(name+" Sprint", fmt.Sprint(v)+fmt.Sprintln(v, v)+string(fmt.Append(nil, v)))
	extra, width := "none", "%*d" // variables, because vet rightly refuses both mistakes
	//lint:ignore SA5009 the extra argument is the case
	emit(name+" extra argument", fmt.Sprintf(extra, v))
	emit(name+" as width", fmt.Sprintf(width, v, 1))
	var b bytes.Buffer
	log.New(&b, "", 0).Println(v)
	emit(name+" log", b.String())
}

func logged(name string, v any, emit func(channel, text string)) {
	noTime := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		return a
	}}
	var b bytes.Buffer
	for kind, h := range map[string]slog.Handler{
		"text": slog.NewTextHandler(&b, noTime), "json": slog.NewJSONHandler(&b, noTime)} {
		b.Reset()
		l := slog.New(h)
		l.Info("saved", "v", v)
		l.Info(fmt.Sprint("saved ", v), slog.Group("g", slog.Any("v", v), "w", []any{v}), "list", []any{v, v})
		l.With("v", v).WithGroup("g").Error("no", "record", struct{ V any }{v}, "err", fmt.Errorf("bad %+v", v))
		emit(name+" slog "+kind, b.String())
	}
}

func encoded(name string, v any, emit func(channel, text string)) {
	b, err := json.Marshal(v)
	emit(name+" json", string(b)+fmt.Sprint(err))
	b, err = json.MarshalIndent(map[string]any{"v": v}, "", " ")
	emit(name+" json in map", string(b)+fmt.Sprint(err))
	b, err = xml.Marshal(v)
	emit(name+" xml", string(b)+fmt.Sprint(err))
	b, err = xml.Marshal(struct {
		A any `xml:"a,attr"`
		E any `xml:"e"`
		C any `xml:",chardata"`
	}{v, v, v})
	emit(name+" xml attribute", string(b)+fmt.Sprint(err))
	var buf bytes.Buffer
	err = gob.NewEncoder(&buf).Encode(v)
	emit(name+" gob", buf.String()+fmt.Sprint(err))
	if a, ok := v.(interface{ AppendText([]byte) ([]byte, error) }); ok {
		b, _ = a.AppendText(nil)
		emit(name+" AppendText", string(b))
	}
	if a, ok := v.(slog.LogValuer); ok {
		emit(name+" LogValue", a.LogValue().String())
	}
}

// validated runs a bare validator, in both of its modes, with tags that must fail.
func validated[T comparable](v T, emit func(channel, text string)) {
	type tagged struct {
		Value   T         `json:"value" validate:"required,len=1"`
		Other   T         `validate:"eq=x"`
		Pointer *T        `validate:"required,max=1"`
		List    []T       `validate:"dive,oneof=a b"`
		Keys    map[T]int `validate:"dive,keys,len=1,endkeys,gt=5"`
		Any     any       `validate:"email"`
		Same    T         `validate:"nefield=Value"`
		Twice   []T       `validate:"unique"`
		Inner   foreign[T]
	}
	s := tagged{v, v, &v, []T{v}, map[T]int{v: 1}, v, v, []T{v, v}, record(v)}
	for mode, check := range map[string]*validator.Validate{
		"": validator.New(), " strict": validator.New(validator.WithRequiredStructEnabled())} {
		report := func(name string, err error) {
			printedWith("vsqxX", "validator"+mode+name, err, emit)
			var fields validator.ValidationErrors
			if errors.As(err, &fields) {
				for _, fe := range fields {
					printedWith("vsqxd", "validator"+mode+name+" value of "+fe.Field(), fe.Value(), emit)
				}
			}
		}
		for name, f := range map[string]func() error{
			" struct": func() error { return check.Struct(s) }, " var": func() error { return check.Var(v, "len=1") },
			" var pointer": func() error { return check.Var(&v, "required,max=1") },
			" two vars":    func() error { return check.VarWithValue(v, v, "nefield") },
		} {
			func() {
				// A tag that does not suit the type panics in the validator; what it says is a channel too.
				defer func() {
					if r := recover(); r != nil {
						emit("validator"+mode+name+" panic", fmt.Sprint(r))
					}
				}()
				report(name, f())
			}()
		}
	}
}

// notations returns how a part of the secret could look in an output.
func notations(part string) []string {
	ascii := strconv.QuoteToASCII(part)
	codes := strings.Trim(fmt.Sprint([]byte(part)), "[]")
	hexed := hex.EncodeToString([]byte(part))
	all := []string{part, hexed, strings.ToUpper(hexed), ascii[1 : len(ascii)-1],
		codes, strings.ReplaceAll(codes, " ", ","),
		strings.Trim(fmt.Sprint([]rune(part)), "[]"),
		fmt.Sprintf("% x", part), fmt.Sprintf("%# x", part), strings.Trim(fmt.Sprintf("%U", []rune(part)), "[]"),
		strings.Trim(fmt.Sprintf("%o", []byte(part)), "[]"), strings.Trim(fmt.Sprintf("%#v", []byte(part)), "[]byte{}")}
	for i, n := range all {
		if n == "" {
			panic("empty notation " + strconv.Itoa(i))
		}
	}
	return all
}

// parts returns the smallest parts of a secret that must not be seen: four digits or letters in a row, one Chinese
// character.
func parts(secret string) []string {
	var all []string
	runes := []rune(secret)
	for i, r := range runes {
		if unicode.Is(unicode.Han, r) {
			all = append(all, string(r))
		}
		if i+4 <= len(runes) && !slices.ContainsFunc(runes[i:i+4], func(r rune) bool { return r > unicode.MaxASCII }) {
			all = append(all, string(runes[i:i+4]))
		}
	}
	return all
}

// addresses tell how the verbs of integers write a pointer. What a foreign struct shows of a value is an address, and
// its digits may by chance be those of the secret. No secret below stands alone with as many digits.
var addresses = map[string]*regexp.Regexp{
	"x": regexp.MustCompile(`\b[0-9a-f]{7,12}\b`), "X": regexp.MustCompile(`\b[0-9A-F]{7,12}\b`),
	"d": regexp.MustCompile(`\b[0-9]{7,10}\b|\b[0-9]{12,15}\b`), "b": regexp.MustCompile(`\b(0b)?[01]{20,48}\b`),
	"o": regexp.MustCompile(`\b0?[0-7]{8,16}\b`), "O": regexp.MustCompile(`\b0o[0-7]{8,16}\b`),
	"": regexp.MustCompile(`0[xX][0-9a-fA-F]{6,12}\b`), // with any other verb
}

var verbOf = regexp.MustCompile(`%[^a-zA-Z]*([a-zA-Z])`)

// leaks returns the channels that show a part of the hidden text, each with the part.
func leaks[T comparable](v T, hidden string) map[string]string {
	// With the flag #, a verb that is none for a pointer writes its address bare: c000119880.
	bare := regexp.MustCompile(`\b[0-9]*[a-f][0-9a-f]{3,15}\b`)
	found := map[string]string{}
	var seek, seekHex []string
	for _, p := range parts(hidden) {
		for _, n := range notations(p) {
			seek = append(seek, n)
			if n != p {
				seekHex = append(seekHex, n)
			}
		}
	}
	outputs(v, func(channel, text string) {
		text = addresses[""].ReplaceAllString(text, "@")
		seek := seek
		if m := verbOf.FindStringSubmatch(channel); m != nil {
			if re := addresses[m[1]]; re != nil {
				text = re.ReplaceAllString(text, "@")
			}
			if strings.Contains(channel, "#") && m[1] != "x" && m[1] != "X" {
				text = bare.ReplaceAllString(text, "@")
			}
			if m[1] == "x" || m[1] == "X" {
				seek = seekHex // any text in hexadecimal has runs of digits: 520 is R and half a blank
			}
		}
		for _, s := range seek {
			if strings.Contains(text, s) {
				found[channel] = s
				return
			}
		}
	})
	return found
}

// confirmed looks again when it finds something: a leak is there every time, a chance resemblance is not.
func confirmed[T comparable](v T, hidden string) map[string]string {
	found := leaks(v, hidden)
	for range 2 {
		if len(found) == 0 {
			break
		}
		again := leaks(v, hidden)
		maps.DeleteFunc(found, func(channel, _ string) bool { return again[channel] == "" })
	}
	return found
}

type subject struct {
	name  string
	leaks func() map[string]string
	panic func(i int)
}

func personal[T interface {
	identity.Personal
	comparable
}](name string, v T, shown string) subject {
	hidden := strings.Replace(identity.Reveal(v), shown, "", 1)
	return subject{name, func() map[string]string { return confirmed(v, hidden) }, func(i int) { panics(v)[i]() }}
}

// subjects are synthetic: no such person lives.
func subjects() []subject {
	return []subject{
		personal("ResidentID", identity.MustParseResidentID("350627198807152021"), ""),
		personal("ResidentID with X", identity.MustParseResidentID("35062719780923347X"), ""),
		personal("old foreign card", identity.MustParseResidentID("ZZZ135791357913"), ""),
		personal("DisabilityCertificate", identity.MustParseDisabilityCertificate("35062719880715202141B2"), ""),
		personal("Mobile", identity.MustParseMobile("13957913579"), ""),
		personal("Name", identity.MustParseName("陈大文"), "陈"),
		personal("compound surname", identity.MustParseName("欧阳娜娜"), "欧"),
		personal("one character", identity.MustParseName("陈"), ""),
		personal("middle dot", identity.MustParseName("阿依古丽·买买提"), ""),
		personal("Latin", identity.MustParseName("Wolfgang Quixote"), ""),
		personal("Text", identity.MustParseText("福建省漳州市南靖县双湖镇下山村97号，电话13957913579"), ""),
	}
}

func TestNothingLeaks(t *testing.T) {
	for _, s := range subjects() {
		t.Run(s.name, func(t *testing.T) {
			for channel, part := range s.leaks() {
				t.Errorf("%s shows %q", channel, part)
			}
		})
	}
}

// A Plain shows its text to encoders, which is what it is for, and to nobody else.
func TestPlainShowsOnlyToEncoders(t *testing.T) {
	const secret = "350627198807152021"
	v := identity.InFull(identity.MustParseResidentID(secret))
	found := confirmed(v, secret)
	for channel, part := range found {
		// html/template writes JavaScript values as JSON.
		if !regexp.MustCompile("json|xml|AppendText|html/template").MatchString(channel) {
			t.Errorf("%s shows %q", channel, part)
		}
	}
	for _, channel := range []string{"value json", "value xml", "value AppendText", "struct json", "map key json"} {
		if found[channel] == "" {
			t.Errorf("%s should show the full text", channel)
		}
	}
	// A logger asks the Plain itself and gets the mask. Inside a struct a JSON handler asks encoding/json.
	var b bytes.Buffer
	l := slog.New(slog.NewJSONHandler(&b, nil))
	l.Info("saved "+v.String(), "id", v, slog.Group("g", "id", v))
	if strings.Contains(b.String(), secret) || !strings.Contains(b.String(), `"g":{"id":"******************"}`) {
		t.Errorf("JSON log: %s", b.String())
	}
}

// Types that look careful and are not. The harness must report each in the channels named.

type stringerOnly string // forgets that %x and %d, encoders and unexported fields do not ask String

func (stringerOnly) String() string { return "***" }

type byteArray [18]byte // no string anywhere, and %v lists the bytes

type halfMasked struct{ s string } // masks every method, holds the text itself

func (halfMasked) String() string                { return "***" }
func (halfMasked) GoString() string              { return "***" }
func (halfMasked) Format(s fmt.State, verb rune) { io.WriteString(s, "***") }
func (halfMasked) MarshalText() ([]byte, error)  { return []byte("***"), nil }
func (halfMasked) LogValue() slog.Value          { return slog.StringValue("***") }

type pointed struct{ s *string } // masks every method, and the text is in no field

func (pointed) String() string                { return "***" }
func (pointed) Format(s fmt.State, verb rune) { io.WriteString(s, "***") }
func (pointed) MarshalText() ([]byte, error)  { return []byte("***"), nil }

type rawForValidator struct{ identity.ResidentID } // gives the validator the text

func (r rawForValidator) ValidatorValue() any { return identity.Reveal(r.ResidentID) }

func TestHarnessReportsPlantedLeaks(t *testing.T) {
	const secret = "350627198807152021"
	text := secret
	for name, tc := range map[string]struct {
		found map[string]string
		want  []string
	}{
		"stringer only": {leaks(stringerOnly(secret), secret), []string{"value json", "struct %v", "struct %+v",
			"slice xml",
			"private %v", "private %x", "struct template {{.}}", "struct slog text", "value slog json", "pointer json",
			"validator struct value of Value %d", "validator strict var value of  %d", "value gob"}},
		"bytes": {leaks(byteArray([]byte(secret)), secret), []string{"value %v", "value %d", "value %x",
			"value %X", "value % x", "value %#v", "value %q", "map key %v", "error %v", "wrapped %s",
			"value json", "value recovered panic", "value log"}},
		"half masked": {leaks(halfMasked{secret}, secret), []string{"struct %v", "struct %+v", "struct %#v", "struct %s",
			"struct %x", "struct %q", "private %v", "private template {{.}}", "private slog text", "private Sprint"}},
		"validator": {leaks(rawForValidator{identity.MustParseResidentID(secret)}, secret),
			[]string{"validator struct value of Value %v", "validator strict struct value of Other %s"}},
		"pointer": {leaks(pointed{&text}, secret), []string{"dump", "diff of equals"}},
		"name":    {leaks(stringerOnly("陈大文"), "大文"), []string{"value json", "private %+q", "private %x", "private %v"}},
	} {
		for _, channel := range tc.want {
			if tc.found[channel] == "" {
				t.Errorf("%s: the harness missed the leak through %s", name, channel)
			}
		}
	}
	if found := confirmed(stringerOnly("***"), secret); len(found) != 0 {
		t.Errorf("the harness reports leaks where nothing is: %v", found)
	}
}

// panics returns functions that panic with v in different guises, for a process that dies of them.
func panics[T comparable](v T) []func() {
	return []func(){
		func() { panic(v) },
		func() { panic(&v) },
		func() { panic(record(v)) },
		func() { panic(failure[T]{v, v}) },
		func() { panic(fmt.Sprintf("cannot handle %v in %+v", v, record(v))) },
		func() { defer func() { panic(fmt.Errorf("again: %v", recover())) }(); panic(v) },
	}
}

// TestPanicText looks at what a dying process writes, which no method of fmt formats.
func TestPanicText(t *testing.T) {
	if which := os.Getenv("IDENTITY_TEST_PANIC"); which != "" {
		var s, i int
		fmt.Sscan(which, &s, &i)
		subjects()[s].panic(i)
	}
	address := regexp.MustCompile(`0x[0-9a-f]+`)
	secrets := []string{"350627198807152021", "陈大文"}
	for n, s := range []int{0, 5} {
		for i := range panics(identity.Name{}) {
			cmd := exec.Command(os.Args[0], "-test.run=^TestPanicText$")
			cmd.Env = append(os.Environ(), fmt.Sprintf("IDENTITY_TEST_PANIC=%d %d", s, i))
			out, err := cmd.CombinedOutput()
			if err == nil || !bytes.Contains(out, []byte("panic: ")) {
				t.Fatalf("the process did not panic: %s", out)
			}
			text := address.ReplaceAllString(string(out), "@")
			text, _, _ = strings.Cut(text, "goroutine ")
			for _, part := range parts(strings.TrimPrefix(secrets[n], "陈")) {
				if strings.Contains(text, part) {
					t.Errorf("panic %d of subject %d shows %q", i, s, part)
				}
			}
		}
	}
}
