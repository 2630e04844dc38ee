package facts

import (
	"reflect"
	"strings"
	"sync"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/person"
	"github.com/shegong/shegong/station/vocab"
)

// Bounds of the values a household takes, those of the engine.
const (
	maxFen   = 10_000_000_000_000 // 10¹¹ yuan
	maxCount = 1_000_000_000
	maxWord  = 64 // bytes of a reference or a word
)

// Validate returns nil, or a fault.List with every field that is not well formed: a missing reference, an unknown word, a negative
// amount, a known fact without evidence. What well-formed fields say together is the affair of Contradictions.
func (h *Household) Validate() error {
	var l fault.List
	inspect(reflect.ValueOf(h).Elem(), nil, &l)
	if len(h.People) > eligibility.MaxPeople {
		l.Add("people", catalogue().New(ErrSize))
	}
	if len(h.Ties) > eligibility.MaxTies/2 { // each is bound both ways
		l.Add("ties", catalogue().New(ErrSize))
	}
	return l.Err()
}

// UnmarshalJSON reads a household strictly: every member must exist and be written once, every word be known, every fact carry its
// evidence. The error is a fault.List; on an error h keeps its value.
func (h *Household) UnmarshalJSON(data []byte) error {
	var fresh Household
	if err := read(data, &fresh); err != nil {
		return err
	}
	if err := fresh.Validate(); err != nil {
		return err
	}
	*h = fresh
	return nil
}

// place is where a field is, written out only when something is wrong there.
type place struct {
	up   *place
	name string // of a member, or
	at   int    // of an element
}

func (p *place) String() string {
	switch {
	case p == nil:
		return ""
	case p.name == "":
		return fault.Index(p.up.String(), p.at)
	}
	return join(p.up.String(), p.name)
}

// member is a field of the model as JSON knows it.
type member struct {
	name     string
	optional bool
}

// members are the fields of every struct below Household, by type.
var members = sync.OnceValue(func() map[reflect.Type][]member {
	all := make(map[reflect.Type][]member)
	var add func(reflect.Type)
	add = func(t reflect.Type) {
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if _, done := all[t]; done || t.Kind() != reflect.Struct || isLeaf(reflect.New(t)) {
			return
		}
		if reflect.PointerTo(t).Implements(reflect.TypeFor[attested]()) {
			return
		}
		all[t] = membersOf(t)
		for i := range t.NumField() {
			add(t.Field(i).Type)
		}
	}
	add(reflect.TypeFor[Household]())
	add(reflect.TypeFor[eligibility.Pair]()) // inside an Attested
	return all
})

func membersOf(t reflect.Type) []member {
	ms := make([]member, t.NumField())
	for i := range ms {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		ms[i] = member{name, strings.Contains(options, "omit")}
	}
	return ms
}

// attested is a pointer to an Attested of any type.
type attested interface {
	inside() (value any, e eligibility.Evidence)
	Known() bool
}

func (a *Attested[T]) inside() (any, eligibility.Evidence) { return a.value, a.evidence }

// inspect reports every leaf below v that is not well formed. A plain field is required unless its JSON tag lets it be left out.
func inspect(v reflect.Value, at *place, l *fault.List) {
	if a, ok := v.Addr().Interface().(attested); ok {
		if !a.Known() {
			return
		}
		value, e := a.inside()
		if !eligibility.Evidences().Known(e) {
			l.Add(join(at.String(), "evidence"), catalogue().New(ErrEvidence))
		}
		if pairs, ok := value.([]eligibility.Pair); ok {
			inspect(reflect.ValueOf(&pairs).Elem(), at, l) // none at all is a value
		} else if err := judge(value); err != nil {
			l.Add(at.String(), err)
		}
		return
	}
	if isLeaf(v.Addr()) {
		if err := judge(v.Interface()); err != nil {
			l.Add(at.String(), err)
		}
		return
	}
	if v.Kind() == reflect.Slice {
		if v.Len() > maxItems {
			l.Add(at.String(), catalogue().New(ErrSize))
			return
		}
		for i := range v.Len() {
			inspect(v.Index(i), &place{up: at, at: i}, l)
		}
		return
	}
	for i, m := range members()[v.Type()] {
		if f := v.Field(i); !m.optional || !isLeaf(f.Addr()) || !f.IsZero() {
			inspect(f, &place{up: at, name: m.name}, l)
		}
	}
}

// isLeaf reports whether p points to one value rather than to a group or a list.
func isLeaf(p reflect.Value) bool {
	switch p.Interface().(type) {
	case *cal.Date, *cal.Period, *division.Code, *identity.ResidentID, *identity.DisabilityCertificate:
		return true
	}
	return p.Elem().Kind() == reflect.String
}

// judge reports what is wrong with one value that has to be there.
func judge(x any) error {
	switch x := x.(type) {
	case bool:
		return nil
	case int:
		return within(int64(x), maxCount)
	case int64:
		return within(x, maxCount)
	case money.Amount:
		return within(x.Fen(), maxFen)
	case Ref:
		if !x.valid() {
			return catalogue().New(ErrRef)
		}
		return nil
	}
	v := reflect.ValueOf(x)
	if v.IsZero() {
		return catalogue().New(ErrMissing)
	}
	if v.Kind() == reflect.String && len(v.String()) > 2*maxWord {
		return catalogue().New(ErrSize)
	}
	return wordFault(x)
}

func within(n, limit int64) error {
	if n < 0 || n > limit {
		return catalogue().New(ErrValue)
	}
	return nil
}

// wordFault reports a word that its list does not hold.
func wordFault(x any) error {
	switch x := x.(type) {
	case eligibility.Area:
		return areas().Check(x)
	case person.Sex:
		return person.Sexes().Check(x)
	case person.Marriage:
		return person.Marriages().Check(x)
	case identity.DisabilityKind:
		return identity.DisabilityKinds().Check(x)
	case identity.DisabilityGrade:
		return identity.DisabilityGrades().Check(x)
	case LifeState:
		return LifeStates().Check(x)
	case Stage:
		return Stages().Check(x)
	case Restraint:
		return Restraints().Check(x)
	case LegalCapacity:
		return LegalCapacities().Check(x)
	case Role:
		return Roles().Check(x)
	case Kinship:
		return Kinships().Check(x)
	case Origin:
		return Origins().Check(x)
	case Provision:
		return Provisions().Check(x)
	case Tier:
		return Tiers().Check(x)
	case Emergency:
		return Emergencies().Check(x)
	case Ability:
		return Abilities().Check(x)
	case CertificateState:
		return CertificateStates().Check(x)
	case IncomeKind:
		return IncomeKinds().Check(x)
	case SpendingKind:
		return SpendingKinds().Check(x)
	}
	return nil
}

var areas = sync.OnceValue(func() vocab.List[eligibility.Area] { return wordsOf[eligibility.Area](eligibility.HouseholdArea) })

// valid reports whether r is a reference and does not read like a number that belongs to somebody: fifteen digits in a row
// (an identity card), or eleven that begin like a mobile number.
func (r Ref) valid() bool {
	if r == "" || len(r) > maxWord {
		return false
	}
	run := 0
	for i := range len(r) + 1 {
		if i < len(r) && r[i] >= '0' && r[i] <= '9' {
			run++
			continue
		}
		if run >= 15 || run == 11 && r[i-11] == '1' && r[i-10] >= '3' {
			return false
		}
		run = 0
		if i == len(r) {
			break
		}
		switch c := r[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '.', c == '-', c == '_':
		default:
			return false
		}
	}
	return true
}
