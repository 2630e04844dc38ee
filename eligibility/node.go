package eligibility

import (
	"iter"
	"slices"

	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Kind is the kind of a node (节点类型). The vocabulary is closed: every reader knows every kind, which is what lets a tree
// be explained, batched, exported and replayed exactly.
type Kind string

const (
	KindAll       Kind = "all"       // 同时符合: every kid
	KindAny       Kind = "any"       // 符合之一: at least one kid
	KindNot       Kind = "not"       // 不具有: the one kid is not met
	KindAtLeast   Kind = "at_least"  // 至少符合若干项: N kids or more
	KindCompare   Kind = "compare"   // 比较: a fact against a number, a parameter or another fact
	KindPerHead   Kind = "per_head"  // 人均比较: a sum against a limit for so many people and months, never divided
	KindShare     Kind = "share"     // 占比: a sum against a share of another sum, never divided
	KindInSet     Kind = "in_set"    // 属于: a word or a disability pair is in a list
	KindAge       Kind = "age"       // 周岁: full years of age on the day
	KindElapsed   Kind = "elapsed"   // 期间: time from a date to the day
	KindEvery     Kind = "every"     // 每一个: all of a group
	KindAnyOf     Kind = "any_of"    // 任一个: somebody of a group
	KindCount     Kind = "count"     // 人数: how many of a group
	KindOwner     Kind = "owner"     // 本人: inside a group of kin, the person whose kin they are
	KindHolds     Kind = "holds"     // 已享有: a recorded, confirmed status
	KindQualifies Kind = "qualifies" // 经评估符合: another programme by this evaluation, acyclic
	KindTogether  Kind = "together"  // 一并符合: the same programme for another person of the same group
	KindDefined   Kind = "defined"   // 定义: a criterion defined once by name
	KindJudgement Kind = "judgement" // 研判: an official's recorded finding
	KindOpen      Kind = "open"      // 授权规定: what the act leaves to a lower authority
	KindCustom    Kind = "custom"    // 自定义: a named, versioned function of declared facts
	KindException Kind = "exception" // 但书: a rule and its labelled exceptions
	KindConst     Kind = "const"     // 恒定: always or never met
)

type (
	// ProgrammeID names a benefit or a legal class (项目), a vendor's own with his namespace before a colon.
	ProgrammeID string
	// DefinitionID names a criterion defined once (定义).
	DefinitionID string
	// ClauseKey names what an act leaves open (授权事项).
	ClauseKey string
	// ParamKey names a dated value that may differ by place (参数).
	ParamKey string
)

// Criterion is what a node says to people (条件): an ID that is unique in its tree, names, and the provision it rests on.
type Criterion struct {
	ID     string       `json:"id"`
	ZH     string       `json:"zh"`
	EN     string       `json:"en"`
	Source vocab.Source `json:"source"`
	// Note is a remark in Chinese for whoever reads the law or a result: a reading of ours, a doubt, a local switch.
	Note string `json:"note,omitempty"`
}

// Group is whom a quantifier looks at (范围).
type Group string

const (
	// Members are the people of whom the definition MemberOf is met (共同生活的家庭成员).
	Members Group = "members"
	// Kin are a person's listed relatives (亲属), each seen with the tie between them.
	Kin Group = "kin"
)

// MemberOf is the definition, per person, of who counts as a member of the household. A law that uses Members must have it.
const MemberOf DefinitionID = "member"

// Unit is the unit of a KindElapsed node (时间单位).
type Unit string

const (
	Days   Unit = "days"   // 日
	Months Unit = "months" // 月
	Years  Unit = "years"  // 年
)

// OperandKind says what an Operand is (比较对象类型). The zero value is no operand.
type OperandKind string

const (
	NumberOperand OperandKind = "number"  // a whole number
	MoneyOperand  OperandKind = "money"   // an amount
	RatioOperand  OperandKind = "ratio"   // a ratio
	ParamOperand  OperandKind = "param"   // a parameter, as in force
	FactOperand   OperandKind = "fact"    // another fact
	HeadsOperand  OperandKind = "members" // the number of household members
)

// Operand is one side of a comparison (比较对象): a number, an amount, a ratio, a parameter, a fact, or how many members the
// household has. The zero value is none.
type Operand struct {
	Kind   OperandKind
	Number int64
	Money  money.Amount
	Ratio  measure.Ratio
	Param  ParamKey
	Fact   FactKey
}

// Number is a whole number as an operand.
func Number(n int64) Operand { return Operand{Kind: NumberOperand, Number: n} }

// Yuan is an amount as an operand.
func Yuan(a money.Amount) Operand { return Operand{Kind: MoneyOperand, Money: a} }

// Times is a ratio as an operand: 3/2 for 1.5 times.
func Times(r measure.Ratio) Operand { return Operand{Kind: RatioOperand, Ratio: r} }

// Param is a parameter as an operand.
func Param(k ParamKey) Operand { return Operand{Kind: ParamOperand, Param: k} }

// FactOf is a fact as an operand.
func FactOf(k FactKey) Operand { return Operand{Kind: FactOperand, Fact: k} }

// Heads is the number of members of the household as an operand.
func Heads() Operand { return Operand{Kind: HeadsOperand} }

// Term is one fact of a Sum (加项).
type Term struct {
	Fact  FactKey
	Minus bool // subtracted: tax, cost, support paid
	// Unless leaves the fact out where this clause is enacted: an exclusion that a province may add. Where nothing is
	// recorded the fact counts, and the result carries a caveat.
	Unless ClauseKey
}

// Sum adds facts up (合计): of the household, person or tie in view, or of every household member where Over is Members. A
// single unknown fact, or a person whose membership is unknown, makes the sum unknown.
type Sum struct {
	Over  Group
	Terms []Term
}

// Total is the sum of these facts of whoever is in view.
func Total(facts ...FactKey) Sum { return Sum{Terms: Plus(facts...)} }

// TotalOfMembers is the sum of these facts over all members of the household.
func TotalOfMembers(facts ...FactKey) Sum { return Sum{Over: Members, Terms: Plus(facts...)} }

// Plus are the terms that add these facts (计入项).
func Plus(facts ...FactKey) []Term {
	ts := make([]Term, len(facts))
	for i, f := range facts {
		ts[i].Fact = f
	}
	return ts
}

// Less are the terms that subtract these facts (扣减项).
func Less(facts ...FactKey) []Term {
	ts := Plus(facts...)
	for i := range ts {
		ts[i].Minus = true
	}
	return ts
}

// PlusUnless are the terms that add these facts as long as the clause is not enacted, see Term.Unless (可由地方规定不计入的项).
func PlusUnless(enacted ClauseKey, facts ...FactKey) []Term {
	ts := Plus(facts...)
	for i := range ts {
		ts[i].Unless = enacted
	}
	return ts
}

// Branch is one exception (但书): where When is met, Then decides instead of the rule.
type Branch struct {
	Criterion Criterion
	When      *Node
	Then      *Node
}

// Comparison is an operator (比较方式): fixed, or read from a parameter where a place may set 低于 or 以下.
type Comparison struct {
	Op    measure.Comparator
	Param ParamKey
}

// By is a fixed operator.
func By(op measure.Comparator) Comparison { return Comparison{Op: op} }

// ByParam is an operator that a parameter sets.
func ByParam(k ParamKey) Comparison { return Comparison{Param: k} }

// Spec is what a node consists of; which fields are read depends on the Kind, the others are zero.
//
//	all any          Kids
//	not              Kids[0]
//	at_least         N, Kids
//	compare          Fact Op Than
//	per_head         Left Op Than × Ratio × Heads × Months; an absent factor is 1
//	share            Left Op Ratio × Right
//	in_set           Fact, and Words or Pairs
//	age              full years from Fact Op N
//	elapsed          time from Fact to the day Op N Unit
//	every any_of     Group, Where (may be nil), Kids[0]
//	count            Group, Where (may be nil), the number of those with Kids[0] Op N
//	owner            Kids[0]
//	holds            Programme
//	qualifies        Programme
//	together         Programme, the one whose tree it stands in
//	defined          Definition
//	judgement        Fact
//	open             Clause, Required, State; in an effective tree Kids[0] is the rule that fills it, if any
//	custom           Function, Facts
//	exception        Kids[0], Branches
//	const            Const
type Spec struct {
	Kind       Kind
	Criterion  Criterion
	Kids       []*Node
	N          int
	Op         Comparison
	Fact       FactKey
	Facts      []FactKey
	Than       Operand
	Left       Sum
	Right      Sum
	Ratio      Operand
	Heads      Operand
	Months     Operand
	Words      []string
	Pairs      []Pair
	Unit       Unit
	Group      Group
	Where      *Node
	Programme  ProgrammeID
	Definition DefinitionID
	Clause     ClauseKey
	Required   bool
	State      ClauseState
	Function   FunctionRef
	Branches   []Branch
	Const      Truth
}

// FunctionRef names a function of the importer by name and version (自定义函数).
type FunctionRef struct {
	Name    string
	Version string
}

// Node is one node of a rule tree (规则节点). Nodes are immutable and shared freely; statutes.New checks them.
type Node struct{ s Spec }

// New makes a node of any kind. It copies the lists of s and checks nothing: [Spec.Validate] does, and statutes.New.
func New(s Spec) *Node { return &Node{clone(s)} }

// Spec returns a copy of what the node consists of.
func (n *Node) Spec() Spec { return clone(n.s) }

// SpecInto is Spec into s, whose lists are used again: for whoever reads many nodes, one at a time.
func (n *Node) SpecInto(s *Spec) {
	was := *s
	*s = n.s
	s.Kids = append(was.Kids[:0], n.s.Kids...)
	s.Facts = append(was.Facts[:0], n.s.Facts...)
	s.Left.Terms = append(was.Left.Terms[:0], n.s.Left.Terms...)
	s.Right.Terms = append(was.Right.Terms[:0], n.s.Right.Terms...)
	s.Words = append(was.Words[:0], n.s.Words...)
	s.Pairs = append(was.Pairs[:0], n.s.Pairs...)
	s.Branches = append(was.Branches[:0], n.s.Branches...)
}

// Kind returns the kind of the node.
func (n *Node) Kind() Kind { return n.s.Kind }

// MarshalText writes the ID of the criterion, so that JSON of a [Finding] names its node. It holds no tree, and nothing is read
// back from it: trees are written and read by package rules.
func (n *Node) MarshalText() ([]byte, error) { return []byte(n.ID()), nil }

// Criterion returns what the node says.
func (n *Node) Criterion() Criterion { return n.s.Criterion }

func clone(s Spec) Spec {
	s.Kids = slices.Clone(s.Kids)
	s.Facts = slices.Clone(s.Facts)
	s.Left.Terms = slices.Clone(s.Left.Terms)
	s.Right.Terms = slices.Clone(s.Right.Terms)
	s.Words = slices.Clone(s.Words)
	s.Pairs = slices.Clone(s.Pairs)
	s.Branches = slices.Clone(s.Branches)
	return s
}

// All is met when every kid is (同时符合下列条件). Without kids it is met.
func All(c Criterion, kids ...*Node) *Node { return New(Spec{Kind: KindAll, Criterion: c, Kids: kids}) }

// Any is met when at least one kid is (符合下列条件之一). Without kids it is not met.
func Any(c Criterion, kids ...*Node) *Node { return New(Spec{Kind: KindAny, Criterion: c, Kids: kids}) }

// Not is met when kid is not. Kid must not speak of Qualifies or Together.
func Not(c Criterion, kid *Node) *Node {
	return New(Spec{Kind: KindNot, Criterion: c, Kids: []*Node{kid}})
}

// AtLeast is met when n kids or more are (至少符合其中n项).
func AtLeast(c Criterion, n int, kids ...*Node) *Node {
	return New(Spec{Kind: KindAtLeast, Criterion: c, N: n, Kids: kids})
}

// Compare compares a count, an amount, a date or a bool (as 0 and 1) with a number, an amount, a parameter or another fact of the same kind.
func Compare(c Criterion, f FactKey, op Comparison, than Operand) *Node {
	return New(Spec{Kind: KindCompare, Criterion: c, Fact: f, Op: op, Than: than})
}

// Is is met when a BoolFact is true.
func Is(c Criterion, f FactKey) *Node { return Compare(c, f, By(measure.Exactly), Number(1)) }

// Line is the limit of a PerHead node (标准线): limit × ratio × heads × months, a zero factor being 1. A parameter that is
// printed per year counts as a twelfth of itself a month, without dividing.
type Line struct {
	Limit  Operand // an amount, a money parameter, or a money fact
	Ratio  Operand // a ratio, or a ratio parameter
	Heads  Operand
	Months Operand // a number, or a count parameter: over how many months the sum was counted
}

// PerHead compares a sum with a line (人均低于标准): both sides are multiplied out, nothing is divided or rounded.
func PerHead(c Criterion, sum Sum, op Comparison, line Line) *Node {
	return New(Spec{Kind: KindPerHead, Criterion: c, Left: sum, Op: op, Than: line.Limit, Ratio: line.Ratio, Heads: line.Heads, Months: line.Months})
}

// Share compares a sum with a share of another (刚性支出占收入的比例): part op ratio × whole.
func Share(c Criterion, part Sum, op Comparison, ratio Operand, whole Sum) *Node {
	return New(Spec{Kind: KindShare, Criterion: c, Left: part, Op: op, Ratio: ratio, Right: whole})
}

// InWords is met when a WordFact is one of words.
func InWords(c Criterion, f FactKey, words ...string) *Node {
	return New(Spec{Kind: KindInSet, Criterion: c, Fact: f, Words: words})
}

// InPairs is met when a PairsFact has at least one of pairs.
func InPairs(c Criterion, f FactKey, pairs ...Pair) *Node {
	return New(Spec{Kind: KindInSet, Criterion: c, Fact: f, Pairs: pairs})
}

// Age compares full years of age on the day (周岁) with n; the law's AgeRule says on which day an age is reached.
func Age(c Criterion, birth FactKey, op measure.Comparator, n int) *Node {
	return New(Spec{Kind: KindAge, Criterion: c, Fact: birth, Op: By(op), N: n})
}

// Elapsed compares the time from a date fact to the day with n units. A term of n months from a date is over on the
// corresponding day, or on the last of the month where there is none (民法典 202). A date in the future has not elapsed.
func Elapsed(c Criterion, date FactKey, op measure.Comparator, n int, u Unit) *Node {
	return New(Spec{Kind: KindElapsed, Criterion: c, Fact: date, Op: By(op), N: n, Unit: u})
}

// Before is met when a date fact lies before the day.
func Before(c Criterion, date FactKey) *Node { return Elapsed(c, date, measure.AtLeast, 1, Days) }

// EveryOf is met when kid is met by everybody in g of whom where is met (每一个); where may be nil. A list that is not known
// to be complete leaves it unknown, unless somebody fails. In Kin, kid and where speak of the relative, of the tie, and
// through Owner of the person whose relative it is.
func EveryOf(c Criterion, g Group, where, kid *Node) *Node {
	return New(Spec{Kind: KindEvery, Criterion: c, Group: g, Where: where, Kids: []*Node{kid}})
}

// AnyOf is met when kid is met by somebody in g of whom where is met (任一个). A list that is not known to be complete
// leaves it unknown, unless somebody fits.
func AnyOf(c Criterion, g Group, where, kid *Node) *Node {
	return New(Spec{Kind: KindAnyOf, Criterion: c, Group: g, Where: where, Kids: []*Node{kid}})
}

// CountOf compares the number of those in g of whom where and kid are met with n.
func CountOf(c Criterion, g Group, where, kid *Node, op measure.Comparator, n int) *Node {
	return New(Spec{Kind: KindCount, Criterion: c, Group: g, Where: where, Kids: []*Node{kid}, Op: By(op), N: n})
}

// Owner turns the view back, inside a group of kin, to the person whose kin they are.
func Owner(c Criterion, kid *Node) *Node {
	return New(Spec{Kind: KindOwner, Criterion: c, Kids: []*Node{kid}})
}

// Holds is met when the person in view has a recorded, confirmed status of the programme on the day; in a household tree,
// when every member has. It reads the fact HoldsFact(p).
func Holds(c Criterion, p ProgrammeID) *Node {
	return New(Spec{Kind: KindHolds, Criterion: c, Programme: p})
}

// HoldsFact is the key of the BoolFact, of a person, that Holds(p) reads.
func HoldsFact(p ProgrammeID) FactKey { return FactKey("person.holds." + string(p)) }

// Qualifies is met when this evaluation finds the programme met for whoever is in view, or for his household. The
// programmes of a law must not refer to each other in a circle, and Qualifies never stands under Not.
func Qualifies(c Criterion, p ProgrammeID) *Node {
	return New(Spec{Kind: KindQualifies, Criterion: c, Programme: p})
}

// Together is met when the relative in view fits the same programme in the same assessment (互为义务人的一并认定). It may stand
// in the tree of p only, inside a group of kin, and never under Not. The group is solved as a greatest fixpoint: all are
// assumed to fit, and whoever then fails is taken out until nothing changes. A result that rests on it says so.
func Together(c Criterion, p ProgrammeID) *Node {
	return New(Spec{Kind: KindTogether, Criterion: c, Programme: p})
}

// Defined is met when the definition is, for whoever is in view.
func Defined(c Criterion, d DefinitionID) *Node {
	return New(Spec{Kind: KindDefined, Criterion: c, Definition: d})
}

// Judgement is an official's recorded finding (研判): f is a BoolFact marked Judgement.
func Judgement(c Criterion, f FactKey) *Node {
	return New(Spec{Kind: KindJudgement, Criterion: c, Fact: f})
}

// OpenClause is what the act lets a lower authority add (其他情形). Where nothing is recorded it counts as not met and the
// result carries a caveat.
func OpenClause(c Criterion, k ClauseKey) *Node {
	return New(Spec{Kind: KindOpen, Criterion: c, Clause: k})
}

// Delegated is what the act requires a lower authority to set (由地方规定的标准). Where nothing is recorded it is unknown, and
// the clause is among the missing parameters.
func Delegated(c Criterion, k ClauseKey) *Node {
	return New(Spec{Kind: KindOpen, Criterion: c, Clause: k, Required: true})
}

// Custom is a function that the importer registers under this name and version; it may read these facts only.
func Custom(c Criterion, ref FunctionRef, facts ...FactKey) *Node {
	return New(Spec{Kind: KindCustom, Criterion: c, Function: ref, Facts: facts})
}

// Exception is a rule with exceptions (但书). Where exactly one exception applies, its Then decides; where none does, the
// rule. Two that apply with different outcomes are a conflict: an error that names both provisions.
func Exception(c Criterion, rule *Node, branches ...Branch) *Node {
	return New(Spec{Kind: KindException, Criterion: c, Kids: []*Node{rule}, Branches: branches})
}

// Always is a node that is always met, Never one that is never met.
func Always(c Criterion) *Node { return New(Spec{Kind: KindConst, Criterion: c, Const: Met}) }

// Never is a node that is never met.
func Never(c Criterion) *Node { return New(Spec{Kind: KindConst, Criterion: c, Const: NotMet}) }

// SevereGrades are grades one and two (一级、二级), what most acts mean by severe; which kinds count differs by act.
func SevereGrades() []identity.DisabilityGrade {
	return []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo}
}

// EachBelow iterates over the nodes directly below n in drafter's order: a quantifier's Where before its kid, a rule before its
// exceptions, of each exception When before Then.
func (n *Node) EachBelow() iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		if n.s.Where != nil && !yield(n.s.Where) {
			return
		}
		for _, k := range n.s.Kids {
			if !yield(k) {
				return
			}
		}
		for i := range n.s.Branches {
			if b := &n.s.Branches[i]; !yield(b.When) || !yield(b.Then) {
				return
			}
		}
	}
}

// Below is EachBelow as a list of the caller's own.
func (n *Node) Below() []*Node { return slices.Collect(n.EachBelow()) }
