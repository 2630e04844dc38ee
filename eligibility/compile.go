package eligibility

import (
	"math"
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
)

// compiled is what evaluation needs of a law, made once: all trees as one flat program in drafter's order, where every
// op is followed by the ops below it. Keys are slots, ages and terms are packed days, parameters are numbers.
type compiled struct {
	ops         []op
	nodes       []*Node // of each op
	lines       []line
	words       [][4]uint64
	customs     []custom
	gaps        [][]gap  // of ops that lack a parameter
	keys        [3][]int // the facts of the dictionary by scope and slot
	definitions []int    // root op by slot of the definition, −1 where not in force
	member      int      // root op of MemberOf, −1 where there is none
	entries     []entry  // by slot of the programme
	groups      []int    // the programmes with Together, by slot
	idle        *sync.Pool
}

// entry is one programme.
type entry struct {
	root      int // −1 where not in force
	household bool
	group     int // index into groups, −1 without Together
	next      []int
	pay       *payment
	caveats   []Caveat // of its nodes and values, whatever the case
}

type opcode uint8

const (
	opConst     opcode = iota // arg is the truth
	opSome                    // lo to hi of the arg kids are met: All, Any, Not, AtLeast
	opMany                    // lo to hi of a group are met: EveryOf, AnyOf, CountOf, Holds of a household
	opOwner                   // the kid, about the owner
	opCall                    // the definition arg
	opQualifies               // the programme arg
	opTogether                // the group arg
	opClause                  // the clause arg, not recorded
	opPass                    // the kid: the rule that fills a clause
	opCustom                  // the function arg
	opException               // a rule, then When and Then of each branch
	opRange                   // the fact lies in lo to hi
	opWords                   // the word of the fact is in the set arg
	opPairs                   // a pair of the fact is in lo
	opLine                    // the line arg
)

const (
	flagMembers  = 1 << iota // of opMany: members, not kin
	flagWhere                // of opMany: the first kid chooses, the second judges
	flagFails                // of opMany: those are counted who fail
	flagSplit                // town and country differ
	flagRequired             // of opClause: unknown, not just doubtful
	flagHouse                // of opCall and opQualifies: about the household
	flagSimple               // of opRange, opWords and opPairs: no parameter is missing, and none differs by area
)

// An op is one instruction. Of two numbers index 0 is for town, 1 for country.
type op struct {
	code   opcode
	flags  uint8
	from   uint8    // scope of the fact
	cmp    [2]order // how lo and hi were made
	slot   uint16
	gap    int32 // 1 + index into gaps
	end    int32 // the op after all below this one
	arg    int32 // index into the table of the code
	lo, hi [2]int64
	top    int64 // a value above it says nothing: a birth after the day
}

// A gap is a parameter without a value, for town (bit 0) or country (bit 1).
type gap struct{ param, areas int }

type custom struct {
	f     func(View) Truth
	facts []FactKey
	reads []term
}

// A term is one fact of a sum or product.
type term struct {
	slot  uint16
	from  uint8
	minus bool
	heads bool // not a fact: the number of members
	doubt int  // 1 + the slot of a clause not recorded that may leave it out
}

type sum struct {
	members bool
	terms   []term
	plain   bool     // all terms are of one scope, and none is doubtful
	needs   []uint64 // of a plain sum: the facts, as in a row
}

// A product is num/den × the dynamic factors, for town and for country.
type product struct {
	num, den [2]int64
	dynamic  []term
}

// A line compares left × den with num × the dynamic factors × right, if there is a right sum.
type line struct {
	left, right sum
	share       bool
	by          product
}

type compiler struct {
	*compiled
	l       *Law
	err     error
	latest  map[reach]int64
	missing []gap // of the op at hand
	split   bool
}

