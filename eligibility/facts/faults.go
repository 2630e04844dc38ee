package facts

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package: of JSON, of values, of what contradicts itself.
const (
	ErrSize     fault.Code = "FACTS-SIZE"     // JSON larger or deeper than a household is, or a list longer
	ErrJSON     fault.Code = "FACTS-JSON"     // not JSON, or of the wrong shape
	ErrMember   fault.Code = "FACTS-MEMBER"   // a member that does not exist
	ErrTwice    fault.Code = "FACTS-TWICE"    // given twice
	ErrMissing  fault.Code = "FACTS-MISSING"  // left out where there is no default
	ErrRef      fault.Code = "FACTS-REF"      // not a reference, or one that reads like a personal number
	ErrNobody   fault.Code = "FACTS-NOBODY"   // a reference to nobody in the household's list
	ErrEvidence fault.Code = "FACTS-EVIDENCE" // a known fact without a grade of evidence
	ErrWord     fault.Code = "FACTS-WORD"     // a key that the list does not have
	ErrValue    fault.Code = "FACTS-VALUE"    // a value that cannot be

	ErrFuture    fault.Code = "FACTS-FUTURE"     // a day that has not come
	ErrOrder     fault.Code = "FACTS-ORDER"      // ends before it begins
	ErrBirth     fault.Code = "FACTS-BIRTH"      // happened before the person was born
	ErrDead      fault.Code = "FACTS-DEAD"       // happened after the person died
	ErrID        fault.Code = "FACTS-ID"         // a number that states something else
	ErrSame      fault.Code = "FACTS-SAME"       // one person listed twice
	ErrSpouse    fault.Code = "FACTS-SPOUSE"     // more than one spouse, or marriages that disagree
	ErrKin       fault.Code = "FACTS-KIN"        // ties that exclude each other
	ErrOlder     fault.Code = "FACTS-OLDER"      // a child who is not younger than the parent
	ErrRelation  fault.Code = "FACTS-RELATION"   // the relation to the applicant and the ties disagree
	ErrOverlap   fault.Code = "FACTS-OVERLAP"    // two records for the same time
	ErrMarriage  fault.Code = "FACTS-MARRIAGE"   // married, all kin listed, and no spouse among them
	ErrContrary  fault.Code = "FACTS-CONTRARY"   // two facts that exclude each other
	ErrExtra     fault.Code = "FACTS-EXTRA"      // a fact that the model has a field for, or that the law does not have
	ErrJudgement fault.Code = "FACTS-JUDGEMENT"  // not a fact that an official finds
	ErrDivision  fault.Code = "FACTS-DICTIONARY" // a law whose dictionary lacks the facts of this package
	ErrStage     fault.Code = "FACTS-STAGE"      // unusual at this age; advisory
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrSize, ZH: "数据超过允许的大小、层数或条数", EN: "the data are larger, deeper or longer than allowed"},
	)
})
