package money

// Rounding names how a result between two fen becomes whole (舍入方式). The zero value names none and is refused
// with [ErrRounding], as is any other word: which way to round is for the caller's rules to say.
type Rounding string

const (
	// HalfUp rounds half away from zero (四舍五入): 0.5 becomes 1, −0.5 becomes −1. It is what people expect of
	// money.
	HalfUp Rounding = "half_up"
	// HalfEven rounds half to the even neighbour (四舍六入五成双), the rule of GB/T 8170-2008 for measured
	// quantities: 0.5 becomes 0, 1.5 becomes 2.
	HalfEven Rounding = "half_even"
	// Truncate drops what is less than a fen (去尾): 0.9 becomes 0, −0.9 becomes 0.
	Truncate Rounding = "truncate"

	// exact is not for callers: it refuses whatever would have to be rounded.
	exact Rounding = "exact"
)

// Roundings returns every mode in the order of declaration.
func Roundings() []Rounding { return []Rounding{HalfUp, HalfEven, Truncate} }

// Known reports whether r is one of the modes declared here.
func (r Rounding) Known() bool { return r == HalfUp || r == HalfEven || r == Truncate }

// ZH returns the Chinese name, or "" for an unknown mode.
func (r Rounding) ZH() string {
	switch r {
	case HalfUp:
		return "四舍五入"
	case HalfEven:
		return "四舍六入五成双"
	case Truncate:
		return "去尾"
	}
	return ""
}

// EN returns the English name, or "" for an unknown mode.
func (r Rounding) EN() string {
	switch r {
	case HalfUp:
		return "half away from zero"
	case HalfEven:
		return "half to even"
	case Truncate:
		return "towards zero"
	}
	return ""
}

// away reports whether a magnitude with a remainder moves away from zero. odd tells of the magnitude without
// the remainder; half is −1, 0 or 1 as the remainder is less than, equal to or more than one half.
func (r Rounding) away(odd bool, half int) bool {
	switch r {
	case HalfUp:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	}
	return false
}
