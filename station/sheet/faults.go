package sheet

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// Codes of a form and of the header row.
const (
	ErrForm     fault.Code = "SHEET-FORM"            // the form itself: a mistake in the program
	ErrNoHeader fault.Code = "SHEET-NO-HEADER"       // no row has any header of the form
	ErrMissing  fault.Code = "SHEET-MISSING-COLUMN"  // a required column is not there
	ErrUnknown  fault.Code = "SHEET-UNKNOWN-COLUMN"  // a column that the form does not have
	ErrRepeated fault.Code = "SHEET-REPEATED-COLUMN" // a column that is there before
)

// Codes of rows and cells.
const (
	ErrDuplicate  fault.Code = "SHEET-DUPLICATE"  // the same ID as a row before
	ErrExtra      fault.Code = "SHEET-EXTRA-CELL" // a cell to the right of the headers
	ErrBlank      fault.Code = "SHEET-BLANK"      // a blank cell that must be filled
	ErrDamaged    fault.Code = "SHEET-DAMAGED"    // broken UTF-8, or U+FFFD
	ErrInvisible  fault.Code = "SHEET-INVISIBLE"  // an invisible, bidirectional or control character
	ErrScientific fault.Code = "SHEET-SCIENTIFIC" // digits that a spreadsheet has destroyed
	ErrNumber     fault.Code = "SHEET-NUMBER"     // not a number
	ErrWhole      fault.Code = "SHEET-WHOLE"      // not a whole number
	ErrRange      fault.Code = "SHEET-RANGE"      // a whole number out of range
	ErrHedge      fault.Code = "SHEET-HEDGE"      // 约 近 超 余 多 in a number
	ErrNoise      fault.Code = "SHEET-NOISE"      // advisory: floating-point noise was cut
	ErrSerial     fault.Code = "SHEET-SERIAL"     // not a day number, or one that may be a year
	ErrBool       fault.Code = "SHEET-BOOL"       // neither yes nor no
)

// Codes of files and limits.
const (
	ErrEncoding fault.Code = "SHEET-ENCODING"     // an encoding that this package does not have, or not for writing
	ErrNotText  fault.Code = "SHEET-NOT-TEXT"     // a workbook or UTF-16 where CSV is expected
	ErrUnmapped fault.Code = "SHEET-UNMAPPED"     // a character that does not survive in GB18030
	ErrQuote    fault.Code = "SHEET-QUOTE"        // quotation marks that do not match
	ErrBytes    fault.Code = "SHEET-MAX-BYTES"    // a file too long
	ErrRowBytes fault.Code = "SHEET-MAX-ROW-SIZE" // a row too long
	ErrRows     fault.Code = "SHEET-MAX-ROWS"     // too many rows
	ErrColumns  fault.Code = "SHEET-MAX-COLUMNS"  // too many cells in a row
	ErrCell     fault.Code = "SHEET-MAX-CELL"     // too many characters in a cell
	ErrFaults   fault.Code = "SHEET-MAX-FAULTS"   // too many problems; reading stopped
)

