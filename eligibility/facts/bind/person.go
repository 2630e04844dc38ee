package bind

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
)

// person writes the facts of one person, in the order of the model.
func (b *binding) person(p *facts.Person, row int) {
	b.day(facts.PersonBirth, row, p.Birth)
	b.yes(facts.PersonForeigner, row, p.Foreign)
	b.yes(facts.PersonDeported, row, p.Deported)
	word(b, facts.PersonLife, row, lifeOn(p.Life, b.on))
	custody := custodyOn(p.Custody, b.on)
	word(b, facts.PersonCustody, row, custody)
	if custody.Known() {
		b.count(facts.PersonCustodyMonths, row, p.Custody.Months)
	}
	word(b, facts.PersonCapacity, row, p.Capacity)
	b.yes(eligibility.KinComplete, row, p.KinComplete)

	b.family(&p.Family, row)
	b.residence(&p.Residence, row)
	b.pairs(facts.PersonDisability, row, pairsOn(p.Disability, b.on))
	b.yes(facts.PersonSeriousIllness, row, p.Disability.Serious)
	b.yes(facts.PersonChildIllness, row, p.Disability.ForChildren)
	b.yes(facts.PersonLostWorkAbility, row, p.Disability.LostWork)
	b.care(&p.Care, row)
	word(b, facts.PersonStudy, row, p.Study.Stage)
	b.yes(facts.PersonFullTime, row, p.Study.FullTime)
	b.work(&p.Work, row)
	b.income(&p.Income, row)
	b.property(&p.Property, row)

	b.yes(facts.PersonParentsNotFound, row, p.Child.ParentsNotFound)
	b.yes(facts.PersonInInstitution, row, p.Child.InInstitution)
	b.yes(facts.PersonChoseChildBenefit, row, p.Child.ChoseBenefit)
	b.yes(facts.PersonChildBenefitAll, row, p.Child.BenefitInFull)
	b.yes(facts.PersonGuardianAble, row, p.Child.GuardianAble)
}

// lifeOn is the state on a day. Somebody who died, or was declared dead or missing, on a later day lived on that one.
func lifeOn(v facts.Vital, day cal.Date) facts.Attested[facts.LifeState] {
	since, dated := v.Since.Get()
	state, known := v.State.Get()
	if !known || !dated || !since.After(day) {
		return v.State
	}
	if state == facts.Dead || state == facts.DeclaredDead || state == facts.DeclaredMissing {
		return facts.Of(facts.Living, weaker(v.State.Evidence(), v.Since.Evidence()))
	}
	return facts.Attested[facts.LifeState]{}
}

// custodyOn is the state on a day inside the time recorded; outside of it nobody knows.
func custodyOn(d facts.Detention, day cal.Date) facts.Attested[facts.Restraint] {
	from, _ := d.From.Get()
	until, ended := d.Until.Get()
	if from.After(day) || ended && !day.Before(until) {
		return facts.Attested[facts.Restraint]{}
	}
	return d.State
}

func (b *binding) family(f *facts.Family, row int) {
	word(b, facts.PersonRelation, row, f.Relation)
	b.yes(facts.PersonLivesTogether, row, f.Together)
	b.yes(facts.PersonSupportBond, row, f.SupportBond)
	b.yes(facts.PersonDependent, row, f.Dependent)
	b.yes(facts.PersonClergy, row, f.Clergy)
	b.day(facts.PersonApartSince, row, f.ApartSince)
	b.yes(facts.PersonParentsUnable, row, f.ParentsUnable)
	b.yes(facts.PersonChildrenUnable, row, f.ChildrenUnable)
}

func (b *binding) residence(r *facts.Residence, row int) {
	b.yes(facts.PersonHukouHere, row, b.here(r.Hukou))
	b.yes(facts.PersonPermitHere, row, b.permit(r))
	b.yes(facts.PersonLivesElsewhere, row, since(b, r.Elsewhere, r.ElsewhereSince))
	b.day(facts.PersonElsewhereSince, row, r.ElsewhereSince)
}

