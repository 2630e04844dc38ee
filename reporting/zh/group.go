package zh

import (
	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh/internal/digits"
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
	return digits.Of(buf[:0], d, 0).Append(b, true)
}

// GroupFixed is [Group] with exactly so many decimals, rounded as told: 1214386.255 with 1 decimal is 1,214,386.3.
// What rounds to zero has no sign. A column in 万元 is GroupFixed(d.Shift(-4), 1, money.HalfUp). The error is
// [ErrRounding] for an unknown mode and for decimals outside 0 to 16, [ErrRange] for an exponent beyond ±1000.
func GroupFixed(d decimal.Decimal, places int, mode money.Rounding) (string, error) {
	var room [24]byte
	l, err := round(digits.Of(room[:0], d, 0), places, mode)
	if err != nil {
		return "", err
	}
	var buf [48]byte
	return string(l.Append(buf[:0], true)), nil
}

// round is Round of what may be rounded.
func round(l digits.Layout, places int, mode money.Rounding) (digits.Layout, error) {
	switch {
	case !mode.Known() || places < 0 || places > maxPlaces:
		return l, catalogue().New(ErrRounding)
	case l.Far():
		return l, catalogue().New(ErrRange)
	}
	return l.Round(places, mode), nil
}

// GroupInt writes n with a comma every three digits: 8,703.
func GroupInt(n int64) string {
	var buf [32]byte
	return string(AppendGroupInt(buf[:0], n))
}

// AppendGroupInt appends [GroupInt] of n to b.
func AppendGroupInt(b []byte, n int64) []byte {
	var buf [24]byte
	return digits.OfInt(buf[:0], n, 0).Append(b, true)
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
	return digits.Of(buf[:0], d, 0).Append(b, false)
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
	if a.Sign() < 0 {
		b = append(b, '-')
	}
	return digits.OfInt(buf[:0], a.Fen(), -2).Abs().Append(append(b, "¥"...), true)
}
