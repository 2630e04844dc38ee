package eligibility

import (
	"iter"
	"slices"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

// FactKey names one fact of the dictionary (事实键), such as "person.birth". Keys are lower-case words joined by dots and
// underscores; a vendor's own begin with his namespace and a colon ("fujian:boat").
type FactKey string

// Scope is what a fact or a criterion is about (对象). The zero value is "not recorded".
type Scope string

const (
	PerHousehold Scope = "household" // 家庭
	PerPerson    Scope = "person"    // 个人
	PerTie       Scope = "tie"       // 亲属关系: one person's tie to one relative
)

// FactKind is the type of a fact's value (事实类型). The zero value is "not recorded".
type FactKind string

const (
	BoolFact  FactKind = "bool"  // 是否
	CountFact FactKind = "count" // 数量: a whole number, 0 to 10⁹
	MoneyFact FactKind = "money" // 金额: whole fen, up to 10¹³ either way, since a business may lose; package facts refuses what cannot be below zero
	DateFact  FactKind = "date"  // 日期
	WordFact  FactKind = "word"  // 代码: one word of the fact's own list
	PairsFact FactKind = "pairs" // 残疾类别与等级: any number of pairs, the components of 多重 among them
)

// The facts the engine itself reads; every Dictionary has them.
const (
	// HouseholdArea is urban or rural (城乡类别), which chooses among the values of a parameter that differ by it.
	HouseholdArea FactKey = "household.area"
	// MembersComplete says that the list of people who may be members of the household is complete (家庭成员已列全).
	MembersComplete FactKey = "household.members_complete"
	// KinComplete says that the list of a person's relatives who may owe support is complete (亲属已列全). Without it
	// nothing concludes that there is no such relative.
	KinComplete FactKey = "person.kin_complete"
)

// Word is one value of a WordFact (代码值).
type Word struct {
	Key string `json:"key"`
	ZH  string `json:"zh"`
	EN  string `json:"en"`
}

// Fact describes one fact (事实定义): what it is about, its type, its names, and what to ask for when it is not known.
type Fact struct {
	Key       FactKey  `json:"key"`
	Scope     Scope    `json:"scope"`
	Kind      FactKind `json:"kind"`
	ZH        string   `json:"zh"`
	EN        string   `json:"en"`
	Words     []Word   `json:"words,omitempty"`     // of a WordFact, at most 250
	Obtain    string   `json:"obtain,omitempty"`    // in Chinese: the paper or check, and from whom
	Fixed     bool     `json:"fixed,omitempty"`     // nobody can or should change it: age, disability. Never advice
	Judgement bool     `json:"judgement,omitempty"` // a BoolFact that only an official's recorded finding settles (研判)
}

// Pair is one disability kind with its grade (残疾类别与等级).
type Pair struct {
	Kind  identity.DisabilityKind  `json:"kind"`
	Grade identity.DisabilityGrade `json:"grade"`
}

// bit is the place of the pair in a set of 64, or −1 for a pair with an unknown part.
func (p Pair) bit() int {
	k := slices.Index(pairKinds[:], p.Kind)
	g := slices.Index(pairGrades[:], p.Grade)
	if k < 0 || g < 0 {
		return -1
	}
	return (k+1)*8 + g + 1
}

var (
	pairKinds = [...]identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb,
		identity.Intellectual, identity.Mental, identity.Multiple}
	pairGrades = [...]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
)

// PairBits is the set of pairs as a word of 64 bits, one bit at kind × 8 + grade with kinds and grades numbered as in the
// disability certificate (残疾人证): what columns of pairs hold. Pairs with an unknown part are left out.
func PairBits(pairs ...Pair) uint64 {
	var set uint64
	for _, p := range pairs {
		if b := p.bit(); b >= 0 {
			set |= 1 << b
		}
	}
	return set
}

// Severe returns the pairs of these grades for every kind named, or for all six kinds when none is named; kind 7 多重 is
// no kind of its own here, since the law looks at its components.
func Severe(grades []identity.DisabilityGrade, kinds ...identity.DisabilityKind) []Pair {
	if len(kinds) == 0 {
		kinds = pairKinds[:6]
	}
	var pairs []Pair
	for _, k := range kinds {
		for _, g := range grades {
			pairs = append(pairs, Pair{Kind: k, Grade: g})
		}
	}
	return pairs
}

// Dictionary is the closed list of facts a law may speak of (事实字典). It is immutable and safe for concurrent use.
type Dictionary struct {
	facts []Fact
	at    map[FactKey]int // index into facts
	slot  []int           // facts[i] is stored at place slot[i] of its scope
	size  [3]int          // facts of each scope
}

const maxFacts = 512 // of one scope

// NewDictionary makes a dictionary of these facts and the three the engine reads itself. The error is a fault.List with
// every malformed or repeated fact.
func NewDictionary(facts ...Fact) (*Dictionary, error) { return newDictionary(ownFacts(), facts) }

