package batch

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
)

// A Plan is the effective trees of some programmes of one Law as a list of steps over blocks of 64 rows (批量计划). It is
// immutable and safe for concurrent use.
type Plan struct {
	law    *eligibility.Law
	dict   *eligibility.Dictionary
	heads  []head
	steps  []step
	values []value  // bits: planes of met and not met
	nums   []number // numbers a row, such as sums
	forms  []form
	// Places of the facts the engine reads itself.
	membersComplete, kinComplete int32
}

// A head is what comes out for one programme.
type head struct {
	id       eligibility.ProgrammeID
	level    level
	truth    ref
	conflict ref
}

// A value is a truth a row of its level: two planes, met and not met.
type value struct{ level level }

// A number is an int64 a row of its level with a plane that tells where it is known.
type number struct {
	level level
}

// A ref is a value, or its negation: the planes exchanged. The first two values are constants.
type ref int32

const (
	always  ref = 0
	never   ref = 1
	unknown ref = 2
)

func (r ref) value() int32 { return int32(r >> 1) }
func (r ref) not() ref {
	if r == unknown {
		return r
	}
	return r ^ 1
}

// An operand is one side of a comparison: a constant, a column, or a number.
type operand struct {
	kind operandKind
	at   int32 // fact or number
	c    int64 // the constant
}

type operandKind uint8

const (
	constant operandKind = iota
	fromFact
	fromNumber
)

type opcode uint8

const (
	opRange     opcode = iota // x lies in lo … hi
	opLess                    // a × x < c × y
	opEqual                   // a × x = c × y
	opClass                   // x is in each of several sets: outs
	opAnd                     // all kids
	opAtLeast                 // n kids or more
	opChoose                  // kids[1] where kids[0] is met, kids[2] where it is not met
	opException               // kids: the rule, then when and then of each branch
	opClash                   // of the same kids: two exceptions apply and say different things
	opFirm                    // where kids[0] is what n says, open nowhere
	opCustom                  // a form of the caller
	opSpread                  // a household's truth, or a person's, to all below: people, ties
	opGather                  // a relative's truth to the tie that leads to him
	opEvery                   // all below: a household's people, a person's ties
	opCount                   // how many below lie in lo … hi
	opAssume                  // of everybody: met, or with n isOpen not met
	opRepeat                  // back to step n until the assumption kids[0] is what kids[1] says
	opSum                     // numbers added up in a row
	opProduct                 // numbers multiplied in a row
	opMembers                 // a number of people added up over those of whom kids[0] is met
	opHeads                   // how many of the household's people kids[0] is met for
	opSpreadNum
	opGatherNum
)

// What opFirm asks.
const (
	isMet      = iota
	isOpen     // unknown
	isPossible // met or unknown
)

// A step computes one value or number, or several, for all rows of a level.
type step struct {
	op       opcode
	level    level // of what comes out
	below    level // of what is looked through: opEvery, opCount, opMembers, opHeads, opSpread, opGather
	complete bool  // opEvery, opCount: a list not known to be complete leaves it open
	out      int32
	outs     []int32
	kids     []ref
	terms    []term
	x, y     operand
	lo, hi   int64
	a, c     int64
	n        int
	class    *class
	form     int32
	loops    uint64 // the assumptions it rests on
	node     string // the criterion it comes from, for errors
}

// A term is one addend of an opSum, or one factor of an opProduct.
type term struct {
	operand
	minus bool
}

// A class sorts the values of a column into up to eight sets by one look at a table.
type class struct {
	table [256]uint8
	sets  [][4]uint64
}

// A Form is the batch form of a custom function (自定义函数的批量形式). Judge gets up to 64 rows and returns for which of them
// the function is met and for which it is not met, a bit a row, and no row in both; it must say what Function.Eval says. It may run in many goroutines at
// once and must not keep the block.
type Form struct {
	Ref   eligibility.FunctionRef
	Judge func(*Block) (met, notMet uint64)
}

// Block is up to 64 rows of the facts a custom function declared, in the order of its node (数据块). Known[i] has a bit for every row in
// which fact i is known; Values[i] holds its values as Case.Get gives them, 0 where it is not known.
type Block struct {
	Known  []uint64
	Values [][64]int64
}

type form struct {
	ref   eligibility.FunctionRef
	judge func(*Block) (met, notMet uint64)
}

// Compile makes a plan of these programmes of a law, or of all in force when none is named. A programme that is not in
// force is ErrProgramme; a custom function without a form is ErrNotExpressed, with the programme as path and the
// criterion's ID.
func Compile(l *eligibility.Law, programmes ...eligibility.ProgrammeID) (*Plan, error) {
	return CompileWith(l, nil, programmes...)
}

// CompileWith is Compile with batch forms of the law's custom functions.
func CompileWith(l *eligibility.Law, forms []Form, programmes ...eligibility.ProgrammeID) (*Plan, error) {
	if len(programmes) == 0 {
		for p := range l.Programmes() {
			programmes = append(programmes, p.ID)
		}
	}
	b := newBuilder(l, forms)
	for _, id := range programmes {
		if slices.ContainsFunc(b.plan.heads, func(h head) bool { return h.id == id }) {
			continue
		}
		t, unit, err := b.programme(id)
		if err != nil {
			return nil, faultAt(err, id)
		}
		to := placeOf(unit)
		b.plan.heads = append(b.plan.heads, head{id, unit, b.lift(t.at, to).ref, b.lift(t.conflict, to).ref})
	}
	if !b.plan.rest() {
		return nil, catalogue().New(ErrTooMany)
	}
	return b.plan, nil
}

// Law returns the law that was compiled.
func (p *Plan) Law() *eligibility.Law { return p.law }

// Programmes returns the programmes of the plan, in the order compiled.
func (p *Plan) Programmes() []eligibility.ProgrammeID {
	ids := make([]eligibility.ProgrammeID, len(p.heads))
	for i, h := range p.heads {
		ids[i] = h.id
	}
	return ids
}

// rest finds which steps rest on which assumption: what a repetition has to do again. A word has room for 64 of them.
func (p *Plan) rest() bool {
	values, nums := make([]uint64, len(p.values)), make([]uint64, len(p.nums))
	loop := 0
	for i := range p.steps {
		s := &p.steps[i]
		for _, k := range s.kids {
			s.loops |= values[k.value()]
		}
		if s.op == opRepeat {
			s.loops = values[s.kids[0].value()]
		}
		for _, x := range append([]term{{operand: s.x}, {operand: s.y}}, s.terms...) {
			if x.kind == fromNumber {
				s.loops |= nums[x.at]
			}
		}
		if s.op == opAssume {
			s.loops |= 1 << loop
			loop++
		}
		for _, o := range s.outs {
			values[o] |= s.loops
		}
		switch s.op {
		case opSum, opProduct, opMembers, opHeads, opSpreadNum, opGatherNum:
			nums[s.out] |= s.loops
		case opRepeat, opClass:
		default:
			values[s.out] |= s.loops
		}
	}
	return loop <= 64
}