// Codes of merging.
const (
	ErrNoID     fault.Code = "SHEET-NO-ID"    // a form without ID columns, or an existing row with a blank ID
	ErrTwice    fault.Code = "SHEET-TWICE"    // an existing row with the ID of one before
	ErrRule     fault.Code = "SHEET-RULE"     // an unknown rule, or a rule for a header that the form does not have
	ErrConflict fault.Code = "SHEET-CONFLICT" // values differ and the rule does not say which one wins
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

func problem(code fault.Code, args ...string) fault.Fault { return catalogue().New(code, args...) }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrForm, ZH: "表单定义有误：缺少列、表头或读写函数，或表头重复",
			EN: "the form lacks columns, a header or a function, or repeats a header"},
		fault.Text{Code: ErrNoHeader, ZH: "前{rows}行中没有找到表头", EN: "no header row within the first {rows} rows"},
		fault.Text{Code: ErrMissing, ZH: "缺少必填列", EN: "this required column is missing"},
		fault.Text{Code: ErrUnknown, ZH: "表头不属于本表", EN: "the form has no column with this header"},
		fault.Text{Code: ErrRepeated, ZH: "该列重复出现", EN: "this column is there twice"},

		fault.Text{Code: ErrDuplicate, ZH: "编号与第{row}行重复", EN: "the same ID as in row {row}"},
		fault.Text{Code: ErrExtra, ZH: "单元格在表头范围之外", EN: "a cell to the right of the headers"},
		fault.Text{Code: ErrBlank, ZH: "不能为空", EN: "must be filled"},
		fault.Text{Code: ErrDamaged, ZH: "文字已损坏，请检查文件编码（旧版Excel的CSV多为GB18030）",
			EN: "damaged text; check the encoding of the file (CSV of older spreadsheets is GB18030)"},
		fault.Text{Code: ErrInvisible, ZH: "含有不可见字符，请删除后重新录入", EN: "contains an invisible character; type it anew"},
		fault.Text{Code: ErrScientific, ZH: "长号码被表格软件改成了数字，位数已丢失，请将该列设为文本后重新录入",
			EN: "the spreadsheet made a number of this and lost digits; format the column as text and enter it again"},
		fault.Text{Code: ErrNumber, ZH: "不是数字，例如1854000或1,854,000.5",
			EN: "not a number such as 1854000 or 1,854,000.5"},
		fault.Text{Code: ErrWhole, ZH: "应为整数", EN: "must be a whole number"},
		fault.Text{Code: ErrRange, ZH: "数字太大或太小", EN: "the number is too large or too small"},
		fault.Text{Code: ErrHedge, ZH: "台账应填写确数，不写约、近、超、余、多", EN: "a ledger holds exact figures, without 约 近 超 余 多"},
		fault.Text{Code: ErrNoise, ZH: "已去除表格软件产生的浮点误差，请核对",
			EN: "floating-point noise of a spreadsheet was cut; please check"},
		fault.Text{Code: ErrSerial, ZH: "不是可用的日期序列号，请写作2022-06-28的形式",
			EN: "no usable day number; write the date as 2022-06-28"},
		fault.Text{Code: ErrBool, ZH: "应填“是”或“否”", EN: "must be 是 (yes) or 否 (no)"},

		fault.Text{Code: ErrEncoding, ZH: "不支持这种编码，可用utf-8或gb18030",
			EN: "no such encoding; there are utf-8 and gb18030"},
		fault.Text{Code: ErrNotText, ZH: "不是CSV文件（可能是Excel工作簿或“Unicode文本”），请另存为CSV UTF-8",
			EN: "not a CSV file (a workbook or UTF-16 text, perhaps); save it as CSV UTF-8"},
		fault.Text{Code: ErrUnmapped, ZH: "含有GB18030不能保存的字符，请改用UTF-8",
			EN: "holds a character that GB18030 does not keep; write UTF-8"},
		fault.Text{Code: ErrQuote, ZH: "引号不配对，本行及其后的内容可能缺失",
			EN: "quotation marks do not match; this row and some after it may be lost"},
		fault.Text{Code: ErrBytes, ZH: "文件超过{max}字节", EN: "the file is longer than {max} bytes"},
		fault.Text{Code: ErrRowBytes, ZH: "一行超过{max}字节，引号可能不配对",
			EN: "a row is longer than {max} bytes; a quotation mark may be missing"},
		fault.Text{Code: ErrRows, ZH: "超过{max}行，其后未读取", EN: "more than {max} rows; the others were not read"},
		fault.Text{Code: ErrColumns, ZH: "一行超过{max}个单元格", EN: "more than {max} cells in a row"},
		fault.Text{Code: ErrCell, ZH: "单元格超过{max}个字", EN: "more than {max} characters in a cell"},
		fault.Text{Code: ErrFaults, ZH: "问题超过{max}个，其后未读取",
			EN: "more than {max} problems; the other rows were not read"},

		fault.Text{Code: ErrNoID, ZH: "没有可用于比对的编号", EN: "there is no ID to compare by"},
		fault.Text{Code: ErrTwice, ZH: "现有记录中编号与第{first}条（从0起）重复",
			EN: "the same ID as record {first}, counted from 0"},
		fault.Text{Code: ErrRule, ZH: "合并规则有误", EN: "no such rule of merging, or no such column"},
		fault.Text{Code: ErrConflict, ZH: "两边内容不一致，规则无法决定以哪边为准",
			EN: "the two sides differ and the rule does not say which wins"},
	)
})
