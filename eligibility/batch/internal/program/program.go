// Package program runs steps over columns: the machine of package batch.
package program

import (
	"slices"

	"github.com/shegong/shegong/eligibility/batch/internal/column"
)

// A Program is trees as a list of steps. It is immutable once Rest has been called.
type Program struct {
	Steps  []Step
	Values []Value  // bits: planes of met and not met
	Nums   []Number // numbers a row, such as sums
	Forms  []func(*Block) (met, notMet uint64)
	// The facts that tell whether lists are complete.
	MembersComplete, KinComplete int32
}

// A Value is a truth a row of its level: two planes, met and not met.
type Value struct{ Level column.Level }

// A Number is an int64 a row of its level with a plane that tells where it is known.
type Number struct {
	Level column.Level
}

// A Ref is a value, or its negation: the planes exchanged. The first two values are constants.
type Ref int32

// The constants.
const (
	Always  Ref = 0
	Never   Ref = 1
	Unknown Ref = 2
)

// Value is the value.
func (r Ref) Value() int32 { return int32(r >> 1) }

// Not is the negation.
func (r Ref) Not() Ref {
	if r == Unknown {
		return r
	}
	return r ^ 1
}

// An Operand is one side of a comparison: a constant, a column, or a number.
type Operand struct {
	Kind OperandKind
	At   int32 // fact or number
	C    int64 // the constant
}

// OperandKind is what an operand is.
type OperandKind uint8

// The kinds of operands.
const (
	Constant OperandKind = iota
	FromFact
	FromNumber
)

// Opcode is what a step does.
type Opcode uint8

// The steps.
const (
	Range        Opcode = iota // x lies in lo … hi
	Less                       // a × x < c × y
	Equal                      // a × x = c × y
	Classify                   // x is in each of several sets: outs
	And                        // all kids
	AtLeast                    // n kids or more
	Choose                     // kids[1] where kids[0] is met, kids[2] where it is not met
	Exception                  // kids: the rule, then when and then of each branch
	Clash                      // of the same kids: two exceptions apply and say different things
	Firm                       // where kids[0] is what n says, open nowhere
	Custom                     // a form of the caller
	Spread                     // a household's truth, or a person's, to all below: people, ties
	Gather                     // a relative's truth to the tie that leads to him
	Every                      // all below: a household's people, a person's ties
	Count                      // how many below lie in lo … hi
	Assume                     // of everybody: met, or with n IsOpen not met
	Repeat                     // back to step n until the assumption kids[0] is what kids[1] says
	Sum                        // numbers added up in a row
	Product                    // numbers multiplied in a row
	Members                    // a number of people added up over those of whom kids[0] is met
	Heads                      // how many of the household's people kids[0] is met for
	SpreadNumber               // a number of a household, or a person, to all below
	GatherNumber               // a relative's number to the tie that leads to him
)

// What Firm asks.
const (
	IsMet      = iota
	IsOpen     // unknown
	IsPossible // met or unknown
)

// A Step computes one value or number, or several, for all rows of a level.
type Step struct {
	Op       Opcode
	Level    column.Level // of what comes out
	Below    column.Level // of what is looked through: Every, Count, Members, Heads, Spread, Gather
	Complete bool         // Every, Count: a list not known to be complete leaves it open
	Out      int32
	Outs     []int32
	Kids     []Ref
	Terms    []Term
	Short    []Term // how a Sum is added up: from another one on, if that takes fewer terms
	X, Y     Operand
	Lo, Hi   int64
	A, C     int64
	N        int
	Class    *Table
	Form     int32
	Loops    uint64 // the assumptions it rests on
	Node     string // the criterion it comes from, for errors
}

// A Term is one addend of a Sum, or one factor of a Product.
type Term struct {
	Operand
	Minus bool
}

// A Table sorts the values of a column into up to eight sets by one look at a table.
type Table struct {
	Of   [256]uint64 // the answers, as column.BytesClassed reads them
	Sets [][4]uint64
}

// A Block is what a form of the caller gets: 64 rows of facts.
type Block struct {
	Known  []uint64
	Values [][64]int64
}

// Rest finds which steps rest on which assumption: what a repetition has to do again. A word has room for 64 of them.
func (p *Program) Rest() bool {
	values, nums := make([]uint64, len(p.Values)), make([]uint64, len(p.Nums))
	loop := 0
	for i := range p.Steps {
		s := &p.Steps[i]
		for _, k := range s.Kids {
			s.Loops |= values[k.Value()]
		}
		if s.Op == Repeat {
			s.Loops = values[s.Kids[0].Value()]
		}
		for _, x := range slices.Concat([]Term{{Operand: s.X}, {Operand: s.Y}}, s.Terms, s.Short) {
			if x.Kind == FromNumber {
				s.Loops |= nums[x.At]
			}
		}
		if s.Op == Sum {
			if s.Short == nil {
				s.Short = slices.Clone(s.Terms)
			}
			slices.SortStableFunc(s.Short, func(a, b Term) int { // what is taken away last
				if a.Minus == b.Minus {
					return 0
				} else if b.Minus {
					return -1
				}
				return 1
			})
		}
		if s.Class != nil {
			s.Class.fill()
		}
		if s.Op == Assume {
			s.Loops |= 1 << loop
			loop++
		}
		for _, o := range s.Outs {
			values[o] |= s.Loops
		}
		switch s.Op {
		case Sum, Product, Members, Heads, SpreadNumber, GatherNumber:
			nums[s.Out] |= s.Loops
		case Repeat, Classify:
		default:
			values[s.Out] |= s.Loops
		}
	}
	return loop <= 64
}

func (t *Table) fill() {
	lanes := column.Lanes(len(t.Sets))
	for v := range t.Of {
		for j, set := range t.Sets {
			t.Of[v] |= set[v>>6] >> (v & 63) & 1 << (j * lanes)
		}
	}
}
