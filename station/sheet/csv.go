package sheet

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"

	"github.com/shegong/shegong/station/fault"
)

// Encoding names how text becomes bytes (编码). The zero value is UTF8.
type Encoding string

// The encodings. There is no GBK: it lacks rare characters of names, and whatever is GBK is GB18030 too.
const (
	UTF8    Encoding = "utf-8"   // written with a byte order mark, read with or without
	GB18030 Encoding = "gb18030" // what spreadsheets in China write as plain CSV, and older systems ask for
	// Either is for reading: UTF-8 where the file has a byte order mark or its first 64 KiB are UTF-8, and GB18030
	// otherwise. Ask for it only where both occur: a text of very few characters can be both.
	Either Encoding = "either"
)

const (
	bom        = "\uFEFF"
	bomGB18030 = "\x84\x31\x95\x33"
	headBytes  = 64 << 10
	maxRow     = 4 << 20 // bytes of a row in UTF-8, so that a missing quotation mark does not swallow a file into memory
	maxBytes   = 1 << 30
)

// CSV reads and writes rows as comma-separated values (CSV文件). The zero value is UTF-8.
//
// # Formulas
//
// A spreadsheet takes a cell that begins with = + - @, a tab or a line break for a formula, whoever wrote it. Write
// puts an apostrophe in front of such a cell, of its full-width kind too, and of one that has apostrophes before such
// a sign; Rows takes exactly that apostrophe off again, so every text comes back as it was. Negative numbers, a minus
// sign with digits and perhaps a point and digits, are no formula and stay numbers. Line breaks within cells come
// back as "\n".
type CSV struct {
	Encoding Encoding
	MaxBytes int64 // of a file that is read; 0 means 1 GiB
}

// Rows returns the rows of a file (读取CSV), empty lines as empty rows, so that the n-th row is what a spreadsheet
// calls row n. A row with unmatched quotation marks comes as [ErrQuote], and reading goes on; after any other error
// it ends:
// [ErrEncoding], [ErrNotText], [ErrBytes], [ErrRowBytes], or what the reader returns. Bytes that are not text in the
// encoding come as U+FFFD or broken UTF-8, which a [Form] reports by row and column. The slice is reused: copy it to
// keep it. The iterator can be used once, like the reader.
func (c CSV) Rows(r io.Reader) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		text, err := c.decode(r)
		if err != nil {
			yield(nil, err)
			return
		}
		in := csv.NewReader(text)
		in.FieldsPerRecord, in.ReuseRecord = -1, true
		for line := 1; ; { // the line that the next row should begin at
			text.read = 0
			row, err := in.Read()
			if err == io.EOF {
				return
			}
			var start, end int
			if err == nil {
				start, _ = in.FieldPos(0)
				end, _ = in.FieldPos(len(row) - 1)
				end += strings.Count(row[len(row)-1], "\n")
			} else if parse := new(csv.ParseError); errors.As(err, &parse) {
				row, err, start, end = nil, problem(ErrQuote), parse.StartLine, parse.Line
			} else {
				yield(nil, err)
				return
			}
			for ; line < start; line++ {
				if !yield(nil, nil) {
					return
				}
			}
			line = end + 1
			for i, cell := range row {
				row[i] = unguard(cell)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// decode returns the file as UTF-8 without byte order mark.
func (c CSV) decode(r io.Reader) (*bounded, error) {
	limit := c.MaxBytes
	if limit <= 0 {
		limit = maxBytes
	}
	in := bufio.NewReaderSize(&bounded{r: r, max: limit, code: ErrBytes}, headBytes)
	head, _ := in.Peek(headBytes) // an error comes back with the next read
	for _, magic := range []string{"PK\x03\x04", "\xD0\xCF\x11\xE0", "\xFF\xFE", "\xFE\xFF"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return nil, problem(ErrNotText)
		}
	}
	encoding := c.Encoding
	switch {
	case bytes.HasPrefix(head, []byte(bom)):
		encoding = UTF8
		in.Discard(len(bom))
	case encoding == Either && validHead(head):
		encoding = UTF8
	case encoding == Either:
		encoding = GB18030
	}
	switch encoding {
	case "", UTF8:
		return &bounded{r: in, max: maxRow, code: ErrRowBytes}, nil
	case GB18030:
		if bytes.HasPrefix(head, []byte(bomGB18030)) {
			in.Discard(len(bomGB18030))
		}
		return &bounded{r: simplifiedchinese.GB18030.NewDecoder().Reader(in), max: maxRow, code: ErrRowBytes}, nil
	}
	return nil, problem(ErrEncoding)
}

// validHead reports whether the first bytes of a file are UTF-8; the last character may be cut off.
func validHead(head []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut <= len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return cut == 0 || len(head) == headBytes && !utf8.FullRune(head[len(head)-cut:])
		}
	}
	return false
}

