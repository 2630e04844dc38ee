package record

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrSize      fault.Code = "RECORD-SIZE"      // more bytes than a record may have
	ErrForm      fault.Code = "RECORD-FORM"      // not the canonical bytes of a record
	ErrVersion   fault.Code = "RECORD-VERSION"   // another version of this format
	ErrLibrary   fault.Code = "RECORD-LIBRARY"   // no version of the library, or one that cannot be printed
	ErrQuestions fault.Code = "RECORD-QUESTIONS" // nothing was asked, or one thing twice, or too much
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrSize, ZH: "记录超过{max}字节", EN: "more than {max} bytes"},
		fault.Text{Code: ErrForm, ZH: "不是研判记录的规范字节", EN: "not the canonical bytes of a record"},
		fault.Text{Code: ErrVersion, ZH: "不是本版记录格式", EN: "another version of the format"},
		fault.Text{Code: ErrLibrary, ZH: "缺少程序版本，或者版本不能显示", EN: "the version of the library is missing or cannot be printed"},
		fault.Text{Code: ErrQuestions, ZH: "没有研判对象、重复或超过{max}项", EN: "nothing was asked, or one thing twice, or more than {max}"},
	)
})
