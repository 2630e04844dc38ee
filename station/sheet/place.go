package sheet

import (
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/fault"
)

// RowPath returns the path of a row as faults of this package have it (行的位置): "第17行" for 17, counted as the spreadsheet
// counts, from 1.
func RowPath(row int) string { return "第" + strconv.Itoa(row) + "行" }

func cellPath(row int, column string) string { return RowPath(row) + "." + column }

// Place takes a path apart that a fault of a row has (位置): the row, and the header, the letter ("F列") or the JSON
// path behind it, "" for the row itself. Whatever stands in front, such as the name of a file, is passed over. ok is
// false for a path without row.
func Place(f fault.Fault) (row int, column string, ok bool) {
	for rest := f.Path(); ; {
		_, after, found := strings.Cut(rest, "第")
		if !found {
			return 0, "", false
		}
		number, column, closed := strings.Cut(after, "行")
		if n, err := strconv.Atoi(number); closed && err == nil && digits(number) {
			if column == "" || column[0] == '.' {
				return n, strings.TrimPrefix(column, "."), true
			}
		}
		rest = after
	}
}

// letters returns what spreadsheets call the column with this index: A for 0, AA for 26.
func letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s + "列"
}
