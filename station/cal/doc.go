// Package cal models civil dates (公历日期) as social assistance uses them: days without a time of day,
// dates known only roughly (2021年年底), half-open periods, ages in full years (周岁) and terms counted in
// calendar days or in working days (工作日).
//
// # Values
//
// [Date], [Partial] and [Period] are immutable comparable values. Their zero value means "not recorded",
// is written as empty text and as SQL NULL, and sorts before every recorded value. JSON null leaves a field
// as it was, as encoding/json does everywhere. The calendar has the years 1 to 9999. Arithmetic neither
// wraps nor panics: whatever would leave the calendar, or starts from something not recorded, is not
// recorded either, that is the zero value, or ok == false where the result is a number.
//
// # Strict and lenient
//
// Parse functions read one canonical form only. [ParseLenient] alone reads what people and spreadsheets
// write (2022年6月28日, 2022.6.28, full-width digits).
//
// # Law
//
// A rule of law that differs between programmes is never a default: [Age] takes an [AgeRule], and terms
// take the day they run from. Working days follow the yearly notice of the State Council (国务院办公厅关于
// 部分节假日安排的通知). This package holds no such table: the importer passes a [Workdays], for instance
// [Holidays] read from a file, and a day outside the years of that table is an error, never a guess.
//
// # Time zone
//
// A day is a day in Beijing, fixed UTC+8 ([Of], [Beijing]); no zone database is needed, and the summer time
// of 1986 to 1991 (years recalled) is left out. Nothing here reads a clock.
//
// All types are safe for concurrent use: the values hold no shared state and *Holidays never changes.
package cal
