// Package sheet reads and writes the rows of ledgers (台账): a [Form] is a list of typed columns with Chinese headers,
// and turns rows of text into values and values into rows of text, without reflection.
//
//	type Post struct {
//		ID    string
//		Title string
//		Since cal.Date
//		Wage  known.Value[money.Amount]
//	}
//
//	var posts = sheet.Form[Post]{Columns: []sheet.Column[Post]{
//		sheet.Ref("岗位编号", func(p *Post) *string { return &p.ID }).AsID(),
//		sheet.Text("岗位名称", func(p *Post) *string { return &p.Title }).Alias("岗位").AsRequired(),
//		sheet.Date("设立日期", func(p *Post) *cal.Date { return &p.Since }),
//		sheet.Known("月薪（元）", func(p *Post) *known.Value[money.Amount] { return &p.Wage }, sheet.YuanCell()),
//	}}
//
//	result := posts.Read(sheet.CSV{Encoding: sheet.Either}.Rows(file))
//	err := sheet.CSV{}.Write(file, posts.Write(slices.Values(all)))
//
// Rows are an iter.Seq2[[]string, error], so whatever yields rows can feed a form: [CSV] here, a workbook, a database.
// Reading applies nothing, so it is its own dry run (试读).
//
// # Rows and faults
//
// The header row is found by the headers and aliases of the form; the order of columns is free. Every problem of
// every cell becomes a fault, rows without any are kept, and a fault never holds the content of a cell. Its path
// names the row as the spreadsheet counts it, title and blank rows included, and the column by its header, or by its
// letter where the header is not one of the form's: "第17行.姓名", "第1行.F列". [Place] takes such a path apart. A list of a
// file is marked with its name by fault.List.Under: "stations.csv.第17行.姓名".
//
// Titles above the header row, blank rows and a column 序号 are passed over. Rows of another kind below it, such as 合计,
// are for the caller to leave out: yield nil in their place, so that the numbers of the rows below stay.
//
// A fault marked as advisory (提示) goes with a value that was read: an amount cleaned of floating-point noise
// (52318.600000000006), a code that a newer program may know. The row is kept.
//
// # Cells
//
// Blanks around a cell go, the ideographic one (U+3000) among them. Numbers, dates, codes and identifiers are folded
// from full width; prose ([Text]) is not, since ，（） are its right signs. Identifiers lose what spreadsheets put
// around them (an apostrophe, ="…", a tab, .0), and digits that a spreadsheet has destroyed (3.50627E+17) are refused
// with the reason. Invisible and bidirectional characters are refused in all but [identity.Text]; U+FFFD, the mark of
// text that was decoded wrongly, is refused everywhere.
//
// # Encodings
//
// CSV is read and written as UTF-8 and as GB18030, never GBK, which cannot write rare characters of names. Written
// UTF-8 has a byte order mark and CRLF, so that Excel and WPS open it on a double click. Text that either side cannot
// hold is an error, never a question mark. See [CSV] for the guard against formulas.
//
// # Personal data
//
// A column of a personal type is written masked ([Personal]). A column written in full is made by [Reveal], and by
// nothing else: search for it when you review who sees what. A masked export does not read back (IDENTITY-MASKED).
// [Merge] reports the headers that differ and never the contents.
//
// # Concurrency
//
// Forms and columns are values that nobody changes; reading, writing and merging keep no state outside the call, so
// all of it is safe for concurrent use on different data.
package sheet