// newDictionary adds facts, to which paths refer, to others that are in order.
func newDictionary(old, facts []Fact) (*Dictionary, error) {
	d := &Dictionary{at: make(map[FactKey]int, len(old)+len(facts))}
	var l fault.List
	for i, f := range slices.Concat(old, facts) {
		path := fault.Index("facts", i-len(old))
		ok := true
		bad := func(field string, code fault.Code) { l.Add(path+"."+field, catalogue().New(code)); ok = false }
		if !ValidKey(string(f.Key)) {
			bad("key", ErrKey)
		} else if _, twice := d.at[f.Key]; twice {
			bad("key", ErrTwice)
		}
		if f.Scope.Index() < 0 {
			bad("scope", ErrScope)
		}
		if f.ZH == "" || f.EN == "" {
			bad("zh", ErrName)
		}
		switch f.Kind {
		case WordFact:
			if len(f.Words) == 0 || len(f.Words) > 250 || repeated(f.Words) {
				bad("words", ErrWords)
			}
		case BoolFact, CountFact, MoneyFact, DateFact, PairsFact:
			if len(f.Words) > 0 {
				bad("words", ErrWords)
			}
		default:
			bad("kind", ErrKind)
		}
		if f.Judgement && f.Kind != BoolFact {
			bad("judgement", ErrKind)
		}
		if !ok {
			continue
		}
		f.Words = slices.Clone(f.Words)
		s := f.Scope.Index()
		d.at[f.Key] = len(d.facts)
		d.facts = append(d.facts, f)
		d.slot = append(d.slot, d.size[s])
		if d.size[s]++; d.size[s] > maxFacts {
			bad("scope", ErrTooMany)
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

func repeated(words []Word) bool {
	seen := make(map[string]bool, len(words))
	for _, w := range words {
		if w.Key == "" || w.ZH == "" || seen[w.Key] {
			return true
		}
		seen[w.Key] = true
	}
	return false
}

// ownFacts are the facts of EngineFacts, in full.
func ownFacts() []Fact {
	facts := []Fact{
		{Key: HouseholdArea, Scope: PerHousehold, Kind: WordFact, Obtain: "户口簿、土地承包和集体收益情况（村居）"},
		{Key: MembersComplete, Scope: PerHousehold, Kind: BoolFact, Obtain: "户口簿、共同生活情况调查（村居）"},
		{Key: KinComplete, Scope: PerPerson, Kind: BoolFact, Obtain: "户籍资料、婚姻登记、亲属关系调查（村居、公安、婚姻登记机关）"},
	}
	for i := range facts {
		e, _ := EngineFacts().Lookup(facts[i].Key)
		facts[i].ZH, facts[i].EN, facts[i].Fixed = e.ZH, e.EN, true
	}
	for e := range Areas().All() {
		facts[0].Words = append(facts[0].Words, Word{string(e.Key), e.ZH, e.EN})
	}
	return facts
}

// With returns a dictionary that has these facts too; the receiver stays as it is. The error is that of NewDictionary, with the
// places of the facts added.
func (d *Dictionary) With(facts ...Fact) (*Dictionary, error) { return newDictionary(d.facts, facts) }

// Lookup returns the fact of this key.
func (d *Dictionary) Lookup(k FactKey) (Fact, bool) {
	i, ok := d.at[k]
	if !ok {
		return Fact{}, false
	}
	f := d.facts[i]
	f.Words = slices.Clone(f.Words)
	return f, true
}

// All iterates over the facts in the order they were given, the engine's own three first.
func (d *Dictionary) All() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		for _, f := range d.facts {
			f.Words = slices.Clone(f.Words)
			if !yield(f) {
				return
			}
		}
	}
}

// Slot returns where a fact is stored: its scope by Index, and its place among the facts of that scope, which is where Row has it.
func (d *Dictionary) Slot(k FactKey) (scope, slot int, ok bool) {
	i, ok := d.at[k]
	if !ok {
		return 0, 0, false
	}
	return d.facts[i].Scope.Index(), d.slot[i], true
}

// Len is the number of facts of this scope.
func (d *Dictionary) Len(s Scope) int {
	if i := s.Index(); i >= 0 {
		return d.size[i]
	}
	return 0
}

// Index numbers the scopes: 0 for the household, 1 for a person, 2 for a tie, −1 for what is none.
func (s Scope) Index() int {
	switch s {
	case PerHousehold:
		return 0
	case PerPerson:
		return 1
	case PerTie:
		return 2
	}
	return -1
}

// ValidKey reports whether k may be a key or an ID (键的写法): up to 80 lower-case letters, digits, dots, underscores and hyphens,
// with at most one colon, which ends the namespace.
func ValidKey(k string) bool {
	if k == "" || len(k) > 80 {
		return false
	}
	colons := 0
	for i := range len(k) {
		switch c := k[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == '.' || c == '_' || c == '-':
			if i == 0 || i == len(k)-1 {
				return false
			}
		case c == ':':
			if colons++; colons > 1 || i == 0 || i == len(k)-1 {
				return false
			}
		default:
			return false
		}
	}
	return true
}
