package facts

import (
	"reflect"
	"strings"
	"sync"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts/internal/tree"
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
	if h == nil {
		return catalogue().New(ErrMissing)
	}
	var l fault.List
	inspect(reflect.ValueOf(h).Elem(), shapes()[reflect.TypeFor[Household]()], nil, &l)
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

// shape is what a type of the model consists of, worked out once so that households are walked without asking again.
type shape struct {
	kind    kind
	members []member // of a group, one a field
	element *shape   // of a list
	dated   bool     // it is a day or a period, or has one in it
}

type kind uint8

const (
	group kind = iota
	list
	leaf // one value that has to be there
	fact // an Attested
)

// member is a field of the model as JSON knows it.
type member struct {
	name     string
	optional bool
	*shape
}

// shapes are those of Household and of every type below it.
var shapes = sync.OnceValue(func() map[reflect.Type]*shape {
	all := make(map[reflect.Type]*shape)
	addShape(all, reflect.TypeFor[Household]())
	addShape(all, reflect.TypeFor[[]eligibility.Pair]()) // inside an Attested
	return all
})

func addShape(all map[reflect.Type]*shape, t reflect.Type) *shape {
	if s := all[t]; s != nil {
		return s
	}
	s := new(shape)
	all[t] = s
	switch reflect.New(t).Interface().(type) {
	case *Attested[cal.Date], *Attested[cal.Period]:
		s.kind, s.dated = fact, true
	case *cal.Date, *cal.Period:
		s.kind, s.dated = leaf, true
	case attested:
		s.kind = fact
	case *division.Code, *identity.ResidentID, *identity.DisabilityCertificate:
		s.kind = leaf
	default:
		switch t.Kind() {
		case reflect.String:
			s.kind = leaf
		case reflect.Slice:
			s.kind, s.element = list, addShape(all, t.Elem())
			s.dated = s.element.dated
		default:
			s.members = membersOf(t)
			for i := range s.members {
				m := addShape(all, t.Field(i).Type)
				s.members[i].shape = m
				s.dated = s.dated || m.dated
			}
		}
	}
	return s
}

// membersOf are the fields of a struct without their shapes.
func membersOf(t reflect.Type) []member {
	ms := make([]member, t.NumField())
	for i := range ms {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		ms[i] = member{name: name, optional: strings.Contains(options, "omit")}
	}
	return ms
}

// attested is a pointer to an Attested of any type.
type attested interface {
	inside() (pointer any, e eligibility.Evidence)
	Known() bool
}

func (a *Attested[T]) inside() (any, eligibility.Evidence) { return &a.value, a.evidence }

// inspect reports every leaf below v that is not well formed. A plain field is required unless its JSON tag lets it be left out.
func inspect(v reflect.Value, s *shape, at *tree.Place, l *fault.List) {
	below := tree.Place{Up: at} // one for all members: only what is wrong writes it out
	switch s.kind {
	case fact:
		a := v.Addr().Interface().(attested)
		if !a.Known() {
			return
		}
		value, e := a.inside()
		if !e.AtLeast(eligibility.Stated) {
			l.Add(at.To("evidence"), catalogue().New(ErrEvidence))
		}
		if pairs, ok := value.(*[]eligibility.Pair); ok {
			p := reflect.ValueOf(pairs).Elem()
			inspect(p, shapes()[p.Type()], at, l) // none at all is a value
		} else if err := judge(value); err != nil {
			l.Add(at.String(), err)
		}
	case leaf:
		if err := judge(v.Addr().Interface()); err != nil {
			l.Add(at.String(), err)
		}
	case list:
		if v.Len() > tree.MaxItems {
			l.Add(at.String(), catalogue().New(ErrSize))
			return
		}
		for i := range v.Len() {
			below.At = i
			inspect(v.Index(i), s.element, &below, l)
		}
	case group:
		for i := range s.members {
			m := &s.members[i]
			if f := v.Field(i); m.kind != leaf || !m.optional || !f.IsZero() {
				below.Name = m.name
				inspect(f, m.shape, &below, l)
			}
		}
	}
}

// judge reports what is wrong with one value that has to be there, given by its address.
func judge(p any) error {
	switch x := p.(type) {
	case *bool:
		return nil
	case *int:
		return within(int64(*x), maxCount)
	case *int64:
		return within(*x, maxCount)
	case *money.Amount:
		return within(x.Fen(), maxFen)
	case *Ref:
		if !x.valid() {
			return catalogue().New(ErrRef)
		}
		return nil
	}
	v := reflect.ValueOf(p).Elem()
	if v.IsZero() {
		return catalogue().New(ErrMissing)
	}
	if v.Kind() == reflect.String && len(v.String()) > 2*maxWord {
		return catalogue().New(ErrSize)
	}
	return wordFault(p)
}

func within(n, limit int64) error {
	if n < 0 || n > limit {
		return catalogue().New(ErrValue)
	}
	return nil
}

// wordFault reports a word that its list does not hold.
func wordFault(p any) error {
	switch x := p.(type) {
	case *eligibility.Area:
		return areas().Check(*x)
	case *person.Sex:
		return person.Sexes().Check(*x)
	case *person.Marriage:
		return person.Marriages().Check(*x)
	case *identity.DisabilityKind:
		return identity.DisabilityKinds().Check(*x)
	case *identity.DisabilityGrade:
		return identity.DisabilityGrades().Check(*x)
	case *LifeState:
		return LifeStates().Check(*x)
	case *Stage:
		return Stages().Check(*x)
	case *Restraint:
		return Restraints().Check(*x)
	case *LegalCapacity:
		return LegalCapacities().Check(*x)
	case *Role:
		return Roles().Check(*x)
	case *Kinship:
		return Kinships().Check(*x)
	case *Origin:
		return Origins().Check(*x)
	case *Provision:
		return Provisions().Check(*x)
	case *Tier:
		return Tiers().Check(*x)
	case *Emergency:
		return Emergencies().Check(*x)
	case *Ability:
		return Abilities().Check(*x)
	case *CertificateState:
		return CertificateStates().Check(*x)
	case *IncomeKind:
		return IncomeKinds().Check(*x)
	case *SpendingKind:
		return SpendingKinds().Check(*x)
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
