package zh

import (
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
)

// Wording tells on which side of the shown number the real value lies (数量修饰语). Its words are its keys in
// data ("nearly"). The zero value is not recorded; [Say] refuses it.
//
// For the shown number s, its step u and the real value x:
//
//	wording     text             true of x, as a reader takes it   written for
//	exact       s                x = s                             the same
//	reach       达s              x = s                             the same
//	more, odd   s余, s多         s < x < s+u                       the same
//	about-more  约s余            s < x < s+u                       the same
//	about       约s, s左右       s−u/2 ≤ x ≤ s+u/2                 the same
//	nearly      近s              s−u < x < s                       s−u/2 < x < s
//	over        超s              x > s                             s < x < s+u
//	under       不足s            x < s                             s−u/2 < x < s
//	at-least    s以上            x ≥ s                             s ≤ x < s+u
//	within      s以内, s以下     x ≤ s                             s−u < x ≤ s
//
// The step u is what a reader derives from the text:
//
//   - the place of the last non-zero digit: 1600余 has 100, 近950 has 10, 超15万 has 1万, 120余万 has 10万;
//   - for 余 or 多 behind the scale word, one unit of the last printed digit: 10万余 has 1万, 1.7万余 has 0.1万;
//   - for 多 behind or inside the unit, 1: 3年多, 3个多月.
//
// A caller of [Say] declares a step of his own. It chooses s, and in the last column the smaller of the two
// steps counts: with step 50, 948 is 近950个 (945 < x < 950 holds), 926 is refused because 近950 is not true
// of it, and 951 is refused because 近1000 is written only for 975 < x < 1000.
//
// 以上, 以内 and 以下 include the number; 超过, 不满 and 以外 do not (民法典 第1259条). The side of 余, 多 and 近
// is usage; that 近 is written for the upper half of its step only is the practice of this library, no rule.
type Wording string

// The wordings. Reach, AtLeast, Within and Under are seldom wanted; 余 belongs to written style, 多 to both.
const (
	Exact     Wording = "exact"
	Nearly    Wording = "nearly"     // 近
	Over      Wording = "over"       // 超, 超过, 突破, 逾, 高于
	More      Wording = "more"       // 余
	Odd       Wording = "odd"        // 多
	About     Wording = "about"      // 约, 左右
	AboutMore Wording = "about-more" // 约…余: says it twice, kept for quoting published texts; Lint reports it
	Under     Wording = "under"      // 不足, 不到, 未满, 低于
	AtLeast   Wording = "at-least"   // 以上, 及以上, 至少, 不得少于
	Within    Wording = "within"     // 以内, 以下, 不超过, 不得超过
	Reach     Wording = "reach"      // 达
)

// Wordings yields every wording, in the order of declaration.
func Wordings() iter.Seq[Wording] {
	return func(yield func(Wording) bool) {
		for _, n := range wordingNames {
			if !yield(n.w) {
				return
			}
		}
	}
}

// ZH returns the Chinese name, or the key itself for an unknown wording.
func (w Wording) ZH() string { zh, _ := w.names(); return zh }

// EN returns the English name, or the key itself for an unknown wording.
func (w Wording) EN() string { _, en := w.names(); return en }

// Known reports whether w is one of the declared wordings.
func (w Wording) Known() bool { return w.index() >= 0 }

// exact reports that the value is the shown number itself.
func (w Wording) exact() bool { return w == Exact || w == Reach }

func (w Wording) names() (zh, en string) {
	if i := w.index(); i >= 0 {
		return wordingNames[i].zh, wordingNames[i].en
	}
	return string(w), string(w)
}

func (w Wording) index() int {
	for i := range wordingNames {
		if wordingNames[i].w == w {
			return i
		}
	}
	return -1
}

// wordingNames is never written.
var wordingNames = [...]struct {
	w      Wording
	zh, en string
}{
	{Exact, "确数", "exactly"},
	{Nearly, "近", "nearly"},
	{Over, "超", "over"},
	{More, "余", "and more (余)"},
	{Odd, "多", "and more (多)"},
	{About, "约", "about"},
	{AboutMore, "约…余", "about, and more"},
	{Under, "不足", "less than"},
	{AtLeast, "以上", "at least"},
	{Within, "以内", "at most"},
	{Reach, "达", "reaching"},
}

// side is where a form stands: before the number, right behind the number or its scale word, or last.
type side uint8

const (
	front side = iota
	tail
	rear
)

// form is one way to write a wording.
type form struct {
	text string
	w    Wording
	side side
}

// forms holds every form; the first of a wording is the one Say writes. Never written.
var forms = [...]form{
	{"近", Nearly, front}, {"将近", Nearly, front}, {"接近", Nearly, front},
	{"超", Over, front}, {"超过", Over, front}, {"突破", Over, front}, {"逾", Over, front}, {"高于", Over, front},
	{"多于", Over, front}, {"大于", Over, front},
	{"余", More, tail},
	{"多", Odd, tail},
	{"约", About, front}, {"大约", About, front}, {"左右", About, rear},
	{"不足", Under, front}, {"不到", Under, front}, {"不满", Under, front}, {"未满", Under, front}, {"未达", Under, front},
	{"未达到", Under, front}, {"低于", Under, front}, {"少于", Under, front}, {"小于", Under, front},
	{"以上", AtLeast, rear}, {"及以上", AtLeast, rear}, {"至少", AtLeast, front}, {"不少于", AtLeast, front},
	{"不低于", AtLeast, front}, {"不小于", AtLeast, front}, {"不得少于", AtLeast, front}, {"不得低于", AtLeast, front},
	{"以内", Within, rear}, {"以下", Within, rear}, {"及以下", Within, rear}, {"不超过", Within, front},
	{"不多于", Within, front}, {"不高于", Within, front}, {"不大于", Within, front}, {"不超", Within, front},
	{"未超过", Within, front}, {"未超", Within, front}, {"不得超过", Within, front}, {"不得多于", Within, front},
	{"不得高于", Within, front}, {"至多", Within, front}, {"最多", Within, front},
	{"达", Reach, front}, {"达到", Reach, front}, {"高达", Reach, front}, {"多达", Reach, front},
}

