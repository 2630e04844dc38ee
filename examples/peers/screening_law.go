package main

import (
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// The facts of workload A.
const (
	income       eligibility.FactKey = "household.income"
	standard     eligibility.FactKey = "household.standard" // a column, since the batch covers many counties
	assets       eligibility.FactKey = "household.assets"
	houses       eligibility.FactKey = "household.houses"
	vehicles     eligibility.FactKey = "household.vehicles"
	exempt       eligibility.FactKey = "household.vehicle_exempt"
	age          eligibility.FactKey = "person.age"
	disability   eligibility.FactKey = "person.disability"
	obligors     eligibility.FactKey = "person.obligors"
	withoutMeans eligibility.FactKey = "person.obligors_without_means"
)

var screened = [...]eligibility.ProgrammeID{"dibao", "marginal", "tekun", "care"}

// drafter numbers the criteria of an invented act.
type drafter struct{ n int }

var invented = vocab.Source{Document: "虚构办法", Article: "第一条", Provenance: vocab.Fictitious}

func (d *drafter) next() eligibility.Criterion {
	d.n++
	id := "c" + strconv.Itoa(d.n)
	return eligibility.Criterion{ID: id, ZH: id, EN: id, Source: invented}
}

func (d *drafter) count(f eligibility.FactKey, op measure.Comparator, n int64) *eligibility.Node {
	return eligibility.Compare(d.next(), f, eligibility.By(op), eligibility.Number(n))
}

// perHead compares a household fact with ratio × months standards a head.
func (d *drafter) perHead(f eligibility.FactKey, op measure.Comparator, ratio string, months int64) *eligibility.Node {
	return eligibility.PerHead(d.next(), eligibility.Total(f), eligibility.By(op), eligibility.Line{
		Limit: eligibility.FactOf(standard), Ratio: eligibility.Times(measure.MustParseRatio(ratio)),
		Heads: eligibility.Heads(), Months: eligibility.Number(months)})
}

func (d *drafter) poor() *eligibility.Node { return d.perHead(income, measure.LessThan, "1", 1) }

func (d *drafter) property() *eligibility.Node {
	return eligibility.All(d.next(), d.perHead(assets, measure.AtMost, "1", 24), d.count(houses, measure.AtMost, 1),
		eligibility.Any(d.next(), d.count(vehicles, measure.Exactly, 0), eligibility.Is(d.next(), exempt)))
}

// screeningLaw is workload A as a law.
func screeningLaw() (*statutes.Law, error) {
	fact := func(s eligibility.Scope, k eligibility.FactKind, keys ...eligibility.FactKey) (facts []eligibility.Fact) {
		for _, key := range keys {
			facts = append(facts, eligibility.Fact{Key: key, Scope: s, Kind: k, ZH: string(key), EN: string(key)})
		}
		return facts
	}
	facts := fact(eligibility.PerHousehold, eligibility.MoneyFact, income, standard, assets)
	facts = append(facts, fact(eligibility.PerHousehold, eligibility.CountFact, houses, vehicles)...)
	facts = append(facts, fact(eligibility.PerHousehold, eligibility.BoolFact, exempt)...)
	facts = append(facts, fact(eligibility.PerPerson, eligibility.CountFact, age, obligors, withoutMeans)...)
	facts = append(facts, fact(eligibility.PerPerson, eligibility.PairsFact, disability)...)
	dict, err := eligibility.NewDictionary(facts...)
	if err != nil {
		return nil, err
	}
	var d drafter
	grades := func(n int) []identity.DisabilityGrade {
		return []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree}[:n]
	}
	listed := append(eligibility.Severe(grades(1), identity.Visual), eligibility.Severe(grades(2), identity.Limb)...)
	listed = append(listed, eligibility.Severe(grades(3), identity.Intellectual, identity.Mental)...)
	severe := append(eligibility.Severe(grades(2)), eligibility.Severe(grades(2), identity.Multiple)...)
	roots := [...]*eligibility.Node{
		eligibility.All(d.next(), d.poor(), d.property()),
		eligibility.All(d.next(), d.perHead(income, measure.AtLeast, "1", 1), d.perHead(income, measure.LessThan, "3/2", 1), d.property()),
		eligibility.All(d.next(),
			eligibility.Any(d.next(), d.count(age, measure.AtLeast, 60), d.count(age, measure.LessThan, 16),
				eligibility.InPairs(d.next(), disability, listed...)),
			d.poor(), d.property(),
			eligibility.Any(d.next(), d.count(obligors, measure.Exactly, 0),
				eligibility.Compare(d.next(), withoutMeans, eligibility.By(measure.Exactly), eligibility.FactOf(obligors)))),
		eligibility.InPairs(d.next(), disability, severe...),
	}
	act := eligibility.Act{ID: "screening", ZH: "虚构办法", EN: "an invented act", Source: invented,
		Force: cal.Since(cal.MustParse("2020-01-01")),
		Definitions: []eligibility.Definition{{ID: eligibility.MemberOf, ZH: "家庭成员", EN: "member", Scope: eligibility.PerPerson,
			Root: eligibility.Always(d.next()), Source: invented}}}
	for i, id := range screened {
		act.Programmes = append(act.Programmes, eligibility.Programme{ID: id, ZH: string(id), EN: string(id),
			Unit: eligibility.PerPerson, Root: roots[i], Source: invented})
	}
	s, err := statutes.New(dict, nil, act)
	if err != nil {
		return nil, err
	}
	return s.At(statutes.Query{On: cal.MustParse("2024-01-01"), Fictitious: true})
}

