package identity

import (
	"strings"
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// DisabilityCertificate is the number of a disability certificate (残疾人证号): the 18 characters of a
// [ResidentID], the kind of disability, the grade, and for a re-issued certificate B and a digit. The zero value is
// not recorded. It masks to twenty asterisks: kind and grade are health data and no less personal than the number.
//
// The number alone does not prove a valid certificate: it may be expired, frozen or withdrawn.
type DisabilityCertificate struct{ secret[certificateRule] }

// ParseDisabilityCertificate reads a certificate number of 20 characters, or 22 with a suffix B1 to B9 (the suffix is
// recalled and not confirmed by a text). Errors: those of [ParseResidentID] for the number inside, [ErrCertificate],
// [ErrKind], [ErrGrade], [ErrWidth], [ErrInvisible], [ErrMasked].
func ParseDisabilityCertificate(s string) (DisabilityCertificate, error) {
	x, err := read[certificateRule](s)
	return DisabilityCertificate{x}, err
}

// MustParseDisabilityCertificate is ParseDisabilityCertificate for literals; it panics on an error, without the
// value.
func MustParseDisabilityCertificate(s string) DisabilityCertificate {
	return must(ParseDisabilityCertificate(s))
}

// DisabilityKind is a kind of disability (残疾类别) after GB/T 26341-2010. The zero value is not recorded.
type DisabilityKind string

// The kinds, in the order of their digits 1 to 7. Some tables found on the web swap the first two.
const (
	Visual       DisabilityKind = "visual"       // 1 视力
	Hearing      DisabilityKind = "hearing"      // 2 听力
	Speech       DisabilityKind = "speech"       // 3 言语
	Limb         DisabilityKind = "limb"         // 4 肢体
	Intellectual DisabilityKind = "intellectual" // 5 智力
	Mental       DisabilityKind = "mental"       // 6 精神
	Multiple     DisabilityKind = "multiple"     // 7 多重: two or more of the others, which the number does not name
)

// DisabilityKinds returns the kinds with their names, in the order of their digits.
func DisabilityKinds() vocab.List[DisabilityKind] { return disabilityKinds() }

var disabilityKinds = sync.OnceValue(func() vocab.List[DisabilityKind] {
	type entry = vocab.Entry[DisabilityKind]
	src := []vocab.Source{{Document: "GB/T 26341-2010《残疾人残疾分类和分级》", Provenance: vocab.Recalled}}
	return vocab.New("残疾类别", "kind of disability",
		entry{Key: Visual, ZH: "视力残疾", EN: "visual", Aliases: []string{"视力"}, Sources: src},
		entry{Key: Hearing, ZH: "听力残疾", EN: "hearing", Aliases: []string{"听力"}, Sources: src},
		entry{Key: Speech, ZH: "言语残疾", EN: "speech", Aliases: []string{"言语"}, Sources: src},
		entry{Key: Limb, ZH: "肢体残疾", EN: "limb", Aliases: []string{"肢体"}, Sources: src},
		entry{Key: Intellectual, ZH: "智力残疾", EN: "intellectual", Aliases: []string{"智力"}, Sources: src},
		entry{Key: Mental, ZH: "精神残疾", EN: "mental", Aliases: []string{"精神"}, Sources: src},
		entry{Key: Multiple, ZH: "多重残疾", EN: "multiple", Aliases: []string{"多重"}, Sources: src},
	)
})

// DisabilityGrade is a grade of disability (残疾等级), first the heaviest. The zero value is not recorded.
type DisabilityGrade string

// The grades, in the order of their digits 1 to 4.
const (
	GradeOne   DisabilityGrade = "one"   // 一级, the heaviest
	GradeTwo   DisabilityGrade = "two"   // 二级
	GradeThree DisabilityGrade = "three" // 三级
	GradeFour  DisabilityGrade = "four"  // 四级
)

// DisabilityGrades returns the grades with their names, the heaviest first.
func DisabilityGrades() vocab.List[DisabilityGrade] { return disabilityGrades() }

var disabilityGrades = sync.OnceValue(func() vocab.List[DisabilityGrade] {
	type entry = vocab.Entry[DisabilityGrade]
	src := []vocab.Source{{Document: "GB/T 26341-2010《残疾人残疾分类和分级》", Provenance: vocab.Recalled}}
	return vocab.New("残疾等级", "grade of disability",
		entry{Key: GradeOne, ZH: "一级", EN: "grade 1", Aliases: []string{"1"}, Sources: src},
		entry{Key: GradeTwo, ZH: "二级", EN: "grade 2", Aliases: []string{"2"}, Sources: src},
		entry{Key: GradeThree, ZH: "三级", EN: "grade 3", Aliases: []string{"3"}, Sources: src},
		entry{Key: GradeFour, ZH: "四级", EN: "grade 4", Aliases: []string{"4"}, Sources: src},
	)
})

// Resident returns the resident number inside the certificate number.
func (c DisabilityCertificate) Resident() ResidentID {
	if c.IsZero() {
		return ResidentID{}
	}
	// The rule has read it when the certificate was parsed; a zero value here would be a defect in this package.
	r, _ := ParseResidentID(c.full()[:18])
	return r
}

// Kind returns the kind of disability that the number states.
func (c DisabilityCertificate) Kind() DisabilityKind {
	if c.IsZero() {
		return ""
	}
	return [...]DisabilityKind{Visual, Hearing, Speech, Limb, Intellectual, Mental, Multiple}[c.full()[18]-'1']
}

// Grade returns the grade of disability that the number states.
func (c DisabilityCertificate) Grade() DisabilityGrade {
	if c.IsZero() {
		return ""
	}
	return [...]DisabilityGrade{GradeOne, GradeTwo, GradeThree, GradeFour}[c.full()[19]-'1']
}

// Reissue returns the number of the re-issue (补发次数), 0 for a first certificate.
func (c DisabilityCertificate) Reissue() int {
	if len(c.full()) != 22 {
		return 0
	}
	return int(c.full()[21] - '0')
}

// Compare orders by number.
func (c DisabilityCertificate) Compare(o DisabilityCertificate) int {
	return strings.Compare(c.full(), o.full())
}

// Equal reports whether both are the same number, suffix included.
func (c DisabilityCertificate) Equal(o DisabilityCertificate) bool { return c == o }

type certificateRule struct{}

func (certificateRule) typeName() string   { return "DisabilityCertificate" }
func (certificateRule) mask(string) string { return "********************" }

func (certificateRule) read(s string) (string, error) {
	if len(s) != 20 && (len(s) != 22 || s[20] != 'B' || s[21] < '1' || '9' < s[21]) || !digits(s[18:20]) {
		return "", refuse(s, ErrCertificate)
	}
	id, err := residentRule{}.read(s[:18])
	switch {
	case err != nil:
		return "", err
	case s[18] < '1' || '7' < s[18]:
		return "", catalogue().New(ErrKind)
	case s[19] < '1' || '4' < s[19]:
		return "", catalogue().New(ErrGrade)
	case id != s[:18]:
		s = id + s[18:]
	}
	return s, nil
}
