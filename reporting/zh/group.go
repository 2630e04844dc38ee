package zh

import (
	"bytes"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/money"
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

// GroupFixed is [Group] with exactly so many decimals, rounded as told: 1214386.255 with 1 decimal is 1,214,386.3.
// What rounds to zero has no sign. A column in 万元 is GroupFixed(d.Shift(-4), 1, money.HalfUp). The error is
// [ErrRounding] for an unknown mode and for decimals outside 0 to 16, [ErrRange] for an exponent beyond ±1000.
func GroupFixed(d decimal.Decimal, places int, mode money.Rounding) (string, error) {
	var digits [24]byte
	l, err := lay(digits[:0], d, 0).round(places, mode)
	if err != nil {
		return "", err
	}
	var buf [48]byte
	return string(l.append(buf[:0], true)), nil
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

// Yuan writes an amount as account books do (小写金额): ¥1,214,000.50, always to the fen, the symbol touching the
// digits and no 元 after them (会计基础工作规范 第52条). A minus stands before the symbol: -¥0.50.
func Yuan(a money.Amount) string {
	var buf [48]byte
	return string(AppendYuan(buf[:0], a))
}

// AppendYuan appends [Yuan] of a to b.
func AppendYuan(b []byte, a money.Amount) []byte {
	var buf [24]byte
	l := layInt(buf[:0], a.Fen())
	if l.neg {
		b = append(b, '-')
	}
	l.neg, l.point, l.places = false, l.point-2, 2
	return l.append(append(b, "¥"...), true)
}

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
	l.far = exp > farExponent || exp < -farExponent
	if exp += shift; d.IsZero() && (exp > 0 || l.far) {
		exp, l.far = 0, false // no zeros before or after the one that counts
	}
	l.point = len(l.digits) + exp
	l.places = max(0, -exp)
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

// round returns the layout with so many decimals, padded with zeros, in one step from the full value. It writes
// into the digits.
func (l layout) round(places int, mode money.Rounding) (layout, error) {
	switch {
	case !mode.Known() || places < 0 || places > maxPlaces:
		return l, catalogue().New(ErrRounding)
	case l.far:
		return l, catalogue().New(ErrRange)
	}
	l.places = places
	keep := l.point + places
	if keep >= len(l.digits) {
		return l, nil
	}
	if keep < 0 {
		l.digits = l.digits[:0] // less than a tenth of a unit
		return l, nil
	}
	odd := l.at(keep-1)%2 == 1
	half := bytes.Compare(bytes.TrimRight(l.digits[keep:], "0"), []byte("5"))
	if l.digits = l.digits[:keep]; !away(mode, odd, half) {
		return l, nil
	}
	for i := keep - 1; i >= 0; i-- {
		if l.digits[i] != '9' {
			l.digits[i]++
			return l, nil
		}
		l.digits[i] = '0'
	}
	l.digits = append(l.digits[:0], '1') // 99.9 becomes 100: the zeros after it are implied
	l.point++
	return l, nil
}

// away reports whether a magnitude with a remainder moves away from zero; odd tells of its last digit, half is
// −1, 0 or 1 as the remainder is less than, equal to or more than one half.
func away(mode money.Rounding, odd bool, half int) bool {
	switch mode {
	case money.HalfUp:
		return half >= 0
	case money.HalfEven:
		return half > 0 || half == 0 && odd
	}
	return false
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
	first, comma := l.point-whole, whole // index of the first digit; digits up to the next comma
	if grouped {
		comma = (whole-1)%3 + 1
	}
	for i := range whole {
		if i == comma {
			b = append(b, ',')
			comma += 3
		}
		b = append(b, l.at(first+i))
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
