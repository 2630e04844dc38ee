package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// Workload B: the whole national law on one day, in a province that does not exist and has set whatever the nation
// leaves to it, over invented families with the relatives who may owe them support.

var (
	nowhere = division.MustParse("19")
	theDay  = cal.MustParse("2025-06-01")
)

// nationalLaw is the law of nowhere, with more acts.
func nationalLaw(more ...eligibility.Act) (*statutes.Law, error) {
	s, err := national.Statutes()
	if err != nil {
		return nil, err
	}
	l, err := s.At(statutes.Query{On: theDay})
	if err != nil {
		return nil, err
	}
	open := map[eligibility.ClauseKey]bool{}
	for p := range l.Programmes() {
		for _, n := range l.Walk(p.ID) {
			if s := n.Spec(); s.Kind == eligibility.KindOpen && s.Required && s.State == eligibility.NotRecorded {
				open[s.Clause] = true
			}
		}
	}
	if s, err = national.Statutes(append(more, provincial(open))...); err != nil {
		return nil, err
	}
	return s.At(statutes.Query{Division: nowhere, On: theDay, Fictitious: true})
}

// provincial sets every parameter for which the nation has no value, and fills the clauses that it must.
func provincial(open map[eligibility.ClauseKey]bool) eligibility.Act {
	act := eligibility.Act{ID: "nowhere:standards", ZH: "虚构标准", EN: "invented standards", Source: invented, In: nowhere,
		Force: cal.Since(cal.MustParse("2025-01-01"))}
	value := func(p eligibility.Parameter, a eligibility.Area, yuan int64) {
		v := eligibility.Value{Param: p.Key, Division: nowhere, Area: a, Force: act.Force, Count: 6, Comparator: measure.LessThan,
			Ratio: measure.MustParseRatio("3/5"), Money: money.Fen(yuan * 100), Per: eligibility.Monthly,
			Step: eligibility.Step{Unit: money.Fen(100), Mode: eligibility.StepUp}, Source: invented}
		act.Values = append(act.Values, only(v, p.Kind))
	}
	for _, a := range national.Acts() {
		for _, p := range a.Parameters {
			if slices.ContainsFunc(p.Set, func(d eligibility.Delegation) bool { return d.Nation }) {
				continue
			}
			if p.ByArea {
				value(p, eligibility.Urban, 760)
				value(p, eligibility.Rural, 580)
			} else {
				value(p, "", 640)
			}
		}
	}
	for k := range open {
		act.Fills = append(act.Fills, eligibility.Fill{Clause: k, Division: nowhere, Force: act.Force, State: eligibility.Enacted, Source: invented,
			Node: eligibility.Always(eligibility.Criterion{ID: "nowhere." + string(k), ZH: "一律符合", EN: "always", Source: invented})})
	}
	slices.SortFunc(act.Fills, func(a, b eligibility.Fill) int { return strings.Compare(string(a.Clause), string(b.Clause)) })
	return act
}

// only clears what a value of this kind does not have.
func only(v eligibility.Value, k eligibility.ParamKind) eligibility.Value {
	w := eligibility.Value{Param: v.Param, Division: v.Division, Area: v.Area, Force: v.Force, Source: v.Source}
	switch k {
	case eligibility.MoneyParam:
		w.Money, w.Per = v.Money, v.Per
	case eligibility.RatioParam:
		w.Ratio = v.Ratio
	case eligibility.CountParam:
		w.Count = v.Count
	case eligibility.ComparatorParam:
		w.Comparator = v.Comparator
	case eligibility.RoundingParam:
		w.Step = v.Step
	}
	return w
}

// society is n people in families: the household, and relatives outside it who may owe support.
type society struct {
	shape batch.Shape
	age   []int64
	ties  []string // the relation of each tie
}