// compile prepares the effective trees for evaluation. At calls it last, when everything else in l is final.
func (l *Law) compile() error {
	k := &compiler{l: l, compiled: &l.code, latest: map[reach]int64{}}
	l.code = compiled{member: -1, idle: new(sync.Pool), definitions: make([]int, len(l.definitions)), entries: make([]entry, len(l.programmes))}
	for i, f := range l.statutes.dict.facts {
		s := scopeIndex(f.Scope)
		k.keys[s] = append(k.keys[s], i)
	}
	for i, p := range l.programmes {
		if k.entries[i] = (entry{root: -1, group: -1}); p != nil {
			k.entries[i].household = p.Unit == PerHousehold
		}
	}
	for i, d := range l.definitions {
		if k.definitions[i] = -1; d != nil {
			k.definitions[i] = k.tree(d.Root, d.Scope)
		}
	}
	if i, ok := l.statutes.definitions.at[MemberOf]; ok {
		k.member = k.definitions[i]
	}
	for i, p := range l.programmes {
		if p != nil {
			k.programme(i, p)
		}
	}
	return k.err
}

func (k *compiler) programme(slot int, p *Programme) {
	e := &k.entries[slot]
	e.root = k.tree(p.Root, p.Unit)
	for _, id := range p.Next {
		if i, ok := k.l.statutes.programmes.at[id]; ok && k.l.programmes[i] != nil {
			e.next = append(e.next, i)
		}
	}
	if p.Pay != nil {
		e.pay = k.payment(p)
	}
	e.caveats = k.l.standing(p)
}

func (k *compiler) tree(n *Node, s Scope) int {
	root := len(k.ops)
	k.node(n, s)
	return root
}

func (k *compiler) emit(n *Node, o op) int {
	k.ops = append(k.ops, o)
	k.nodes = append(k.nodes, n)
	return len(k.ops) - 1
}

// node adds the ops of n, which stands where s is in view.
func (k *compiler) node(n *Node, s Scope) {
	at := k.emit(n, op{top: noTop})
	o := k.seal(k.op(n, s))
	for _, kid := range n.below() {
		switch {
		case n.s.Group == Members, n.s.Kind == KindOwner:
			k.node(kid, PerPerson)
		case n.s.Group == Kin:
			k.node(kid, PerTie)
		default:
			k.node(kid, s)
		}
	}
	if n.s.Kind == KindHolds && s == PerHousehold {
		k.emit(n, k.seal(k.fact(op{code: opRange, top: noTop, lo: twice(1), hi: twice(1)}, HoldsFact(n.s.Programme))))
		k.ops[len(k.ops)-1].end = int32(len(k.ops))
	}
	o.end = int32(len(k.ops))
	k.ops[at] = o
}

// seal puts into o what the parameters it read were like.
func (k *compiler) seal(o op) op {
	if len(k.missing) > 0 {
		k.gaps = append(k.gaps, k.missing)
		o.gap = int32(len(k.gaps))
	}
	if k.split {
		o.flags |= flagSplit
	}
	switch o.code {
	case opRange, opWords, opPairs:
		if o.gap == 0 && !k.split {
			o.flags |= flagSimple
		}
	}
	k.missing, k.split = nil, false
	return o
}

func twice(n int64) [2]int64 { return [2]int64{n, n} }

