package batch

import (
	"fmt"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/column"
	"github.com/shegong/shegong/eligibility/batch/internal/program"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/fault"
)

// place is where a truth stands in the view of a criterion: whom it is about. Truths are kept at the lowest place that
// says all of them and moved down only where two places meet.
type place uint8

const (
	ofHousehold place = iota
	ofPerson
	ofKin   // a person, seen through a tie as the relative
	ofOwner // a person, seen through a tie as the one whose relative it is
	ofTie
)

func (p place) level() level {
	switch p {
	case ofHousehold:
		return household
	case ofTie:
		return tie
	}
	return person
}

func placeOf(l level) place { return [...]place{ofHousehold, ofPerson, ofTie}[l] }

// An at is a truth with its place.
type at struct {
	ref   ref
	place place
}

// found is what a tree comes to: the truth, and whether two exceptions contradicted each other on the way.
type found struct{ at, conflict at }

var (
	metEverywhere = at{always, ofHousehold}
	metNowhere    = at{never, ofHousehold}
	openHere      = at{unknown, ofHousehold}
)

// builder turns trees into steps. What has been built before, by whatever tree, is not built again.
type builder struct {
	law        *statutes.Law
	plan       *Plan
	facts      map[eligibility.FactKey]int32
	kinds      []eligibility.Fact
	forms      map[eligibility.FunctionRef]int32
	steps      map[string]int32 // what a step gives, by what it does
	classes    map[int32][]int  // class steps by fact
	trees      map[tree]found
	programmes map[eligibility.ProgrammeID]*goal
	member     *found
	node       string // the criterion in view
	counted    bool   // a leaf has looked at all members
}

type tree struct {
	node *eligibility.Node
	view level
}

// A goal is a programme while and after it is built.
type goal struct {
	unit    level
	truth   found
	done    bool
	assumed bool // somebody asked for Together
	assume  int32
	doubted bool // and there may be conflicts
	doubt   int32
	from    int // the first step after the assumptions
}

func newBuilder(l *statutes.Law, forms []Form) *builder {
	plan := &Plan{law: l, dict: l.Dictionary(), program: program.Program{Values: make([]program.Value, 2)}}
	b := &builder{law: l, plan: plan,
		facts: map[eligibility.FactKey]int32{}, forms: map[eligibility.FunctionRef]int32{},
		steps: map[string]int32{}, classes: map[int32][]int{}, trees: map[tree]found{},
		programmes: map[eligibility.ProgrammeID]*goal{}}
	for f := range b.plan.dict.All() {
		b.facts[f.Key] = int32(len(b.kinds))
		b.kinds = append(b.kinds, f)
	}
	plan.program.MembersComplete = b.facts[eligibility.MembersComplete]
	plan.program.KinComplete = b.facts[eligibility.KinComplete]
	for i, f := range forms {
		b.forms[f.Ref] = int32(i)
		judge := func(p *program.Block) (met, notMet uint64) { return f.Judge((*Block)(p)) }
		plan.program.Forms = append(plan.program.Forms, judge)
	}
	return b
}

func faultAt(err error, id eligibility.ProgrammeID) error {
	if f, ok := err.(fault.Fault); ok {
		return f.At(string(id))
	}
	return err
}

func (b *builder) fail(c fault.Code) error { return catalogue().New(c, "node", b.node) }

// programme builds a programme, once, and returns what it comes to and its unit.
func (b *builder) programme(id eligibility.ProgrammeID) (found, level, error) {
	if g := b.programmes[id]; g != nil {
		if !g.done { // the statutes allow no circle, but for Together
			return found{}, 0, b.fail(ErrProgramme)
		}
		return g.truth, g.unit, nil
	}
	p, ok := b.law.Programme(id)
	if !ok {
		return found{}, 0, b.fail(ErrProgramme)
	}
	g := &goal{unit: column.LevelOf(p.Unit)}
	b.programmes[id] = g
	t, err := b.build(p.Root, g.unit)
	if err != nil {
		return found{}, 0, err
	}
	if g.assumed {
		t.at = b.lift(t.at, ofPerson)
		b.repeat(g, g.assume, t.at.ref)
	}
	if g.doubted {
		t.conflict = b.lift(t.conflict, ofPerson)
		b.repeat(g, g.doubt, t.conflict.ref)
	}
	g.truth, g.done = t, true
	return t, g.unit, nil
}

func (b *builder) repeat(g *goal, assumed int32, r ref) {
	b.plan.program.Steps = append(b.plan.program.Steps, step{Op: program.Repeat, Level: person,
		Out: -1, N: g.from, Kids: []ref{ref(assumed << 1), r}})
}

// together is what is assumed of everybody while the programme is solved: that he fits, and that there is no conflict.
func (b *builder) together(id eligibility.ProgrammeID) (found, error) {
	g := b.programmes[id]
	if g == nil {
		return found{}, b.fail(ErrProgramme)
	}
	if !g.assumed {
		g.assumed, g.assume = true, b.assumption(program.IsMet)
		if b.clashes() {
			g.doubted, g.doubt = true, b.assumption(program.IsOpen)
		}
		g.from = len(b.plan.program.Steps)
	}
	f := found{at{ref(g.assume << 1), ofPerson}, metNowhere}
	if g.doubted {
		f.conflict = at{ref(g.doubt << 1), ofPerson}
	}
	return f, nil
}

