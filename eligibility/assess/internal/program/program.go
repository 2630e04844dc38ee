// Package program is a law made ready for evaluation (规则编译): [Compile] turns the effective trees of a law into one flat
// program of ops in drafter's order, with slots in place of keys, packed days in place of ages and terms, and numbers in
// place of parameters. Package assess runs it. What can be told beforehand is settled here, bounds included, so that
// evaluation does not overflow and looks up no fact, parameter or definition by its name.
//
// A Compiled is read and never written once it is made, by as many goroutines as there are.
package program

import (
	"math"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// Compiled is what evaluation needs of a law, made once: all trees as one flat program in drafter's order, where every
// op is followed by the ops below it. Keys are slots, ages and terms are packed days, parameters are numbers.
type Compiled struct {
	Ops         []Op
	Nodes       []*eligibility.Node // of each op
	Lines       []Line
	Words       [][4]uint64
	Customs     []custom
	Gaps        [][]gap // of ops that lack a parameter
	Dict        *eligibility.Dictionary
	Query       statutes.Query
	Facts       [3][]eligibility.Fact // by scope and slot
	At          map[eligibility.ProgrammeID]int
	Programmes  []eligibility.ProgrammeID // of the statutes, by slot
	Clauses     []eligibility.ClauseKey   // that the trees mention, by slot
	Params      []eligibility.ParamKey    // that the trees read, by slot
	ByArea      []bool                    // whether a parameter may differ between town and country
	Definitions []int                     // root op by slot of the definition, −1 where not in force
	Member      int                       // root op of MemberOf, −1 where there is none
	Entries     []Entry                   // by slot of the programme
	Groups      []int                     // the programmes with Together, by slot
}

// Entry is one programme.
type Entry struct {
	Root      int // −1 where not in force
	Household bool
	Group     int // index into Groups, −1 without Together
	Next      []int
	Pay       *Payment
	Caveats   []eligibility.Caveat // of its nodes and values, whatever the case
}

type opcode uint8

// What an Op does.
const (
	OpConst     opcode = iota // arg is the truth
	OpSome                    // lo to hi of the arg kids are met: All, Any, Not, AtLeast
	OpMany                    // lo to hi of a group are met: EveryOf, AnyOf, CountOf, Holds of a household
	OpOwner                   // the kid, about the owner
	OpCall                    // the definition arg
	OpQualifies               // the programme arg
	OpTogether                // the group arg
	OpClause                  // the clause arg, not recorded
	OpPass                    // the kid: the rule that fills a clause
	OpCustom                  // the function arg
	OpException               // a rule, then When and Then of each branch
	OpRange                   // the fact lies in lo to hi
	OpWords                   // the word of the fact is in the set arg
	OpPairs                   // a pair of the fact is in lo
	OpLine                    // the line arg
)

// How it does it.
const (
	FlagMembers  = 1 << iota // of OpMany: members, not kin
	FlagWhere                // of OpMany: the first kid chooses, the second judges
	FlagFails                // of OpMany: those are counted who fail
	FlagSplit                // town and country differ
	FlagRequired             // of OpClause: unknown, not just doubtful
	FlagHouse                // of OpCall and OpQualifies: about the household
	FlagSimple               // of OpRange, OpWords and OpPairs: no parameter is missing, and none differs by area
)

// An Op is one instruction. Of two numbers index 0 is for town, 1 for country.
type Op struct {
	Code   opcode
	Flags  uint8
	From   uint8    // scope of the fact
	Cmp    [2]Order // how Lo and Hi were made
	Slot   uint16
	Gap    int32 // 1 + index into Gaps
	End    int32 // the op after all below this one
	Arg    int32 // index into the table of the code
	Late   int32 // of OpSome: the kid to come to last, 0 for none
	Lo, Hi [2]int64
	Top    int64 // a value above it says nothing: a birth after the day
}

// A gap is a parameter without a value, for town (bit 0) or country (bit 1).
type gap struct{ Param, Areas int }

type custom struct {
	F     func(statutes.View) eligibility.Truth
	Facts []eligibility.FactKey
	Reads []Term
}

// A Term is one fact of a sum or product.
type Term struct {
	Slot  uint16
	From  uint8
	Minus bool
	Heads bool // not a fact: the number of members
	Doubt int  // 1 + the slot of a clause not recorded that may leave it out
}

// A Sum adds terms up, of whoever is in view or of all members.
type Sum struct {
	Members bool
	Terms   []Term
	Plain   bool     // all terms are of one scope, and none is doubtful
	Needs   []uint64 // of a plain sum: the facts, as in a row
}

// A Product is num/den × the dynamic factors, for town and for country.
type Product struct {
	Num, Den [2]int64
	Dynamic  []Term
}

// A Line compares left × den with num × the dynamic factors × right, if there is a right sum.
type Line struct {
	Left, Right Sum
	Share       bool
	By          Product
}

// NoTop is the top of an op to which every value says something.
const NoTop = math.MaxInt64