// op is the instruction of n without its end; it leaves what parameters are missing in k.
func (k *compiler) op(n *Node, s Scope) op {
	sp := &n.s
	o := op{top: noTop}
	kids := int64(len(sp.Kids))
	some := func(lo, hi int64) op {
		return op{code: opSome, lo: twice(lo), hi: twice(hi), arg: int32(kids), top: noTop}
	}
	switch sp.Kind {
	case KindAll:
		return some(kids, kids)
	case KindAny:
		return some(1, kids)
	case KindNot:
		return some(0, 0)
	case KindAtLeast:
		return some(int64(sp.N), kids)
	case KindEvery, KindAnyOf, KindCount:
		return k.many(n)
	case KindHolds:
		if s == PerHousehold {
			return op{code: opMany, flags: flagMembers | flagFails, top: o.top}
		}
		o.code, o.lo, o.hi = opRange, twice(1), twice(1)
		return k.fact(o, HoldsFact(sp.Programme))
	case KindJudgement:
		o.code, o.lo, o.hi = opRange, twice(1), twice(1)
		return k.fact(o, sp.Fact)
	case KindOwner:
		o.code = opOwner
	case KindQualifies:
		o.code, o.arg = opQualifies, int32(k.l.statutes.programmes.at[sp.Programme])
		if k.entries[o.arg].household {
			o.flags = flagHouse
		}
	case KindTogether:
		slot := k.l.statutes.programmes.at[sp.Programme]
		if k.entries[slot].group < 0 {
			k.entries[slot].group = len(k.groups)
			k.groups = append(k.groups, slot)
		}
		o.code, o.arg = opTogether, int32(k.entries[slot].group)
	case KindDefined:
		slot := k.l.statutes.definitions.at[sp.Definition]
		o.code, o.arg = opCall, int32(slot)
		if d := k.l.definitions[slot]; d != nil && d.Scope == PerHousehold {
			o.flags = flagHouse
		}
	case KindOpen:
		return k.open(n)
	case KindCustom:
		return k.custom(n)
	case KindException:
		o.code = opException
	case KindConst:
		o.arg = int32(sp.Const)
	case KindInSet:
		return k.set(n)
	case KindAge, KindElapsed:
		return k.time(n)
	case KindCompare:
		return k.compare(n)
	case KindPerHead, KindShare:
		return k.line(n)
	}
	return o
}

func (k *compiler) many(n *Node) op {
	o := op{code: opMany, top: noTop, lo: twice(1), hi: twice(math.MaxInt64)}
	switch n.s.Kind {
	case KindEvery:
		o.lo, o.hi, o.flags = twice(0), twice(0), flagFails
	case KindCount:
		lo, hi := orderOf(n.s.Op.Op).span(int64(n.s.N))
		o.lo, o.hi, o.cmp = twice(lo), twice(hi), [2]order{orderOf(n.s.Op.Op), orderOf(n.s.Op.Op)}
	}
	if n.s.Group == Members {
		o.flags |= flagMembers
	}
	if n.s.Where != nil {
		o.flags |= flagWhere
	}
	return o
}

func (k *compiler) open(n *Node) op {
	o := op{top: noTop, code: opClause, arg: int32(k.l.statutes.fills.at[n.s.Clause])}
	switch {
	case len(n.s.Kids) > 0:
		o.code = opPass
	case n.s.State == Enacted: // a switch that is on
		o.code, o.arg = opConst, int32(Met)
	case n.s.State == NoneEnacted:
		o.code, o.arg = opConst, int32(NotMet)
	case n.s.Required:
		o.flags = flagRequired
	}
	return o
}

func (k *compiler) custom(n *Node) op {
	c := custom{f: k.l.statutes.functions[n.s.Function].Eval, facts: n.s.Facts}
	for _, f := range n.s.Facts {
		c.reads = append(c.reads, k.term(f))
	}
	k.customs = append(k.customs, c)
	return op{code: opCustom, top: noTop, arg: int32(len(k.customs) - 1)}
}

func (k *compiler) set(n *Node) op {
	o := k.fact(op{code: opPairs, top: noTop, lo: twice(int64(PairBits(n.s.Pairs...)))}, n.s.Fact)
	if len(n.s.Words) == 0 {
		return o
	}
	d := k.l.statutes.dict
	words := d.facts[d.at[n.s.Fact]].Words
	var set [4]uint64
	for _, w := range n.s.Words {
		if i := slices.IndexFunc(words, func(f Word) bool { return f.Key == w }); i >= 0 {
			set[i>>6] |= 1 << (i & 63)
		}
	}
	k.words = append(k.words, set)
	o.code, o.arg = opWords, int32(len(k.words)-1)
	return o
}

// reach is one question of time: which is the latest day from which n units, or n years of age, are over on the day?
type reach struct {
	unit Unit // "" for an age
	n    int
}