func (b *builder) assumption(n int) int32 {
	v := b.newValue(person)
	b.plan.program.Steps = append(b.plan.program.Steps, step{Op: program.Assume, Level: person, Out: v, N: n})
	return v
}

// clashes reports whether any tree of the law has two exceptions to one rule, so that there can be a conflict at all.
func (b *builder) clashes() bool {
	for p := range b.law.Programmes() {
		for _, n := range b.law.Walk(p.ID) {
			if n.Kind() == eligibility.KindException && len(n.Spec().Branches) > 1 {
				return true
			}
		}
	}
	return false
}

func (b *builder) newValue(l level) int32 {
	b.plan.program.Values = append(b.plan.program.Values, program.Value{Level: l})
	return int32(len(b.plan.program.Values) - 1)
}

// emit adds a step that gives a truth, or finds the one that gives it already.
func (b *builder) emit(s step) ref {
	s.Node = ""
	key := fmt.Sprint(s)
	if v, ok := b.steps[key]; ok {
		return ref(v << 1)
	}
	s.Node, s.Out = b.node, b.newValue(s.Level)
	b.steps[key] = s.Out
	b.plan.program.Steps = append(b.plan.program.Steps, s)
	return ref(s.Out << 1)
}

// emitNumber is emit for steps that give a number.
func (b *builder) emitNumber(s step) operand {
	s.Node = ""
	key := fmt.Sprint(s)
	v, ok := b.steps[key]
	if !ok {
		v = int32(len(b.plan.program.Nums))
		b.plan.program.Nums = append(b.plan.program.Nums, program.Number{Level: s.Level})
		s.Node, s.Out = b.node, v
		b.steps[key] = v
		b.plan.program.Steps = append(b.plan.program.Steps, s)
	}
	return operand{Kind: fromNumber, At: v}
}

// lift moves a truth down to a place: of a household to its people, of a person to his ties.
func (b *builder) lift(a at, to place) at {
	switch {
	case a.ref.Value() < 2 || a.place == to:
		return at{a.ref, to}
	case a.place == ofHousehold && to.level() == person:
		return at{b.move(a.ref, step{Op: program.Spread, Level: person, Below: household}), to}
	case a.place == ofHousehold:
		return b.lift(b.lift(a, ofOwner), ofTie)
	case a.place == ofOwner && to == ofTie:
		return at{b.move(a.ref, step{Op: program.Spread, Level: tie, Below: person}), ofTie}
	}
	return at{b.move(a.ref, step{Op: program.Gather, Level: tie, Below: person}), ofTie}
}

// move emits a step over one kid; of a negated kid the result is negated, so that both share the step.
func (b *builder) move(r ref, s step) ref {
	s.Kids = []ref{r &^ 1}
	return b.emit(s) | r&1
}

// meet is the place where truths of two places can be told together.
func meet(p, q place) place {
	switch {
	case p == q || q == ofHousehold:
		return p
	case p == ofHousehold:
		return q
	}
	return ofTie
}

// and is met where all are. Truths of one place are joined there before they are moved.
func (b *builder) and(kids ...at) at {
	var groups [ofTie + 1][]ref
	for _, k := range kids {
		switch k.ref {
		case always:
		case never:
			return metNowhere
		default:
			groups[k.place] = append(groups[k.place], k.ref)
		}
	}
	to, any := ofHousehold, false
	for p, g := range groups {
		if len(g) > 0 {
			to, any = meet(to, place(p)), true
		}
	}
	if !any {
		return metEverywhere
	}
	for p := ofHousehold; p < to; p++ {
		if g := groups[p]; len(g) > 0 {
			down := to
			if p == ofHousehold && to == ofTie { // as far as a person, if there are truths of persons
				if down = ofOwner; len(groups[ofKin]) > 0 {
					down = ofKin
				}
			}
			a := b.lift(at{b.all(p, g), p}, down)
			groups[down] = append(groups[down], a.ref)
		}
	}
	return at{b.all(to, groups[to]), to}
}

// all is and at one place.
func (b *builder) all(p place, kids []ref) ref {
	slices.Sort(kids)
	if kids = slices.Compact(kids); len(kids) == 1 {
		return kids[0]
	}
	return b.emit(step{Op: program.And, Level: p.level(), Kids: kids})
}

func (a at) not() at { return at{a.ref.Not(), a.place} }

// or is met where one is.
func (b *builder) or(kids ...at) at {
	none := make([]at, len(kids))
	for i, k := range kids {
		none[i] = k.not()
	}
	return b.and(none...).not()
}

// align moves truths to the place where all can be told together.
func (b *builder) align(kids ...at) (refs []ref, to place) {
	for _, k := range kids {
		if k.ref.Value() >= 2 {
			to = meet(to, k.place)
		}
	}
	for _, k := range kids {
		refs = append(refs, b.lift(k, to).ref)
	}
	return refs, to
}

// seen relabels what is true of a person when the view is that of a tie.
func (f found) seen(as place) found {
	for _, a := range []*at{&f.at, &f.conflict} {
		if a.place == ofPerson {
			a.place = as
		}
	}
	return f
}
