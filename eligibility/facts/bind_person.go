package facts

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// person writes the facts of one person, in the order of the model.
func (b *binder) person(p *Person, row int) {
	b.day(PersonBirth, row, p.Birth)
	b.yes(PersonForeigner, row, p.Foreign)
	b.yes(PersonDeported, row, p.Deported)
	word(b, PersonLife, row, p.Life.on(b.on))
	held := p.Custody.on(b.on)
	word(b, PersonCustody, row, held)
	if held.Known() {
		b.count(PersonCustodyMonths, row, p.Custody.Months)
	}
	word(b, PersonCapacity, row, p.Capacity)
	b.yes(eligibility.KinComplete, row, p.KinComplete)

	b.family(&p.Family, row)
	b.residence(&p.Residence, row)
	b.pairs(PersonDisability, row, p.Disability.pairs(b.on))
	b.yes(PersonSeriousIllness, row, p.Disability.Serious)
	b.yes(PersonChildIllness, row, p.Disability.ForChildren)
	b.yes(PersonLostWorkAbility, row, p.Disability.LostWork)
	b.care(&p.Care, row)
	word(b, PersonStudy, row, p.Study.Stage)
	b.yes(PersonFullTime, row, p.Study.FullTime)
	b.work(&p.Work, row)
	b.income(&p.Income, row)
	b.property(&p.Property, row)

	b.yes(PersonParentsNotFound, row, p.Child.ParentsNotFound)
	b.yes(PersonInInstitution, row, p.Child.InInstitution)
	b.yes(PersonChoseChildBenefit, row, p.Child.ChoseBenefit)
	b.yes(PersonChildBenefitAll, row, p.Child.BenefitInFull)
	b.yes(PersonGuardianAble, row, p.Child.GuardianAble)
}

// on is the state on a day. Somebody who died, or was declared dead or missing, on a later day lived on that one.
func (v Vital) on(day cal.Date) Attested[LifeState] {
	since, dated := v.Since.Get()
	state, known := v.State.Get()
	if !known || !dated || !since.After(day) {
		return v.State
	}
	if state.gone() || state == DeclaredMissing {
		return Of(Living, weaker(v.State.Evidence(), v.Since.Evidence()))
	}
	return Attested[LifeState]{}
}

// on is the state on a day inside the time recorded; outside of it nobody knows.
func (d Detention) on(day cal.Date) Attested[Restraint] {
	from, _ := d.From.Get()
	until, ended := d.Until.Get()
	if from.After(day) || ended && !day.Before(until) {
		return Attested[Restraint]{}
	}
	return d.State
}

func (b *binder) family(f *Family, row int) {
	word(b, PersonRelation, row, f.Relation)
	b.yes(PersonLivesTogether, row, f.Together)
	b.yes(PersonSupportBond, row, f.SupportBond)
	b.yes(PersonDependent, row, f.Dependent)
	b.yes(PersonClergy, row, f.Clergy)
	b.day(PersonApartSince, row, f.ApartSince)
	b.yes(PersonParentsUnable, row, f.ParentsUnable)
	b.yes(PersonChildrenUnable, row, f.ChildrenUnable)
}

func (b *binder) residence(r *Residence, row int) {
	b.yes(PersonHukouHere, row, b.here(r.Hukou))
	b.yes(PersonPermitHere, row, b.permit(r))
	b.yes(PersonLivesElsewhere, row, since(b, r.Elsewhere, r.ElsewhereSince))
	b.day(PersonElsewhereSince, row, r.ElsewhereSince)
}

// permit reports whether a residence permit of the county holds on the day.
func (b *binder) permit(r *Residence) Attested[bool] {
	if none, _ := r.NoPermit.Get(); none {
		return Of(false, r.NoPermit.Evidence())
	}
	here := b.here(r.Permit)
	if yes, known := here.Get(); !known || !yes {
		return here
	}
	until, known := r.PermitUntil.Get()
	if !known {
		return Attested[bool]{}
	}
	return Of(b.on.Before(until), weaker(here.Evidence(), r.PermitUntil.Evidence()))
}