func families(d *dice, n int) society {
	s := society{shape: batch.Shape{People: []int32{0}, Ties: []int32{0}}}
	for len(s.age) < n {
		first := int32(len(s.age))
		head := 20 + d.roll(70)
		ages := []int64{head}
		relation := map[[2]int]string{}
		pair := func(a, b int, is, back string) { relation[[2]int{a, b}], relation[[2]int{b, a}] = is, back }
		add := func(age int64) int { ages = append(ages, max(age, 0)); return len(ages) - 1 }
		spouse := -1
		if d.roll(10) < 6 {
			spouse = add(head - 5 + d.roll(11))
			pair(0, spouse, "spouse", "spouse")
		}
		for range d.roll(4) { // children: those past thirty have left, as relatives
			child := add(head - 22 - d.roll(12))
			pair(0, child, "child", "parent")
			if spouse >= 0 {
				pair(spouse, child, "child", "parent")
			}
		}
		for range d.roll(3) {
			parent := add(head + 20 + d.roll(15))
			pair(0, parent, "parent", "child")
		}
		s.age = append(s.age, ages...)
		s.shape.People = append(s.shape.People, int32(len(s.age)))
		for a := range ages {
			for b := range ages {
				if is, ok := relation[[2]int{a, b}]; ok {
					s.shape.Kin = append(s.shape.Kin, first+int32(b))
					s.ties = append(s.ties, is)
				}
			}
			s.shape.Ties = append(s.shape.Ties, int32(len(s.shape.Kin)))
		}
	}
	return s
}

// populate makes a batch of n people for the national law. Of 100 facts about three are unknown and ten not verified.
func populate(dict *eligibility.Dictionary, n int) (*batch.Batch, error) {
	d := dice(7)
	s := families(&d, n)
	b, err := batch.Shaped(dict, s.shape)
	if err != nil {
		return nil, err
	}
	for f := range dict.All() {
		if err := invents(b, f, &d, &s); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Key, err)
		}
	}
	return b, b.Check()
}

// likely are the facts that hold of most people.
var likely = []string{"complete", "lives_together", "hukou_here", "support_bond", "fits_", "guardian_capable", "dependent", "able_to_work"}

// invents fills the column of one fact.
func invents(b *batch.Batch, f eligibility.Fact, d *dice, s *society) error {
	rows := b.Rows(f.Scope)
	var put func(row int)
	var err error
	switch f.Kind {
	case eligibility.BoolFact:
		odds := int64(10)
		for _, l := range likely {
			if strings.Contains(string(f.Key), l) {
				odds = 88
			}
		}
		var c []uint64
		c, err = b.Flags(f.Key)
		put = func(row int) { c[row>>6] |= uint64(bit(d.roll(100) < odds)) << (row & 63) }
	case eligibility.MoneyFact:
		var c []int64
		c, err = b.Money(f.Key)
		put = func(row int) {
			if d.roll(100) < 12 {
				c[row] = d.roll(900_000)
			}
		}
	case eligibility.CountFact:
		var c []uint8
		c, err = b.Small(f.Key)
		put = func(row int) { c[row] = uint8(d.roll(10) / 8) }
	case eligibility.DateFact:
		var c []int32
		c, err = b.Days(f.Key)
		put = func(row int) {
			years := d.roll(5)
			if f.Key == "person.birth" {
				years = s.age[row]
			}
			c[row] = batch.PackDay(theDay.AddYears(-int(years)).AddDays(-int(d.roll(365))))
		}
	case eligibility.PairsFact:
		var c []uint8
		c, err = b.Small(f.Key)
		put = func(row int) {
			if d.roll(100) < 12 {
				c[row] = uint8((1+d.roll(6))*8 + 1 + d.roll(4))
			}
		}
	case eligibility.WordFact:
		words := int64(len(f.Words))
		var c []uint8
		c, err = b.Small(f.Key)
		put = func(row int) {
			if f.Key == "tie.relation" {
				c[row] = uint8(slices.IndexFunc(f.Words, func(w eligibility.Word) bool { return w.Key == s.ties[row] }))
			} else if d.roll(100) < 25 {
				c[row] = uint8(d.roll(words))
			}
		}
	}
	if err != nil {
		return err
	}
	known, err := b.Known(f.Key)
	if err != nil {
		return err
	}
	verified, err := b.Verified(f.Key)
	if err != nil {
		return err
	}
	for row := range rows {
		put(row)
		if d.roll(100) < 3 {
			known[row>>6] &^= 1 << (row & 63)
		}
		verified[row>>6] |= uint64(bit(d.roll(10) > 0)) << (row & 63)
	}
	return nil
}