// bounded is a reader that fails once more bytes than max have been read since read was set to 0.
type bounded struct {
	r         io.Reader
	max, read int64
	code      fault.Code
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.read > b.max {
		return 0, problem(b.code, "max", strconv.FormatInt(b.max, 10))
	}
	n, err := b.r.Read(p)
	b.read += int64(n)
	return n, err
}

// Write writes rows (写出CSV), in UTF-8 with a byte order mark or in GB18030, with CRLF. After the first row that
// yields an error or holds a cell that cannot be written ([ErrDamaged], in GB18030 [ErrUnmapped]) nothing more is
// written, and the other rows are only looked through: the fault.List has every problem. A file with an error is not
// complete.
func (c CSV) Write(w io.Writer, rows iter.Seq2[[]string, error]) error {
	keep, finish := func(string) bool { return true }, func() error { return nil }
	switch c.Encoding {
	case "", UTF8:
		if _, err := io.WriteString(w, bom); err != nil {
			return err
		}
	case GB18030:
		encoder := transform.NewWriter(w, simplifiedchinese.GB18030.NewEncoder())
		w, keep, finish = encoder, survives, encoder.Close
	default:
		return problem(ErrEncoding)
	}
	var (
		l      fault.List
		out    = csv.NewWriter(w)
		cells  []string
		number int
	)
	out.UseCRLF = true
	for row, err := range rows {
		number++
		l.Add("", err)
		cells = cells[:0]
		for i, cell := range row {
			switch {
			case damaged(cell):
				l.Add(cellPath(number, letters(i)), problem(ErrDamaged))
			case !keep(cell):
				l.Add(cellPath(number, letters(i)), problem(ErrUnmapped))
			}
			cells = append(cells, guard(oneBreak(cell)))
		}
		if len(l) > mostFaults {
			l.Add(RowPath(number), problem(ErrFaults, "max", strconv.Itoa(mostFaults)))
			break
		}
		if len(l) == 0 && out.Write(cells) != nil {
			break // Error says it again
		}
	}
	out.Flush()
	if err := cmp.Or(out.Error(), finish()); err != nil {
		return err
	}
	return l.Err()
}

// survives reports whether GB18030 gives the text back. Only in the private use area it may not: most of it has no
// place that x/text reads, and the standard moved some of those characters in 2005 and 2022. U+FEFF would be lost as
// a byte order mark.
func survives(s string) bool {
	if strings.Contains(s, bom) {
		return false
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return 0xE000 <= r && r <= 0xF8FF }) {
		return true
	}
	b, _ := simplifiedchinese.GB18030.NewEncoder().String(s)
	back, _ := simplifiedchinese.GB18030.NewDecoder().String(b)
	return back == s
}

// guard keeps a spreadsheet from running a text as a formula; see [CSV].
func guard(s string) string {
	if formula(s) && !negative(s) {
		return "'" + s
	}
	return s
}

// unguard is the inverse of guard.
func unguard(s string) string {
	if len(s) > 1 && s[0] == '\'' && formula(s[1:]) {
		return s[1:]
	}
	return s
}

// formula reports whether a sign of a formula comes first, after any apostrophes.
func formula(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "'"))
	switch r {
	case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// negative reports a negative number: -12 or -12.50.
func negative(s string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return s[0] == '-' && digits(whole) && (!point || digits(fraction))
}