// permit reports whether a residence permit of the county holds on the day.
func (b *binding) permit(r *facts.Residence) facts.Attested[bool] {
	if none, _ := r.NoPermit.Get(); none {
		return facts.Of(false, r.NoPermit.Evidence())
	}
	here := b.here(r.Permit)
	if yes, known := here.Get(); !known || !yes {
		return here
	}
	until, known := r.PermitUntil.Get()
	if !known {
		return facts.Attested[bool]{}
	}
	return facts.Of(b.on.Before(until), weaker(here.Evidence(), r.PermitUntil.Evidence()))
}

// pairsOn are the kinds and grades of disability on a day: of the certificates that the register calls valid and that are not
// over, or none where no disability is known. Anything less is unknown.
func pairsOn(i facts.Impairment, on cal.Date) facts.Attested[[]eligibility.Pair] {
	var pairs []eligibility.Pair
	var e eligibility.Evidence
	for _, c := range i.Certificates {
		if state, _ := c.State.Get(); state != facts.CertificateValid || !c.Valid.IsZero() && !c.Valid.Contains(on) {
			continue
		}
		if c.Kind == identity.Multiple && len(c.Components) == 0 {
			return facts.Attested[[]eligibility.Pair]{}
		}
		if pairs == nil {
			e = c.State.Evidence()
		}
		pairs = append(append(pairs, eligibility.Pair{Kind: c.Kind, Grade: c.Grade}), c.Components...)
		e = weaker(e, c.State.Evidence())
	}
	if pairs != nil {
		return facts.Of(pairs, e)
	}
	if disabled, known := i.Disabled.Get(); known && !disabled {
		return facts.Of(pairs, i.Disabled.Evidence())
	}
	return facts.Attested[[]eligibility.Pair]{}
}

func (b *binding) care(c *facts.Care, row int) {
	b.yes(facts.PersonSelfCareEat, row, c.Eat)
	b.yes(facts.PersonSelfCareDress, row, c.Dress)
	b.yes(facts.PersonSelfCareBed, row, c.Bed)
	b.yes(facts.PersonSelfCareToilet, row, c.Toilet)
	b.yes(facts.PersonSelfCareWalk, row, c.Walk)
	b.yes(facts.PersonSelfCareBathe, row, c.Bathe)
	b.count(facts.PersonCareMonths, row, c.Months)
	word(b, facts.PersonDependency, row, c.Ability)
	b.yes(facts.PersonLongDependent, row, c.LongDependent)
	b.yes(facts.PersonLongTermCover, row, c.LongTermCover)
	word(b, facts.PersonCareForm, row, c.Form)
}

func (b *binding) work(w *facts.Work, row int) {
	b.yes(facts.PersonEmployed, row, since(b, w.Employed, w.Since))
	b.yes(facts.PersonAbleToWork, row, w.Able)
	b.count(facts.PersonRefusals, row, w.Refusals)
	b.yes(facts.PersonAwayWorking, row, w.Away)
	b.yes(facts.PersonJobInsured, row, w.Insured)
	b.yes(facts.PersonFixedIncome, row, w.FixedIncome)
	b.yes(facts.PersonNoIncome, row, since(b, w.NoIncome, w.NoIncomeSince))
	b.day(facts.PersonNoIncomeTo, row, w.NoIncomeSince)
}

func (b *binding) income(in *facts.Income, row int) {
	earned := newTotal(b.earning, in.Complete)
	for _, k := range incomes() {
		t := earned
		for i := range in.Items {
			if e := &in.Items[i]; e.Kind == k.kind {
				t.add(e.Period, e.Amount)
			}
		}
		b.sum(k.fact, row, t.get())
	}
}

func (b *binding) property(p *facts.Property, row int) {
	b.sum(facts.PersonFinancialAssets, row, p.Financial)
	b.count(facts.PersonHomes, row, p.Homes)
	b.count(facts.PersonOtherBuildings, row, p.Buildings)
	b.yes(facts.PersonHomeOversize, row, p.Oversize)
	b.yes(facts.PersonHomeRecent, row, p.Recent)
	b.count(facts.PersonVehicles, row, p.Vehicles)
	b.sum(facts.PersonVehicleValue, row, p.VehicleValue)
	b.count(facts.PersonMachines, row, p.Machines)
	b.sum(facts.PersonRegisteredCapital, row, p.Capital)
	b.count(facts.PersonBusinesses, row, p.Businesses)
	b.yes(facts.PersonGaveAway, row, p.GaveAway)
}
