package batch

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/program"
	"github.com/shegong/shegong/eligibility/statutes"
)

// A Plan is the effective trees of some programmes of one Law as a list of steps over blocks of 64 rows (批量计划). It is
// immutable and safe for concurrent use.
type Plan struct {
	law     *statutes.Law
	dict    *eligibility.Dictionary
	heads   []head
	program program.Program
}

// A head is what comes out for one programme.
type head struct {
	id       eligibility.ProgrammeID
	level    level
	truth    ref
	conflict ref
}

// Short names of what the builder makes.
type (
	ref     = program.Ref
	step    = program.Step
	operand = program.Operand
	term    = program.Term
)

const (
	always     = program.Always
	never      = program.Never
	unknown    = program.Unknown
	constant   = program.Constant
	fromFact   = program.FromFact
	fromNumber = program.FromNumber
)

// A Form is the batch form of a custom function (自定义函数的批量形式). Judge gets up to 64 rows and returns for which of them
// the function is met and for which it is not met, a bit a row, and no row in both; it must say what Function.Eval
// says. It may run in many goroutines at once and must not keep the block.
type Form struct {
	Ref   eligibility.FunctionRef
	Judge func(*Block) (met, notMet uint64)
}

// Block is up to 64 rows of the facts a custom function declared, in the order of its node (数据块). Known[i] has a bit
// for every row in which fact i is known; Values[i] holds its values as Case.Get gives them, 0 where it is not known.
type Block struct {
	Known  []uint64
	Values [][64]int64
}

// Compile makes a plan of these programmes of a law, or of all in force when none is named. A programme that is not in
// force is ErrProgramme; a custom function without a form is ErrNotExpressed, with the programme as path and the
// criterion's ID.
func Compile(l *statutes.Law, programmes ...eligibility.ProgrammeID) (*Plan, error) {
	return CompileWith(l, nil, programmes...)
}

// CompileWith is Compile with batch forms of the law's custom functions.
func CompileWith(l *statutes.Law, forms []Form, programmes ...eligibility.ProgrammeID) (*Plan, error) {
	if l.Dictionary() == nil {
		return nil, catalogue().New(ErrDictionary)
	}
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
	if !b.plan.program.Rest() {
		return nil, catalogue().New(ErrTooMany)
	}
	return b.plan, nil
}

// Law returns the law that was compiled.
func (p *Plan) Law() *statutes.Law { return p.law }

// Programmes returns the programmes of the plan, in the order compiled.
func (p *Plan) Programmes() []eligibility.ProgrammeID {
	ids := make([]eligibility.ProgrammeID, len(p.heads))
	for i, h := range p.heads {
		ids[i] = h.id
	}
	return ids
}