// time turns a comparison of full units into a range of packed days: n units or more are over exactly for the days up to
// the latest from which n are over.
func (k *compiler) time(n *Node) op {
	o := k.fact(op{code: opRange, top: noTop}, n.s.Fact)
	cmp := orderOf(n.s.Op.Op)
	lo, hi := int64(math.MinInt64), int64(math.MaxInt64)
	if cmp&above == 0 {
		lo = k.latestDay(reach{n.s.Unit, n.s.N + 1}) + 1
		if cmp == below {
			lo = k.latestDay(reach{n.s.Unit, n.s.N}) + 1
		}
	}
	if cmp&below == 0 {
		hi = k.latestDay(reach{n.s.Unit, n.s.N})
		if cmp == above {
			hi = k.latestDay(reach{n.s.Unit, n.s.N + 1})
		}
	}
	if n.s.Kind == KindAge {
		o.top = packDay(k.l.query.On)
	}
	o.lo, o.hi, o.cmp = twice(lo), twice(hi), [2]order{cmp, cmp}
	return o
}

// latestDay is the packed day that r asks for, 0 where there is none. What is over on the day is over for earlier dates too.
func (k *compiler) latestDay(r reach) int64 {
	if day, ok := k.latest[r]; ok {
		return day
	}
	on := k.l.query.On
	due := func(d cal.Date) cal.Date {
		switch r.unit {
		case Days:
			return d.AddDays(r.n)
		case Months:
			return d.AddMonths(r.n)
		case Years:
			return d.AddYears(r.n)
		}
		return cal.Reaches(d, r.n, k.l.query.Ages)
	}
	// The day sought lies within a month or so of the plain difference; a BirthMonth or a month's end shifts it.
	early := on.AddDays(-r.n)
	switch r.unit {
	case Months:
		early = on.AddMonths(-r.n)
	case Years, "":
		early = on.AddYears(-r.n)
	}
	day := int64(0)
	if !early.IsZero() {
		lo, hi := -35, 35 // over at lo, not over at hi
		for hi-lo > 1 {
			mid := lo + (hi-lo)/2
			if d := early.AddDays(mid); !d.IsZero() && !due(d).IsZero() && !due(d).After(on) {
				lo = mid
			} else {
				hi = mid
			}
		}
		day = packDay(early.AddDays(lo))
	}
	k.latest[r] = day
	return day
}

// fact sets what the op reads.
func (k *compiler) fact(o op, key FactKey) op {
	t := k.term(key)
	o.from, o.slot = t.from, t.slot
	return o
}

func (k *compiler) term(key FactKey) term {
	d := k.l.statutes.dict
	i := d.at[key]
	return term{slot: uint16(d.slot[i]), from: uint8(scopeIndex(d.facts[i].Scope))}
}

func (k *compiler) sum(s Sum) sum {
	out := sum{members: s.Over == Members}
	for _, t := range s.Terms {
		c := k.term(t.Fact)
		c.minus = t.Minus
		if t.Unless != "" {
			slot := k.l.statutes.fills.at[t.Unless]
			switch f := k.l.fills[slot]; {
			case f == nil || f.State == NotRecorded:
				c.doubt = slot + 1
			case f.State == Enacted:
				continue
			}
		}
		out.terms = append(out.terms, c)
	}
	out.plain = len(out.terms) > 0
	for _, t := range out.terms {
		out.plain = out.plain && t.from == out.terms[0].from && t.doubt == 0
		for len(out.needs) <= int(t.slot>>6) {
			out.needs = append(out.needs, 0)
		}
		out.needs[t.slot>>6] |= 1 << (t.slot & 63)
	}
	return out
}

// compare makes a range of what can be told beforehand, and a line of one fact otherwise.
func (k *compiler) compare(n *Node) op {
	p := k.product(n.s.Criterion.ID, n.s.Than)
	o := k.fact(op{code: opRange, top: noTop, cmp: k.comparison(n.s.Op)}, n.s.Fact)
	if len(p.dynamic) == 0 && p.den == twice(1) {
		for a := range 2 {
			o.lo[a], o.hi[a] = o.cmp[a].span(p.num[a])
		}
		return o
	}
	k.lines = append(k.lines, line{left: sum{terms: []term{k.term(n.s.Fact)}}, by: p})
	return op{code: opLine, top: noTop, cmp: o.cmp, arg: int32(len(k.lines) - 1)}
}

