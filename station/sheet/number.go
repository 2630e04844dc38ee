package sheet

import (
	"errors"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// maxNumber is the length of a cell that is looked at as a number, in bytes after folding.
const maxNumber = 64

// figure reads a cell as a decimal with at most so many places, after moving the point to the right by shift. What it
// returns is canonical text for the leaves: no grouping, no plus sign, no negative zero. A fraction too long is cut
// only where it is floating-point noise, with an advisory fault; otherwise it stays for the leaf to refuse.
func figure(s string, shift, places int) (string, error) {
	switch {
	case strings.ContainsFunc(s, invisible):
		return "", problem(ErrInvisible)
	case s == "":
		return "", problem(ErrBlank)
	case strings.ContainsAny(s, "约近超余多"):
		return "", problem(ErrHedge)
	case scientific(strings.TrimPrefix(s, "-")):
		return "", problem(ErrScientific)
	case len(s) > maxNumber:
		return "", problem(ErrNumber)
	}
	sign := ""
	switch {
	case strings.HasPrefix(s, "-"):
		sign, s = "-", s[1:]
	case strings.HasPrefix(s, "−"):
		sign, s = "-", s[len("−"):]
	case strings.HasPrefix(s, "+"):
		s = s[1:]
	}
	whole, fraction, point := strings.Cut(s, ".")
	whole, ok := ungroup(whole)
	if !ok || point && !digits(fraction) {
		return "", problem(ErrNumber)
	}
	if pad := shift - len(fraction); pad > 0 {
		fraction += strings.Repeat("0", pad)
	}
	whole, fraction = whole+fraction[:shift], fraction[shift:]
	whole = strings.TrimLeft(whole, "0")
	number, noise := denoise(whole, fraction, places)
	if number[0] == '.' {
		number = "0" + number
	}
	if strings.Trim(number, "0.") == "" {
		sign = ""
	}
	if noise {
		return sign + number, problem(ErrNoise).AsAdvisory()
	}
	return sign + number, nil
}

// ungroup takes the commas out of 1,854,000 and refuses other places for them.
func ungroup(s string) (string, bool) {
	group, rest, more := strings.Cut(s, ",")
	ok := digits(group) && (!more || len(group) <= 3)
	for more && ok {
		group, rest, more = strings.Cut(rest, ",")
		ok = len(group) == 3 && digits(group)
	}
	return strings.ReplaceAll(s, ",", ""), ok
}

// denoise cuts the fraction to so many places where nothing is lost, or where the rest is floating-point noise: a
// number of fifteen significant digits or more, which nobody types, within a ten-thousandth of a unit of the last
// place.
func denoise(whole, fraction string, places int) (number string, noise bool) {
	fraction = strings.TrimRight(fraction, "0")
	if len(fraction) <= places {
		return join(whole, fraction), false
	}
	kept, rest := fraction[:places], fraction[places:]
	significant := len(strings.TrimLeft(whole+fraction, "0"))
	if significant < 15 || len(rest) < 4 {
		return join(whole, fraction), false
	}
	switch rest[:4] {
	case "0000":
		return join(whole, kept), true
	case "9999":
		all := increment("0" + whole + kept)
		return join(strings.TrimLeft(all[:len(all)-places], "0"), all[len(all)-places:]), true
	}
	return join(whole, fraction), false
}

func join(whole, fraction string) string {
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		return whole + "." + fraction
	}
	if whole == "" {
		return "0"
	}
	return whole
}

// increment adds one to a decimal number that begins with a zero.
func increment(s string) string {
	b := []byte(s)
	i := len(b) - 1
	for ; b[i] == '9'; i-- {
		b[i] = '0'
	}
	b[i]++
	return string(b)
}

// parsed gives the canonical text to a leaf's parser and keeps the advisory of figure.
func parsed[V any](parse func(string) (V, error), number string, note error) (V, error) {
	v, err := parse(number)
	if err == nil {
		err = note
	}
	return v, err
}

