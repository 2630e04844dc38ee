package program

import (
	"math"
	"slices"

	"github.com/shegong/shegong/station/cal"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

type compiler struct {
	*Compiled
	l       *statutes.Law
	err     error
	latest  map[reach]int64
	defined map[eligibility.DefinitionID]int
	scopes  []eligibility.Scope // of definitions
	clauses map[eligibility.ClauseKey]int
	params  map[eligibility.ParamKey]int
	spec    eligibility.Spec // of the node at hand
	kinds   []eligibility.ParamKind
	values  [][2]*eligibility.Value // by slot of the parameter, for town and country
	caveats []eligibility.Caveat    // of the programme at hand
	missing []gap                   // of the op at hand
	split   bool
}

// Compile prepares the effective trees of l for evaluation.
func Compile(l *statutes.Law) (*Compiled, error) {
	k := &compiler{l: l, Compiled: &Compiled{Dict: l.Dictionary(), Query: l.Query(), At: map[eligibility.ProgrammeID]int{}, Member: -1},
		latest: map[reach]int64{}, defined: map[eligibility.DefinitionID]int{}, clauses: map[eligibility.ClauseKey]int{}, params: map[eligibility.ParamKey]int{}}
	for s, scope := range [...]eligibility.Scope{eligibility.PerHousehold, eligibility.PerPerson, eligibility.PerTie} {
		k.Facts[s] = make([]eligibility.Fact, 0, k.Dict.Len(scope))
	}
	for f := range k.Dict.All() {
		k.Facts[f.Scope.Index()] = append(k.Facts[f.Scope.Index()], f)
	}
	var programmes []*eligibility.Programme
	for id, p := range l.AllProgrammes() {
		k.At[id] = len(k.Programmes)
		k.Programmes = append(k.Programmes, id)
		programmes = append(programmes, p)
		k.Entries = append(k.Entries, Entry{Root: -1, Group: -1, Household: p != nil && p.Unit == eligibility.PerHousehold})
	}
	n := 0
	for d := range l.Definitions() {
		k.defined[d.ID] = len(k.Definitions)
		k.scopes = append(k.scopes, d.Scope)
		k.Definitions = append(k.Definitions, -1)
		n += size(d.Root)
	}
	for _, p := range programmes {
		if p == nil {
			continue
		}
		n += size(p.Root)
		if p.Pay != nil {
			for i := range p.Pay.Parts {
				n += size(p.Pay.Parts[i].When) + size(p.Pay.Parts[i].Each)
			}
		}
	}
	k.Ops, k.Nodes = make([]Op, 0, n), make([]*eligibility.Node, 0, n)
	for d := range l.Definitions() {
		k.Definitions[k.defined[d.ID]] = k.tree(d.Root, d.Scope)
	}
	if i, ok := k.defined[eligibility.MemberOf]; ok {
		k.Member = k.Definitions[i]
	}
	for i, p := range programmes {
		if p != nil {
			k.programme(i, programmes)
		}
	}
	if k.err != nil {
		return nil, k.err
	}
	if len(k.Groups) > 0 {
		k.putOff()
	}
	return k.Compiled, nil
}

// putOff lets every OpSome come last to the first kid that speaks of Together: what relatives are like takes a fixpoint, and
// mostly the other kids decide.
func (k *compiler) putOff() {
	speaks := make([]bool, len(k.Ops))
	for changed := true; changed; {
		changed = false
		for pc := len(k.Ops) - 1; pc >= 0; pc-- {
			o := &k.Ops[pc]
			is := o.Code == OpTogether || o.Code == OpCall && speaks[k.Definitions[o.Arg]]
			if o.Code == OpQualifies && k.Entries[o.Arg].Root >= 0 {
				is = speaks[k.Entries[o.Arg].Root]
			}
			for kid := pc + 1; kid < int(o.End) && !is; kid = int(k.Ops[kid].End) {
				if is = speaks[kid]; is && o.Code == OpSome {
					o.Late = int32(kid)
				}
			}
			changed = changed || is != speaks[pc]
			speaks[pc] = is
		}
	}
}

// size is the number of ops of a tree, which is nil where there is none.
func size(root *eligibility.Node) int {
	if root == nil {
		return 0
	}
	n := 1
	if root.Kind() == eligibility.KindHolds {
		n++ // at most: of a household
	}
	for kid := range root.EachBelow() {
		n += size(kid)
	}
	return n
}

// clause is the slot of a clause, param that of a parameter: made when first asked for.
func (k *compiler) clause(key eligibility.ClauseKey) int {
	i, ok := k.clauses[key]
	if !ok {
		i = len(k.Clauses)
		k.clauses[key], k.Clauses = i, append(k.Clauses, key)
	}
	return i
}

func (k *compiler) param(key eligibility.ParamKey) int {
	i, ok := k.params[key]
	if !ok {
		i = len(k.Params)
		k.params[key], k.Params = i, append(k.Params, key)
		kind, byArea := k.l.Takes(key)
		k.ByArea = append(k.ByArea, byArea)
		k.kinds = append(k.kinds, kind)
		var v [2]*eligibility.Value
		if is, ok := k.l.Value(key, eligibility.Urban); ok {
			v[0] = &is
		}
		if v[1] = v[0]; byArea {
			if is, ok := k.l.Value(key, eligibility.Rural); ok {
				v[1] = &is
			} else {
				v[1] = nil
			}
		}
		k.values = append(k.values, v)
	}
	return i
}

// programme compiles the one in slot of those in force.
func (k *compiler) programme(slot int, inForce []*eligibility.Programme) {
	e, p := &k.Entries[slot], inForce[slot]
	e.Root = k.tree(p.Root, p.Unit)
	for _, id := range p.Next {
		if i, ok := k.At[id]; ok && inForce[i] != nil {
			e.Next = append(e.Next, i)
		}
	}
	if p.Pay != nil {
		e.Pay = k.payment(p)
	}
	e.Caveats = k.standing(e, p)
}

func (k *compiler) tree(n *eligibility.Node, s eligibility.Scope) int {
	root := len(k.Ops)
	k.node(n, s)
	return root
}

func (k *compiler) emit(n *eligibility.Node, o Op) int {
	k.Ops = append(k.Ops, o)
	k.Nodes = append(k.Nodes, n)
	return len(k.Ops) - 1
}

// node adds the ops of n, which stands where s is in view.
func (k *compiler) node(n *eligibility.Node, s eligibility.Scope) {
	at := k.emit(n, Op{Top: NoTop})
	n.SpecInto(&k.spec)
	o, below := k.seal(k.op(&k.spec, s)), s
	switch {
	case k.spec.Group == eligibility.Members, k.spec.Kind == eligibility.KindOwner:
		below = eligibility.PerPerson
	case k.spec.Group == eligibility.Kin:
		below = eligibility.PerTie
	case k.spec.Kind == eligibility.KindHolds && s == eligibility.PerHousehold:
		k.emit(n, k.seal(k.fact(Op{Code: OpRange, Top: NoTop, Lo: twice(1), Hi: twice(1)}, eligibility.HoldsFact(k.spec.Programme))))
		k.Ops[len(k.Ops)-1].End = int32(len(k.Ops))
	}
	for kid := range n.EachBelow() {
		k.node(kid, below)
	}
	o.End = int32(len(k.Ops))
	k.Ops[at] = o
}

// seal puts into o what the parameters it read were like.
func (k *compiler) seal(o Op) Op {
	if len(k.missing) > 0 {
		k.Gaps = append(k.Gaps, k.missing)
		o.Gap = int32(len(k.Gaps))
	}
	if k.split {
		o.Flags |= FlagSplit
	}
	switch o.Code {
	case OpRange, OpWords, OpPairs:
		if o.Gap == 0 && !k.split {
			o.Flags |= FlagSimple
		}
	}
	k.missing, k.split = nil, false
	return o
}

func twice(n int64) [2]int64 { return [2]int64{n, n} }

// op is the instruction of n without its end; it leaves what parameters are missing in k.
func (k *compiler) op(sp *eligibility.Spec, s eligibility.Scope) Op {
	o := Op{Top: NoTop}
	kids := int64(len(sp.Kids))
	some := func(lo, hi int64) Op {
		return Op{Code: OpSome, Lo: twice(lo), Hi: twice(hi), Arg: int32(kids), Top: NoTop}
	}
	switch sp.Kind {
	case eligibility.KindAll:
		return some(kids, kids)
	case eligibility.KindAny:
		return some(1, kids)
	case eligibility.KindNot:
		return some(0, 0)
	case eligibility.KindAtLeast:
		return some(int64(sp.N), kids)
	case eligibility.KindEvery, eligibility.KindAnyOf, eligibility.KindCount:
		return k.many(sp)
	case eligibility.KindHolds:
		if s == eligibility.PerHousehold {
			return Op{Code: OpMany, Flags: FlagMembers | FlagFails, Top: o.Top}
		}
		o.Code, o.Lo, o.Hi = OpRange, twice(1), twice(1)
		return k.fact(o, eligibility.HoldsFact(sp.Programme))
	case eligibility.KindJudgement:
		o.Code, o.Lo, o.Hi = OpRange, twice(1), twice(1)
		return k.fact(o, sp.Fact)
	case eligibility.KindOwner:
		o.Code = OpOwner
	case eligibility.KindQualifies:
		o.Code, o.Arg = OpQualifies, int32(k.At[sp.Programme])
		if k.Entries[o.Arg].Household {
			o.Flags = FlagHouse
		}
	case eligibility.KindTogether:
		slot := k.At[sp.Programme]
		if k.Entries[slot].Group < 0 {
			k.Entries[slot].Group = len(k.Groups)
			k.Groups = append(k.Groups, slot)
		}
		o.Code, o.Arg = OpTogether, int32(k.Entries[slot].Group)
	case eligibility.KindDefined:
		slot := k.defined[sp.Definition]
		o.Code, o.Arg = OpCall, int32(slot)
		if k.scopes[slot] == eligibility.PerHousehold {
			o.Flags = FlagHouse
		}
	case eligibility.KindOpen:
		return k.open(sp)
	case eligibility.KindCustom:
		return k.custom(sp)
	case eligibility.KindException:
		o.Code = OpException
	case eligibility.KindConst:
		o.Arg = int32(sp.Const)
	case eligibility.KindInSet:
		return k.set(sp)
	case eligibility.KindAge, eligibility.KindElapsed:
		return k.time(sp)
	case eligibility.KindCompare:
		return k.compare(sp)
	case eligibility.KindPerHead, eligibility.KindShare:
		return k.line(sp)
	}
	return o
}

func (k *compiler) many(n *eligibility.Spec) Op {
	o := Op{Code: OpMany, Top: NoTop, Lo: twice(1), Hi: twice(math.MaxInt64)}
	switch n.Kind {
	case eligibility.KindEvery:
		o.Lo, o.Hi, o.Flags = twice(0), twice(0), FlagFails
	case eligibility.KindCount:
		lo, hi := OrderOf(n.Op.Op).span(int64(n.N))
		o.Lo, o.Hi, o.Cmp = twice(lo), twice(hi), [2]Order{OrderOf(n.Op.Op), OrderOf(n.Op.Op)}
	}
	if n.Group == eligibility.Members {
		o.Flags |= FlagMembers
	}
	if n.Where != nil {
		o.Flags |= FlagWhere
	}
	return o
}

func (k *compiler) open(n *eligibility.Spec) Op {
	o := Op{Top: NoTop, Code: OpClause, Arg: int32(k.clause(n.Clause))}
	switch {
	case len(n.Kids) > 0:
		o.Code = OpPass
	case n.State == eligibility.NoneEnacted:
		o.Code, o.Arg = OpConst, int32(eligibility.NotMet)
	case n.Required:
		o.Flags = FlagRequired
	}
	return o
}

func (k *compiler) custom(n *eligibility.Spec) Op {
	f, _ := k.l.Function(n.Function)
	c := custom{F: f.Eval, Facts: slices.Clone(n.Facts)}
	for _, f := range n.Facts {
		c.Reads = append(c.Reads, k.term(f))
	}
	k.Customs = append(k.Customs, c)
	return Op{Code: OpCustom, Top: NoTop, Arg: int32(len(k.Customs) - 1)}
}

func (k *compiler) set(n *eligibility.Spec) Op {
	o := k.fact(Op{Code: OpPairs, Top: NoTop, Lo: twice(int64(eligibility.PairBits(n.Pairs...)))}, n.Fact)
	if len(n.Words) == 0 {
		return o
	}
	words := k.Facts[o.From][o.Slot].Words
	var set [4]uint64
	for _, w := range n.Words {
		if i := slices.IndexFunc(words, func(f eligibility.Word) bool { return f.Key == w }); i >= 0 {
			set[i>>6] |= 1 << (i & 63)
		}
	}
	k.Words = append(k.Words, set)
	o.Code, o.Arg = OpWords, int32(len(k.Words)-1)
	return o
}

// reach is one question of time: which is the latest day from which n units, or n years of age, are over on the day?
type reach struct {
	unit eligibility.Unit // "" for an age
	n    int
}

// time turns a comparison of full units into a range of packed days: n units or more are over exactly for the days up to
// the latest from which n are over.
func (k *compiler) time(n *eligibility.Spec) Op {
	o := k.fact(Op{Code: OpRange, Top: NoTop}, n.Fact)
	cmp := OrderOf(n.Op.Op)
	lo, hi := int64(math.MinInt64), int64(math.MaxInt64)
	if cmp&Above == 0 {
		lo = k.latestDay(reach{n.Unit, n.N + 1}) + 1
		if cmp == Below {
			lo = k.latestDay(reach{n.Unit, n.N}) + 1
		}
	}
	if cmp&Below == 0 {
		hi = k.latestDay(reach{n.Unit, n.N})
		if cmp == Above {
			hi = k.latestDay(reach{n.Unit, n.N + 1})
		}
	}
	if n.Kind == eligibility.KindAge {
		o.Top = eligibility.PackDay(k.Query.On)
	}
	o.Lo, o.Hi, o.Cmp = twice(lo), twice(hi), [2]Order{cmp, cmp}
	return o
}

// latestDay is the packed day that r asks for, 0 where there is none. What is over on the day is over for earlier dates too.
func (k *compiler) latestDay(r reach) int64 {
	if day, ok := k.latest[r]; ok {
		return day
	}
	on := k.Query.On
	due := func(d cal.Date) cal.Date {
		switch r.unit {
		case eligibility.Days:
			return d.AddDays(r.n)
		case eligibility.Months:
			return d.AddMonths(r.n)
		case eligibility.Years:
			return d.AddYears(r.n)
		}
		return cal.Reaches(d, r.n, k.Query.Ages)
	}
	// The day sought lies within a month or so of the plain difference; a BirthMonth or a month's end shifts it.
	early := on.AddDays(-r.n)
	switch r.unit {
	case eligibility.Months:
		early = on.AddMonths(-r.n)
	case eligibility.Years, "":
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
		day = eligibility.PackDay(early.AddDays(lo))
	}
	k.latest[r] = day
	return day
}

// fact sets what the op reads.
func (k *compiler) fact(o Op, key eligibility.FactKey) Op {
	t := k.term(key)
	o.From, o.Slot = t.From, t.Slot
	return o
}

func (k *compiler) term(key eligibility.FactKey) Term {
	s, slot, _ := k.Dict.Slot(key)
	return Term{Slot: uint16(slot), From: uint8(s)}
}

func (k *compiler) sum(s eligibility.Sum) Sum {
	out := Sum{Members: s.Over == eligibility.Members}
	if len(s.Terms) > 0 {
		out.Terms = make([]Term, 0, len(s.Terms))
	}
	for _, t := range s.Terms {
		c := k.term(t.Fact)
		c.Minus = t.Minus
		if t.Unless != "" {
			switch _, f, ok := k.l.Fill(t.Unless); {
			case !ok || f.State == eligibility.NotRecorded:
				c.Doubt = k.clause(t.Unless) + 1
			case f.State == eligibility.Enacted:
				continue
			}
		}
		out.Terms = append(out.Terms, c)
	}
	out.Plain = len(out.Terms) > 0
	words := 0
	for _, t := range out.Terms {
		out.Plain = out.Plain && t.From == out.Terms[0].From && t.Doubt == 0
		words = max(words, int(t.Slot>>6)+1)
	}
	if out.Plain {
		out.Needs = make([]uint64, words)
		for _, t := range out.Terms {
			out.Needs[t.Slot>>6] |= 1 << (t.Slot & 63)
		}
	}
	return out
}

// compare makes a range of what can be told beforehand, and a line of one fact otherwise.
func (k *compiler) compare(n *eligibility.Spec) Op {
	p := k.product(n.Criterion.ID, n.Than)
	o := k.fact(Op{Code: OpRange, Top: NoTop, Cmp: k.comparison(n.Op)}, n.Fact)
	if len(p.Dynamic) == 0 && p.Den == twice(1) {
		for a := range 2 {
			o.Lo[a], o.Hi[a] = o.Cmp[a].span(p.Num[a])
		}
		return o
	}
	k.Lines = append(k.Lines, Line{Left: Sum{Terms: []Term{k.term(n.Fact)}}, By: p})
	return Op{Code: OpLine, Top: NoTop, Cmp: o.Cmp, Arg: int32(len(k.Lines) - 1)}
}

func (k *compiler) line(n *eligibility.Spec) Op {
	ln := Line{Left: k.sum(n.Left), Right: k.sum(n.Right), Share: n.Kind == eligibility.KindShare}
	ln.By = k.product(n.Criterion.ID, n.Than, n.Ratio, n.Heads, n.Months)
	k.Lines = append(k.Lines, ln)
	return Op{Code: OpLine, Top: NoTop, Cmp: k.comparison(n.Op), Arg: int32(len(k.Lines) - 1)}
}

// product multiplies operands. What may come of it is bounded here, so that evaluation never overflows.
func (k *compiler) product(id string, operands ...eligibility.Operand) Product {
	p := Product{Num: twice(1), Den: twice(1)}
	most := twice(1)
	for _, o := range operands {
		num, den, bound := twice(1), twice(1), int64(1)
		switch o.Kind {
		case "":
			continue
		case eligibility.NumberOperand:
			num = twice(o.Number)
		case eligibility.MoneyOperand:
			num = twice(o.Money.Fen())
		case eligibility.RatioOperand:
			num, den = twice(o.Ratio.Num()), twice(o.Ratio.Den())
		case eligibility.HeadsOperand:
			p.Dynamic = append(p.Dynamic, Term{Heads: true})
			bound = eligibility.MaxPeople
		case eligibility.FactOperand:
			t := k.term(o.Fact)
			p.Dynamic = append(p.Dynamic, t)
			if bound = eligibility.MaxCount; k.Facts[t.From][t.Slot].Kind == eligibility.MoneyFact {
				bound = eligibility.MaxMoney
			}
		case eligibility.ParamOperand:
			num, den = k.fraction(o.Param)
		}
		for a := range 2 {
			ok, still := false, false
			p.Num[a], ok = Times(p.Num[a], num[a])
			most[a], still = Times(most[a], max(num[a], -num[a], bound))
			p.Den[a] *= den[a] // of ratios of at most four digits and of twelfths
			if !ok || !still {
				k.err = eligibility.Faults().New(eligibility.ErrValue).At(id)
			}
		}
	}
	return p
}

// fraction is the value of a parameter; an amount a year is a twelfth of itself a month.
func (k *compiler) fraction(key eligibility.ParamKey) (num, den [2]int64) {
	num, den = twice(1), twice(1)
	slot := k.param(key)
	for a, v := range k.value(slot) {
		if v == nil {
			continue
		}
		switch k.kinds[slot] {
		case eligibility.MoneyParam:
			if num[a] = v.Money.Fen(); v.Per == eligibility.Yearly {
				den[a] = 12
			}
		case eligibility.RatioParam:
			num[a], den[a] = v.Ratio.Num(), v.Ratio.Den()
		case eligibility.CountParam:
			num[a] = int64(v.Count)
		}
	}
	return num, den
}

// value is the value of a parameter for town and for country; it notes what is missing and whether they differ.
func (k *compiler) value(slot int) [2]*eligibility.Value {
	v := k.values[slot]
	if v[0] == nil || v[1] == nil {
		g := gap{Param: slot}
		for a := range v {
			if v[a] == nil {
				g.Areas |= 1 << a
			}
		}
		k.missing = append(k.missing, g)
	}
	k.split = k.split || (v[0] == nil) != (v[1] == nil) || v[0] != nil && !sameNumber(v[0], v[1])
	return v
}

func sameNumber(a, b *eligibility.Value) bool {
	return yearly(a) == yearly(b) && a.Ratio == b.Ratio && a.Count == b.Count && a.Comparator == b.Comparator && a.Step == b.Step
}

// yearly is what an amount comes to in a year where it counts as a month's, as Product has it, however it is printed.
func yearly(v *eligibility.Value) int64 {
	if v.Per == eligibility.Yearly {
		return v.Money.Fen()
	}
	return 12 * v.Money.Fen()
}

func (k *compiler) comparison(c eligibility.Comparison) [2]Order {
	if c.Param == "" {
		return [2]Order{OrderOf(c.Op), OrderOf(c.Op)}
	}
	var o [2]Order
	for a, v := range k.value(k.param(c.Param)) {
		if v != nil {
			o[a] = OrderOf(v.Comparator)
		}
	}
	return o
}