func (k *compiler) line(n *Node) op {
	ln := line{left: k.sum(n.s.Left), right: k.sum(n.s.Right), share: n.s.Kind == KindShare}
	ln.by = k.product(n.s.Criterion.ID, n.s.Than, n.s.Ratio, n.s.Heads, n.s.Months)
	k.lines = append(k.lines, ln)
	return op{code: opLine, top: noTop, cmp: k.comparison(n.s.Op), arg: int32(len(k.lines) - 1)}
}

// product multiplies operands. What may come of it is bounded here, so that evaluation never overflows.
func (k *compiler) product(id string, operands ...Operand) product {
	p := product{num: twice(1), den: twice(1)}
	most := twice(1)
	for _, o := range operands {
		num, den, bound := twice(1), twice(1), int64(1)
		switch o.Kind {
		case "":
			continue
		case NumberOperand:
			num = twice(o.Number)
		case MoneyOperand:
			num = twice(o.Money.Fen())
		case RatioOperand:
			num, den = twice(o.Ratio.Num()), twice(o.Ratio.Den())
		case HeadsOperand:
			p.dynamic = append(p.dynamic, term{heads: true})
			bound = MaxPeople
		case FactOperand:
			p.dynamic = append(p.dynamic, k.term(o.Fact))
			if bound = maxCount; k.l.statutes.dict.facts[k.l.statutes.dict.at[o.Fact]].Kind == MoneyFact {
				bound = maxMoney
			}
		case ParamOperand:
			num, den = k.param(o.Param)
		}
		for a := range 2 {
			ok, still := false, false
			p.num[a], ok = times(p.num[a], num[a])
			most[a], still = times(most[a], max(num[a], -num[a], bound))
			p.den[a] *= den[a] // of ratios of at most four digits and of twelfths
			if !ok || !still {
				k.err = catalogue().New(ErrValue).At(id)
			}
		}
	}
	return p
}

// param is the value of a parameter as a fraction; an amount a year is a twelfth of itself a month.
func (k *compiler) param(key ParamKey) (num, den [2]int64) {
	num, den = twice(1), twice(1)
	for a, v := range k.value(key) {
		if v == nil {
			continue
		}
		switch k.l.statutes.params[k.l.statutes.values.at[key]].Kind {
		case MoneyParam:
			if num[a] = v.Money.Fen(); v.Per == Yearly {
				den[a] = 12
			}
		case RatioParam:
			num[a], den[a] = v.Ratio.Num(), v.Ratio.Den()
		case CountParam:
			num[a] = int64(v.Count)
		}
	}
	return num, den
}

// value is the value for town and for country; it notes what is missing and whether they differ.
func (k *compiler) value(key ParamKey) [2]*Value {
	slot := k.l.statutes.values.at[key]
	v := k.l.values[slot]
	if v[0] == nil || v[1] == nil {
		g := gap{param: slot}
		for a := range v {
			if v[a] == nil {
				g.areas |= 1 << a
			}
		}
		k.missing = append(k.missing, g)
	}
	k.split = k.split || v[0] != v[1] && (v[0] == nil || v[1] == nil || !sameNumber(v[0], v[1]))
	return v
}

func sameNumber(a, b *Value) bool {
	return yearly(a) == yearly(b) && a.Ratio == b.Ratio && a.Count == b.Count && a.Comparator == b.Comparator && a.Step == b.Step
}

func (k *compiler) comparison(c Comparison) [2]order {
	if c.Param == "" {
		return [2]order{orderOf(c.Op), orderOf(c.Op)}
	}
	var o [2]order
	for a, v := range k.value(c.Param) {
		if v != nil {
			o[a] = orderOf(v.Comparator)
		}
	}
	return o
}

// noTop is the top of an op to which every value says something.
const noTop = math.MaxInt64
