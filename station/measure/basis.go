// Package measure says what a number of a report counts (计数口径), how exact it is and when it is enough.
//
// A [Basis] is what is counted and whether its cells may be added; a [Word] (量词) is only how it is printed. [Quantity]
// is an exact number with three decimals, [Ratio] an exact fraction. A [Target] is a comparator and a quantity.
//
// The zero Quantity and the zero Ratio are the number 0 and not "unknown"; what may be unknown is a known.Value of them.
// No arithmetic here rounds unless a money.Rounding is given, wraps or panics; there is no floating point. All types are
// immutable values without shared state, safe for concurrent use.
//
// No national document defines the counting bases of social work stations. The rules here are this library's reading of
// published figures; where usages differ, an indicator states its own definition on top of its basis.
package measure

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Basis is what a number counts (计数口径). The zero value is "not recorded". Two numbers of different basis are never
// compared or added.
type Basis string

// The bases. Distinct things are counted once in a scope and period however often they occur, so two months or two
// stations do not add up; additive ones are counted where they occur.
const (
	Persons        Basis = "persons"         // 人数: distinct persons
	PersonTimes    Basis = "person_times"    // 人次: persons served, once for every time; additive
	Households     Basis = "households"      // 户数: distinct households
	HouseholdTimes Basis = "household_times" // 户次: households, once for every time; additive
	Cases          Basis = "cases"           // 个案数: distinct cases in a state during the period
	Groups         Basis = "groups"          // 小组数: distinct groups
	Sessions       Basis = "sessions"        // 节数: sessions of groups; additive
	Events         Basis = "events"          // 场次: activities held, each of a series by itself; additive
	Occasions      Basis = "occasions"       // 次数: visits, publicity, consultations, openings, closings; additive
	Organisations  Basis = "organisations"   // 组织数: distinct organisations
	Teams          Basis = "teams"           // 队伍数: distinct teams
	Places         Basis = "places"          // 站点和地方数: distinct stations, villages, townships, counties
	Posts          Basis = "posts"           // 岗位数: posts, each of one station; additive on one day
	Items          Basis = "items"           // 件数: goods, certificates and other things handed over; additive
	Copies         Basis = "copies"          // 份数: leaflets, forms; additive
	Hours          Basis = "hours"           // 工时: hours worked or volunteered; additive
	Yuan           Basis = "yuan"            // 金额: yuan, goods at converted value; additive
	Age            Basis = "age"             // 年龄: completed years; neither adds nor counts
)

// rule is what is known of a basis beside its names.
type rule struct {
	basis    Basis
	zh, en   string
	aliases  []string
	additive bool
	words    []Word // the usual one first
}

// rules is the table of bases; nothing writes to it after it is built.
var rules = sync.OnceValue(func() []rule {
	const adds, distinct = true, false
	alias := func(s ...string) []string { return s }
	return []rule{
		{Persons, "人数", "persons", alias("人"), distinct, []Word{WordRen, WordMing, WordWei, WordGe}},
		{PersonTimes, "人次", "person-times", nil, adds, []Word{WordRenCi}},
		{Households, "户数", "households", alias("户"), distinct, []Word{WordHu, WordGe}},
		{HouseholdTimes, "户次", "household-times", nil, adds, []Word{WordHuCi}},
		{Cases, "个案数", "cases", alias("个案"), distinct, []Word{WordGe, WordJian}},
		{Groups, "小组数", "groups", alias("小组"), distinct, []Word{WordGe}},
		{Sessions, "节数", "sessions", alias("节", "节次"), adds, []Word{WordJie, WordCi}},
		{Events, "场次", "events", alias("场"), adds, []Word{WordChang, WordGe, WordCi}},
		{Occasions, "次数", "occasions", alias("次"), adds, []Word{WordCi, WordGe, WordXiang}},
		{Organisations, "组织数", "organisations", alias("家"), distinct, []Word{WordJia, WordGe, WordZhi}},
		{Teams, "队伍数", "teams", alias("支"), distinct, []Word{WordZhi, WordGe}},
		{Places, "站点和地方数", "places", nil, distinct, []Word{WordGe, WordChu, WordJia}},
		{Posts, "岗位数", "posts", alias("岗位"), adds, []Word{WordGe}},
		{Items, "件数", "items", alias("件"), adds,
			[]Word{WordJian, WordGe, WordXiang, WordZhang, WordDui, WordFen}},
		{Copies, "份数", "copies", alias("份"), adds, []Word{WordFen, WordZhang}},
		{Hours, "工时", "hours", alias("小时"), adds, []Word{WordXiaoshi}},
		{Yuan, "金额", "yuan", alias("元"), adds, []Word{WordYuan}},
		{Age, "年龄", "years of age", alias("岁"), distinct, []Word{WordSui}},
	}
})

// Bases returns the counting bases.
func Bases() vocab.List[Basis] { return bases() }

var bases = sync.OnceValue(func() vocab.List[Basis] {
	var entries []vocab.Entry[Basis]
	for _, r := range rules() {
		entries = append(entries, vocab.Entry[Basis]{Key: r.basis, ZH: r.zh, EN: r.en, Aliases: r.aliases})
	}
	return vocab.New("计数口径", "counting basis", entries...)
})

func (b Basis) rule() rule {
	i := slices.IndexFunc(rules(), func(r rule) bool { return r.basis == b })
	if i < 0 {
		return rule{}
	}
	return rules()[i]
}

// Additive reports whether cells of this basis may be added (可加): 人次, 场 and 元 may, 人, 户 and 家 may not, because
// the same person stands in two of them. It is false for a basis this package does not know.
func (b Basis) Additive() bool { return b.rule().additive }

// Words returns the measure words that may print this basis, the usual one first; none for an unknown basis.
func (b Basis) Words() []Word { return slices.Clone(b.rule().words) }

// Word returns the usual measure word, "" for an unknown basis.
func (b Basis) Word() Word {
	if words := b.rule().words; len(words) > 0 {
		return words[0]
	}
	return ""
}