// shape says who lives where.
func (p *population) shape() batch.Shape {
	s := batch.Shape{People: make([]int32, 1, len(p.homes)+1)}
	for _, h := range p.homes {
		s.People = append(s.People, h.first+h.size)
	}
	return s
}

// loader is the columns of a batch, fetched.
type loader struct {
	b   *batch.Batch
	err error
}

func column[T any](l *loader, of func(eligibility.FactKey) ([]T, error), k eligibility.FactKey) []T {
	c, err := of(k)
	if err != nil {
		l.err = err
	}
	return c
}

// load writes the population into the columns of a batch of its shape.
func (p *population) load(b *batch.Batch) error {
	l := &loader{b: b}
	money := [...][]int64{column(l, b.Money, income), column(l, b.Money, standard), column(l, b.Money, assets)}
	house, vehicle := column(l, b.Small, houses), column(l, b.Small, vehicles)
	free, complete := column(l, b.Flags, exempt), column(l, b.Flags, eligibility.MembersComplete)
	years, pairs := column(l, b.Small, age), column(l, b.Small, disability)
	kin, poorKin := column(l, b.Small, obligors), column(l, b.Small, withoutMeans)
	if l.err != nil {
		return l.err
	}
	for i := range complete {
		complete[i] = ^uint64(0)
	}
	n := len(p.homes)
	in, std, own, house, vehicle := money[0][:n], money[1][:n], money[2][:n], house[:n], vehicle[:n]
	var flags uint64
	for i := range p.homes {
		h := &p.homes[i]
		in[i], std[i], own[i] = h.income, h.standard, h.assets
		house[i], vehicle[i] = h.houses, h.vehicles
		flags |= uint64(bit(h.exempt)) << (i & 63)
		if i&63 == 63 || i == n-1 {
			free[i>>6], flags = flags, 0
		}
	}
	n = len(p.residents)
	years, pairs, kin, poorKin = years[:n], pairs[:n], kin[:n], poorKin[:n]
	for i := range p.residents {
		r := &p.residents[i]
		years[i], pairs[i], kin[i], poorKin[i] = r.age, r.kind*8+r.grade, r.obligors, r.withoutMeans
	}
	return nil
}

// cases is the population as the row reader takes it.
func (p *population) cases(d *eligibility.Dictionary) ([]*eligibility.Case, error) {
	var err error
	cases := make([]*eligibility.Case, len(p.homes))
	for i := range p.homes {
		h := &p.homes[i]
		c := eligibility.NewCase(d)
		put := func(k eligibility.FactKey, row int, v eligibility.Datum) {
			if e := c.Put(k, row, v, true); e != nil {
				err = e
			}
		}
		put(income, 0, eligibility.Money(money.Fen(h.income)))
		put(standard, 0, eligibility.Money(money.Fen(h.standard)))
		put(assets, 0, eligibility.Money(money.Fen(h.assets)))
		put(houses, 0, eligibility.Count(int64(h.houses)))
		put(vehicles, 0, eligibility.Count(int64(h.vehicles)))
		put(exempt, 0, eligibility.Bool(h.exempt))
		put(eligibility.MembersComplete, 0, eligibility.Bool(true))
		for _, r := range p.residents[h.first : h.first+h.size] {
			row, e := c.AddPerson()
			if e != nil {
				return nil, e
			}
			put(age, row, eligibility.Count(int64(r.age)))
			put(obligors, row, eligibility.Count(int64(r.obligors)))
			put(withoutMeans, row, eligibility.Count(int64(r.withoutMeans)))
			var pairs []eligibility.Pair
			if r.kind > 0 {
				pairs = append(pairs, eligibility.Pair{Kind: kinds[r.kind-1], Grade: gradesOf[r.grade-1]})
			}
			put(disability, row, eligibility.PairsOf(pairs...))
		}
		cases[i] = c
	}
	return cases, err
}

var (
	kinds = [...]identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb, identity.Intellectual,
		identity.Mental, identity.Multiple}
	gradesOf = [...]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
)

// counted is what a run came to.
func counted(out *batch.Planes) tally {
	return tally{out.Count("dibao").Met, out.Count("marginal").Met, out.Count("tekun").Met, out.Count("care").Met}
}

// screenCases is workload A with the row reader.
func screenCases(l *assess.Engine, cases []*eligibility.Case) (t tally, err error) {
	for _, c := range cases {
		for row := range c.People() {
			var verdicts uint8
			for i, id := range screened {
				truth, _, e := l.Truth(c, row, id)
				if e != nil {
					return t, e
				}
				verdicts |= bit(truth == eligibility.Met) << i
			}
			t.add(verdicts)
		}
	}
	return t, nil
}