// Forms yields the ways to write w, the usual one first: 超, 超过, 突破, 逾. Exact and about-more have none of
// their own.
func (w Wording) Forms() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, f := range forms {
			if f.w == w && !yield(f.text) {
				return
			}
		}
	}
}

// usual returns the form that Say writes; false for wordings without one.
func (w Wording) usual() (form, bool) {
	for _, f := range forms {
		if f.w == w {
			return f, true
		}
	}
	return form{}, false
}

// formAt finds the longest form of a side that s begins with.
func formAt(s string, at side) (form, bool) {
	var best form
	for i := range forms {
		if f := &forms[i]; f.side == at && len(f.text) > len(best.text) && strings.HasPrefix(s, f.text) {
			best = *f
		}
	}
	return best, best.text != ""
}

// hedges collects the wordings of one phrase, in the order read. Four are more than any phrase can bear.
type hedges struct {
	w [4]Wording
	n int
}

func (h *hedges) add(w Wording) {
	if h.n < len(h.w) {
		h.w[h.n] = w
		h.n++
	}
}

// take takes the hedges that s begins with, and returns their text and the rest.
func (h *hedges) take(s string, at side) (text, rest string) {
	rest = s
	for h.n < len(h.w) {
		f, ok := formAt(rest, at)
		if !ok {
			break
		}
		h.add(f.w)
		rest = rest[len(f.text):]
	}
	return s[:len(s)-len(rest)], rest
}

// resolve returns the wording that the hedges make together, or why they make none. 达 is transparent: 达1600余
// is 1600余. Two that say the same are redundant (约…左右); any other two contradict each other.
func (h hedges) resolve() (Wording, fault.Code) {
	var said hedges
	for _, w := range h.w[:h.n] {
		if w != Reach {
			said.add(w)
		}
	}
	a, b := said.w[0], said.w[1]
	switch {
	case h.n == 0:
		return Exact, ""
	case said.n == 0:
		return Reach, ""
	case said.n == 1:
		return a, ""
	case said.n == 2 && a == About && b.isTail():
		return AboutMore, ""
	case said.n == 2 && (a == b || a == Over && b.isTail()):
		return "", ErrRedundant
	}
	return "", ErrContradiction
}

func (w Wording) isTail() bool { return w == More || w == Odd }

// Bound is one end of an interval (界限). The zero value is no end at all: the interval goes on for ever.
type Bound struct {
	at   decimal.Decimal
	kind boundKind
}

type boundKind uint8

const (
	endless boundKind = iota
	excluded
	included
)

// At returns the number at the end; false for an interval that goes on for ever.
func (b Bound) At() (decimal.Decimal, bool) { return b.at, b.kind != endless }

// Included reports whether the number at the end belongs to the interval.
func (b Bound) Included() bool { return b.kind == included }

type interval struct{ lo, hi Bound }

func (i interval) contains(x decimal.Decimal) bool {
	return i.lo.allows(x.Cmp, 1) && i.hi.allows(x.Cmp, -1)
}

// allows reports whether a number lies on the given side of the bound, or on it where it is included.
func (b Bound) allows(cmp func(decimal.Decimal) int, side int) bool {
	if b.kind == endless {
		return true
	}
	c := cmp(b.at)
	return c == side || c == 0 && b.kind == included
}

// read is the middle column of the table at Wording, write the last one.
func (w Wording) read(s, u decimal.Decimal) interval {
	switch w {
	case Nearly:
		return interval{Bound{s.Sub(u), excluded}, Bound{s, excluded}}
	case Over:
		return interval{lo: Bound{s, excluded}}
	case Under:
		return interval{hi: Bound{s, excluded}}
	case AtLeast:
		return interval{lo: Bound{s, included}}
	case Within:
		return interval{hi: Bound{s, included}}
	}
	return w.write(s, u)
}

func (w Wording) write(s, u decimal.Decimal) interval {
	switch half := decimal.New(5, -1); w {
	case More, Odd, AboutMore, Over:
		return interval{Bound{s, excluded}, Bound{s.Add(u), excluded}}
	case About:
		return interval{Bound{s.Sub(u.Mul(half)), included}, Bound{s.Add(u.Mul(half)), included}}
	case Nearly, Under:
		return interval{Bound{s.Sub(u.Mul(half)), excluded}, Bound{s, excluded}}
	case AtLeast:
		return interval{Bound{s, included}, Bound{s.Add(u), excluded}}
	case Within:
		return interval{Bound{s.Sub(u), excluded}, Bound{s, included}}
	}
	return interval{Bound{s, included}, Bound{s, included}}
}