// pairs are the kinds and grades of disability on a day: of the certificates that the register calls valid and that are not
// over, or none where no disability is known. Anything less is unknown.
func (i Impairment) pairs(on cal.Date) Attested[[]eligibility.Pair] {
	var pairs []eligibility.Pair
	var e eligibility.Evidence
	for _, c := range i.Certificates {
		if state, _ := c.State.Get(); state != CertificateValid || !c.Valid.IsZero() && !c.Valid.Contains(on) {
			continue
		}
		if c.Kind == identity.Multiple && len(c.Components) == 0 {
			return Attested[[]eligibility.Pair]{}
		}
		if pairs == nil {
			e = c.State.Evidence()
		}
		pairs = append(append(pairs, eligibility.Pair{Kind: c.Kind, Grade: c.Grade}), c.Components...)
		e = weaker(e, c.State.Evidence())
	}
	if pairs != nil {
		return Of(pairs, e)
	}
	if disabled, known := i.Disabled.Get(); known && !disabled {
		return Of(pairs, i.Disabled.Evidence())
	}
	return Attested[[]eligibility.Pair]{}
}

func (b *binder) care(c *Care, row int) {
	b.yes(PersonSelfCareEat, row, c.Eat)
	b.yes(PersonSelfCareDress, row, c.Dress)
	b.yes(PersonSelfCareBed, row, c.Bed)
	b.yes(PersonSelfCareToilet, row, c.Toilet)
	b.yes(PersonSelfCareWalk, row, c.Walk)
	b.yes(PersonSelfCareBathe, row, c.Bathe)
	b.count(PersonCareMonths, row, c.Months)
	word(b, PersonDependency, row, c.Ability)
	b.yes(PersonLongDependent, row, c.LongDependent)
	b.yes(PersonLongTermCover, row, c.LongTermCover)
	word(b, PersonCareForm, row, c.Form)
}

func (b *binder) work(w *Work, row int) {
	b.yes(PersonEmployed, row, since(b, w.Employed, w.Since))
	b.yes(PersonAbleToWork, row, w.Able)
	b.count(PersonRefusals, row, w.Refusals)
	b.yes(PersonAwayWorking, row, w.Away)
	b.yes(PersonJobInsured, row, w.Insured)
	b.yes(PersonFixedIncome, row, w.FixedIncome)
	b.yes(PersonNoIncome, row, since(b, w.NoIncome, w.NoIncomeSince))
	b.day(PersonNoIncomeTo, row, w.NoIncomeSince)
}

func (b *binder) income(in *Income, row int) {
	window := b.window(b.months)
	for kind := range IncomeKinds().All() {
		b.sum(eligibility.FactKey(incomePrefix+kind.Key), row, total(window, in.Complete,
			func(yield func(cal.Period, Attested[money.Amount]) bool) {
				for _, item := range in.Items {
					if item.Kind == kind.Key && !yield(item.Period, item.Amount) {
						return
					}
				}
			}))
	}
}

func (b *binder) property(p *Property, row int) {
	b.sum(PersonFinancialAssets, row, p.Financial)
	b.count(PersonHomes, row, p.Homes)
	b.count(PersonOtherBuildings, row, p.Buildings)
	b.yes(PersonHomeOversize, row, p.Oversize)
	b.yes(PersonHomeRecent, row, p.Recent)
	b.count(PersonVehicles, row, p.Vehicles)
	b.sum(PersonVehicleValue, row, p.VehicleValue)
	b.count(PersonMachines, row, p.Machines)
	b.sum(PersonRegisteredCapital, row, p.Capital)
	b.count(PersonBusinesses, row, p.Businesses)
	b.yes(PersonGaveAway, row, p.GaveAway)
}