// amount reads an amount in yuan, the point moved by shift places: 0 for 元, 4 for 万元.
func amount(s string, shift int) (money.Amount, error) {
	s = withoutBlanks(fold(s))
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	}
	if len(s) > 0 && (strings.HasPrefix(s, "￥") || strings.HasPrefix(s, "¥")) {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "￥"), "¥")
	}
	switch {
	case strings.HasSuffix(s, "万元"):
		s, shift = strings.TrimSuffix(s, "万元"), 4
	case strings.HasSuffix(s, "元"):
		s, shift = strings.TrimSuffix(s, "元"), 0
	}
	if sign != "" && strings.HasPrefix(s, "-") {
		return money.Amount{}, problem(ErrNumber)
	}
	number, note := figure(sign+s, shift, 2)
	if blocking(note) {
		return money.Amount{}, note
	}
	return parsed(money.Parse, number, note)
}

// inWan writes 万元 with as many decimals as it takes: 7.62.
func inWan(a money.Amount) string {
	yuan := a.Abs().String()
	whole, fraction, _ := strings.Cut(yuan, ".")
	all := strings.Repeat("0", max(0, 5-len(whole))) + whole + fraction
	at := len(all) - 6
	out := join(strings.TrimLeft(all[:at], "0"), all[at:])
	if out[0] == '.' {
		out = "0" + out
	}
	if a.Sign() < 0 {
		out = "-" + out
	}
	return out
}

func quantity(s string) (measure.Quantity, error) {
	number, note := figure(withoutBlanks(fold(s)), 0, 3)
	if blocking(note) {
		return measure.Quantity{}, note
	}
	return parsed(measure.ParseQuantity, number, note)
}

func integer[I ~int | ~int32 | ~int64](s string) (I, error) {
	number, note := figure(withoutBlanks(fold(s)), 0, 0)
	if blocking(note) {
		return 0, note
	}
	if strings.Contains(number, ".") {
		return 0, problem(ErrWhole)
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || int64(I(n)) != n {
		return 0, problem(ErrRange)
	}
	return I(n), note
}

func formatInt[I ~int | ~int32 | ~int64](i I) string { return strconv.FormatInt(int64(i), 10) }

func day(s string) (cal.Date, error) {
	if s == "" {
		return cal.Date{}, nil
	}
	if d, err := cal.Parse(s); err == nil { // most are, and this costs nothing
		return d, nil
	}
	return cal.ParseLenient(s)
}

func serialDay(s string) (cal.Date, error) {
	n := fold(s)
	if len(n) > 7 || !digits(n) {
		return day(s)
	}
	if len(n) < 5 {
		return cal.Date{}, problem(ErrSerial)
	}
	number, _ := strconv.Atoi(n)
	return FromSerial(number)
}

// FromSerial returns the day of a spreadsheet's day number (日期序列号) in the 1900 system: 1 is 1900-01-01, 59 is
// 1900-02-28, 61 is 1900-03-01, 2958465 is 9999-12-31. 60 is 1900-02-29, a day there never was (Lotus 1-2-3 had it
// and others kept it). That and numbers outside are [ErrSerial]. Workbooks in the 1904 system count from 1904-01-01:
// add 1462.
func FromSerial(n int) (cal.Date, error) {
	const first, missing, last = 1, 60, 2958465
	if n < first || n == missing || n > last {
		return cal.Date{}, problem(ErrSerial)
	}
	if n > missing {
		n--
	}
	return cal.MustParse("1899-12-31").AddDays(n), nil
}

func partialDay(s string) (cal.Partial, error) {
	if s == "" {
		return cal.Partial{}, nil
	}
	p, err := cal.ParsePartial(fold(s))
	if err == nil {
		return p, nil
	}
	d, other := cal.ParseLenient(s)
	if other != nil {
		if errors.Is(err, cal.ErrPartial) && !errors.Is(other, cal.ErrDate) {
			err = other // it is written as a day, and this says what is wrong with it
		}
		return cal.Partial{}, err
	}
	return cal.PartialOf(d), nil
}
