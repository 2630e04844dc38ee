package zh

import (
	"strconv"
	"time"

	"github.com/shopspring/decimal"
)

// Group writes d with a comma every three digits of the whole part (千分位): 1,214,000.5. The decimals are
// those d carries, trailing zeros included: 1214000.50 stays .50. Grouping starts at 1,000, as in books and
// tables; GB/T 15835-2011 5.1.1 (section number recalled) does not require it of four digits, for running
// text see [Plain].
func Group(d decimal.Decimal) string {
	var buf [48]byte
	return string(AppendGroup(buf[:0], d))
}

// AppendGroup appends [Group] of d to b. It allocates nothing more than b needs while the digits of d fit an
// int64.
func AppendGroup(b []byte, d decimal.Decimal) []byte {
	var buf [24]byte
	return lay(buf[:0], d, 0).append(b, true)
}

// GroupInt writes n with a comma every three digits: 8,703.
func GroupInt(n int64) string {
	var buf [32]byte
	return string(AppendGroupInt(buf[:0], n))
}

// AppendGroupInt appends [GroupInt] of n to b.
func AppendGroupInt(b []byte, n int64) []byte {
	var buf [24]byte
	return layInt(buf[:0], n).append(b, true)
}

// Plain writes d without grouping and without E notation, as running text does (1633人次). The decimals are
// those d carries.
func Plain(d decimal.Decimal) string {
	var buf [48]byte
	return string(AppendPlain(buf[:0], d))
}

// AppendPlain appends [Plain] of d to b.
func AppendPlain(b []byte, d decimal.Decimal) []byte {
	var buf [24]byte
	return lay(buf[:0], d, 0).append(b, false)
}

// Year writes a year (年份) in full and ungrouped: 2022年. A year before 1 is written as "".
func Year(year int) string {
	if year < 1 {
		return ""
	}
	return strconv.Itoa(year) + "年"
}

// month writes a year and month: 2022年6月, the month not padded.
func month(year int, m time.Month) string { return Year(year) + strconv.Itoa(int(m)) + "月" }

// layout is a decimal ready for writing: digits with the decimal point after the first point of them. Digits
// that are asked for but not there are zeros, so point may lie outside digits on either side.
type layout struct {
	digits []byte
	point  int
	places int // decimals to write
	neg    bool
	far    bool // exponent out of bounds: neither rounded nor written in full
}

// farExponent bounds the zeros written for an exponent.
const farExponent = 1000

// lay lays out d × 10^shift in buf. Digits that fit an int64 cost no allocation.
func lay(buf []byte, d decimal.Decimal, shift int) layout {
	l := layout{neg: d.IsNegative()}
	if d.NumDigits() <= 18 {
		l.digits = strconv.AppendUint(buf, magnitude(d.CoefficientInt64()), 10)
	} else {
		c := d.Coefficient()
		l.digits = c.Abs(c).Append(buf, 10)
	}
	exp := int(d.Exponent())
	if d.IsZero() && (exp > 0 || exp < -farExponent) {
		exp = 0
	}
	l.far = exp > farExponent || exp < -farExponent
	l.point = len(l.digits) + exp + shift
	l.places = max(0, -exp-shift)
	return l
}

func layInt(buf []byte, n int64) layout {
	l := layout{digits: strconv.AppendUint(buf, magnitude(n), 10), neg: n < 0}
	l.point = len(l.digits)
	return l
}

// magnitude returns |n|; the least int64 has one too.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// at returns digit i counted from the first laid out; outside there are zeros.
func (l *layout) at(i int) byte {
	if i < 0 || i >= len(l.digits) {
		return '0'
	}
	return l.digits[i]
}

// trim drops trailing zeros of the decimals.
func (l *layout) trim() {
	for l.places > 0 && l.at(l.point+l.places-1) == '0' {
		l.places--
	}
}

// whole returns the whole part; false if it is 10^16 or more.
func (l *layout) whole() (n uint64, ok bool) {
	if l.far || l.point > wholeDigits {
		return 0, false
	}
	for i := range max(l.point, 0) {
		n = n*10 + uint64(l.at(i)-'0')
	}
	return n, true
}

// zero reports that every digit to be written is 0.
func (l *layout) zero() bool {
	for i := 0; i < len(l.digits) && i < l.point+l.places; i++ {
		if l.digits[i] != '0' {
			return false
		}
	}
	return true
}

// append writes the layout, with a comma every three whole digits if grouped, and no sign before a zero.
func (l layout) append(b []byte, grouped bool) []byte {
	if l.neg && !l.zero() {
		b = append(b, '-')
	}
	if l.far {
		b = append(append(b, l.digits...), 'E')
		return strconv.AppendInt(b, int64(l.point-len(l.digits)), 10)
	}
	whole := max(l.point, 1)
	for k := whole; k > 0; k-- {
		if grouped && k%3 == 0 && k != whole {
			b = append(b, ',')
		}
		b = append(b, l.at(l.point-k))
	}
	if l.places == 0 {
		return b
	}
	b = append(b, '.')
	for i := range l.places {
		b = append(b, l.at(l.point+i))
	}
	return b
}
