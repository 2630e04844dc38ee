package facts

import (
	"reflect"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts/internal/tree"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// Ages that say something is wrong, or worth a look.
const (
	oldest     = 150 // nobody gets so old; a birth further back is a slip
	criminal   = 12  // 刑法第十七条: below, nobody is punished; 14 but for grave crimes, and for all before 2021-03-01
	employable = 16  // 劳动法第十五条: below, but for the arts and sports, nobody is employed
	pensioner  = 45  // the earliest retirement there was, of women at hard work (国发〔1978〕104号, recalled)
	bride      = 20  // 民法典第一千零四十七条, and two years more for a groom
)

// Contradictions lists everything about a household that cannot be (矛盾和不可能的事实): fields that are not well formed, days that had
// not come on the day on, people listed twice, ties that exclude each other, facts that do. A zero day leaves out what depends
// on it. Advisory faults are what may be and should not, and keep nobody from an assessment, such as a number that states
// something else than is recorded (民法典第十五条: certificate and register prove the birth): an office has to be able to look at
// exactly such a family. Of no household, and of more people or ties than a case takes, only what Validate says is listed.
func Contradictions(h *Household, on cal.Date) fault.List {
	c := checker{h: h, on: on, applicant: -1}
	c.l.Add("", h.Validate())
	if h == nil || len(h.People) > eligibility.MaxPeople || len(h.Ties) > eligibility.MaxTies/2 {
		return c.l
	}
	for i := range h.People {
		if c.person(h.People[i].Ref) < i {
			c.add(fault.Index("people", i)+".ref", ErrTwice)
		}
	}
	c.household()
	c.identities()
	for i := range h.People {
		at := tree.Place{Up: &tree.Place{Name: "people"}, At: i}
		c.days(reflect.ValueOf(&h.People[i]).Elem(), shapes()[reflect.TypeFor[Person]()], &at, birthOf(&h.People[i]))
		c.member(&h.People[i], &at)
	}
	c.kinship()
	c.marriages()
	c.roles()
	c.findings()
	return c.l
}

// checker gathers what cannot be. What is wrong where is written out only when something is.
type checker struct {
	h         *Household
	on        cal.Date
	ends      []ends // of every tie
	applicant int    // the first of them, or −1
	spouse    bool   // somebody who is not known to be dead is listed as the applicant's spouse
	lives     bool   // and is known to live
	l         fault.List
}

func (c *checker) add(path string, code fault.Code) { c.l.Add(path, catalogue().New(code)) }

func (c *checker) advise(path string, code fault.Code) {
	c.l = append(c.l, catalogue().New(code).At(path).AsAdvisory())
}

// is reports that a fact is known and v.
func is[T comparable](a Attested[T], v T) bool {
	x, known := a.Get()
	return known && x == v
}

// person is the place of somebody among the people, or −1.
func (c *checker) person(r Ref) int {
	for i := range c.h.People {
		if c.h.People[i].Ref == r {
			return i
		}
	}
	return -1
}

func (c *checker) household() {
	h := c.h
	c.days(reflect.ValueOf(&h.Dibao).Elem(), shapes()[reflect.TypeFor[Dibao]()], &tree.Place{Name: "dibao"}, cal.Date{})
	c.items(nil, "spending", len(h.Spending), func(i int) (string, cal.Period) { return string(h.Spending[i].Kind), h.Spending[i].Period })
	for i, s := range h.Spending {
		if !c.on.IsZero() && s.Period.From().After(c.on) {
			c.add(fault.Index("spending", i)+".period", ErrFuture)
		}
	}
}

// identities finds people who are listed twice.
func (c *checker) identities() {
	for i := range c.h.People {
		p := &c.h.People[i]
		at := tree.Place{Up: &tree.Place{Name: "people"}, At: i}
		for j := range i {
			if !p.ID.IsZero() && c.h.People[j].ID == p.ID {
				c.same(at.To("id"), p, &c.h.People[j])
				break
			}
		}
		for k, cert := range p.Disability.Certificates {
			same := func(o Certificate) bool { return !o.Number.IsZero() && o.Number == cert.Number }
			for j := range i {
				if slices.ContainsFunc(c.h.People[j].Disability.Certificates, same) {
					c.same(at.To(fault.Index("disability.certificates", k)+".number"), p, &c.h.People[j])
					break
				}
			}
		}
		switch role, _ := p.Family.Relation.Get(); role {
		case Applicant:
			if c.applicant >= 0 {
				c.add(at.To("family.relation"), ErrSame)
			} else {
				c.applicant = i
			}
		case ApplicantSpouse:
			state, known := p.Life.State.Get()
			switch {
			case state.gone():
				continue
			case known && c.lives:
				c.add(at.To("family.relation"), ErrSpouse)
			case c.spouse:
				c.advise(at.To("family.relation"), ErrSpouse) // one of them may be dead
			}
			c.spouse, c.lives = true, c.lives || known
		}
	}
}

// same reports one number of a and b, the same person as it seems. Where birth or sex differ, or they are kin, they are two:
// offices gave numbers twice (重号), to twins for one.
func (c *checker) same(path string, a, b *Person) {
	report := c.add
	if differ(a.Birth, b.Birth) || differ(a.Sex, b.Sex) || slices.ContainsFunc(c.h.Ties, func(t Tie) bool {
		return t.Of == a.Ref && t.Kin == b.Ref || t.Of == b.Ref && t.Kin == a.Ref
	}) {
		report = c.advise
	}
	report(path, ErrSame)
}

func birthOf(p *Person) cal.Date {
	birth, _ := p.Birth.Get()
	return birth
}

func (c *checker) member(p *Person, at *tree.Place) {
	birth, born := p.Birth.Get()
	if born && !c.on.IsZero() && birth.AddYears(oldest).Before(c.on) {
		c.add(at.To("birth"), ErrValue)
	}
	c.number(p, at)
	c.life(p, at)
	c.certificates(p, at)
	c.holdings(p, at)
	in := p.Income.Items
	c.items(at, "income.items", len(in), func(i int) (string, cal.Period) { return string(in[i].Kind), in[i].Period })

	from, _ := p.Custody.From.Get()
	until, ended := p.Custody.Until.Get()
	if ended && !from.Before(until) {
		c.add(at.To("custody.until"), ErrOrder)
	}
	months, _ := p.Custody.Months.Get()
	contrary := func(field string, cannot bool) {
		if cannot {
			c.add(at.To(field), ErrContrary)
		}
	}
	contrary("birth", is(p.Life.State, Unborn) && born)
	contrary("life.state", is(p.Life.State, Unborn) && (!p.ID.IsZero() || len(p.Disability.Certificates) > 0))
	odd := func(field string, looks bool) {
		if looks {
			c.advise(at.To(field), ErrContrary)
		}
	}
	care, _ := p.Care.Months.Get()
	refusals, _ := p.Work.Refusals.Get()
	odd("care.months", is(p.Disability.Disabled, false) && care > 0)    // of care for a disability
	odd("work.refusals", is(p.Work.Able, false) && refusals > 0)        // of work that was suitable
	odd("custody.months", is(p.Custody.State, AtLiberty) && months > 0) // served, or suspended (缓刑)
	contrary("study.full_time", is(p.Study.Stage, NotAtSchool) && is(p.Study.FullTime, true))
	contrary("work.fixed_income", is(p.Work.NoIncome, true) && is(p.Work.FixedIncome, true))
	contrary("work.no_income_since", is(p.Work.NoIncome, false) && p.Work.NoIncomeSince.Known())
	contrary("residence.elsewhere_since", is(p.Residence.Elsewhere, false) && p.Residence.ElsewhereSince.Known())
	expired, ends := p.Residence.PermitUntil.Get()
	ends = ends && (c.on.IsZero() || !c.on.Before(expired)) // the permit that there was
	contrary("residence.no_permit", is(p.Residence.NoPermit, true) && p.Residence.Permit.Known() && !ends)
	contrary("property.oversize", is(p.Property.Homes, 0) && is(p.Property.Oversize, true))
	odd("property.recent", is(p.Property.Homes, 0) && is(p.Property.Recent, true)) // sold again, or not built yet
	capital, _ := p.Property.Capital.Get()
	odd("property.capital", is(p.Property.Businesses, 0) && capital.Compare(money.Fen(0)) > 0)
	noIncome, _ := p.Work.NoIncomeSince.Get()
	for i, e := range in {
		earned, _ := e.Amount.Get()
		work := e.Kind == Wages || e.Kind == BusinessIncome || e.Kind == EmployeePension
		if is(p.Work.NoIncome, true) && !noIncome.IsZero() && work && earned.Compare(money.Fen(0)) > 0 && !e.Period.From().Before(noIncome) {
			contrary(fault.Index("income.items", i), true)
		}
	}
	c.age(p, at)
}

// number compares what numbers state with what is recorded, which may be right: registers correct births, and a certificate keeps
// the number it was first issued under.
func (c *checker) number(p *Person, at *tree.Place) {
	if stated, birth := p.ID.StatedBirth(), p.Birth; !stated.IsZero() && birth.Known() && !is(birth, stated) {
		c.advise(at.To("id"), ErrID)
	}
	if stated, sex := p.ID.StatedSex(), p.Sex; stated != "" && (is(sex, identity.Male) || is(sex, identity.Female)) && !is(sex, stated) {
		c.advise(at.To("id"), ErrID)
	}
	for i, cert := range p.Disability.Certificates {
		n := cert.Number
		if n.IsZero() {
			continue
		}
		if !p.ID.IsZero() && n.Resident() != p.ID || n.Kind() != cert.Kind || n.Grade() != cert.Grade {
			c.advise(at.To(fault.Index("disability.certificates", i)+".number"), ErrID)
		}
	}
}

// life finds what somebody did after he died. Money that went on is advisory, as pensions do where nobody reports a death: it has to
// be ended, and perhaps paid back.
func (c *checker) life(p *Person, at *tree.Place) {
	if !is(p.Life.State, Dead) {
		return
	}
	died, dated := p.Life.Since.Get()
	after := func(begins cal.Date) bool { return dated && begins.After(died) }
	for i, e := range p.Income.Items {
		if after(e.Period.From()) {
			c.advise(at.To(fault.Index("income.items", i)), ErrDead)
		}
	}
	for i, h := range p.Holdings {
		next := died.StartOfMonth().AddMonths(1)
		if after(h.Period.From()) || dated && is(h.Confirmed, true) && !c.on.Before(next) && h.Period.Contains(next) {
			c.advise(at.To(fault.Index("holdings", i)), ErrDead)
		}
	}
	if from, _ := p.Custody.From.Get(); after(from) {
		c.add(at.To("custody.from"), ErrDead)
	}
	if since, _ := p.Work.Since.Get(); after(since) {
		c.add(at.To("work.since"), ErrDead)
	}
	stage, studies := p.Study.Stage.Get()
	if is(p.Work.Employed, true) || studies && stage != NotAtSchool {
		c.add(at.To("life.state"), ErrDead)
	}
}

func (c *checker) certificates(p *Person, at *tree.Place) {
	all := p.Disability.Certificates
	for i, cert := range all {
		if birth := birthOf(p); cert.Valid.Contains(birth) && cert.Valid.From() != birth {
			c.advise(at.To(fault.Index("disability.certificates", i)+".valid"), ErrBirth) // or the register corrected the birth since
		}
		inForce := cert.Valid.IsZero() || c.on.IsZero() || cert.Valid.Contains(c.on)
		if is(cert.State, CertificateValid) && is(p.Disability.Disabled, false) && inForce {
			c.add(at.To("disability.disabled"), ErrContrary)
		}
		for _, other := range all[:i] {
			if is(cert.State, CertificateValid) && is(other.State, CertificateValid) &&
				(cert.Valid.IsZero() || other.Valid.IsZero() || cert.Valid.Overlaps(other.Valid)) {
				c.advise(at.To(fault.Index("disability.certificates", i)), ErrOverlap) // the old one is still to be withdrawn
			}
		}
		c.components(cert, &tree.Place{Up: &tree.Place{Up: at, Name: "disability.certificates"}, At: i})
	}
}

// components checks the parts of 多重残疾: two kinds at least, none heavier than the whole (as is recalled; advisory).
func (c *checker) components(cert Certificate, at *tree.Place) {
	parts := cert.Components
	if cert.Kind != identity.Multiple {
		if len(parts) > 0 {
			c.add(at.To("components"), ErrContrary)
		}
		return
	}
	if len(parts) == 1 {
		c.add(at.To("components"), ErrValue)
	}
	grades := [...]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
	heaviest := len(grades) - 1
	for i, p := range parts {
		if p.Kind == identity.Multiple || slices.ContainsFunc(parts[:i], func(q eligibility.Pair) bool { return q.Kind == p.Kind }) {
			c.add(at.To(fault.Index("components", i)), ErrValue)
		}
		if g := slices.Index(grades[:], p.Grade); g >= 0 {
			heaviest = min(heaviest, g)
		}
	}
	if len(parts) > 0 && grades[heaviest] != cert.Grade {
		c.advise(at.To("components"), ErrContrary)
	}
}

// exclusive are statuses that nobody should have at once: 刚性支出困难家庭认定办法 art 4(1) for 刚性, the definition of 低保边缘家庭 in
// 最低生活保障审核确认办法 art 8, 特困 beside 低保 as every class of 低收入人口 is told from the others (interpretation), 孤儿 beside
// 事实无人抚养儿童, which has a living parent.
var exclusive = [...][2]eligibility.ProgrammeID{
	{"tekun", "dibao"}, {"tekun", "dibao_single"}, {"dibao", "dibao_single"}, {"dibao", "bianyuan"},
	{"gangxing", "tekun"}, {"gangxing", "dibao"}, {"gangxing", "bianyuan"}, {"guer", "shishi_wuren"},
}

// holdings finds one benefit twice at a time, two that exclude each other, and those held from before the month of birth, as where
// the day of the household was copied, or from a day to come: 低保 is paid from the month after it was granted (审核确认办法).
func (c *checker) holdings(p *Person, at *tree.Place) {
	birth, all := birthOf(p), p.Holdings
	for i, a := range all {
		if !birth.IsZero() && a.Period.From().Before(birth.StartOfMonth()) {
			c.advise(at.To(fault.Index("holdings", i)), ErrBirth)
		}
		if !c.on.IsZero() && a.Period.From().After(c.on) {
			c.advise(at.To(fault.Index("holdings", i)), ErrFuture)
		}
		for _, b := range all[:i] {
			if !a.Period.Overlaps(b.Period) || !is(a.Confirmed, true) || !is(b.Confirmed, true) {
				continue
			}
			if a.Programme == b.Programme {
				c.advise(at.To(fault.Index("holdings", i)), ErrOverlap)
			}
			for _, pair := range exclusive {
				if pair[0] == a.Programme && pair[1] == b.Programme || pair[0] == b.Programme && pair[1] == a.Programme {
					c.advise(at.To(fault.Index("holdings", i)), ErrExclusive)
				}
			}
		}
	}
}

// items points out that a month stands beside a total which holds it: the same money may be listed twice.
func (c *checker) items(at *tree.Place, list string, n int, item func(int) (kind string, p cal.Period)) {
	for i := range n {
		kind, p := item(i)
		for j := range n {
			if k, q := item(j); k == kind && q != p && q.Covers(p) {
				c.advise(at.To(fault.Index(list, i)), ErrOverlap)
				break
			}
		}
	}
}

// days finds the days below v that have not come, or that lie before a birth. Ends may lie ahead, and benefits are holdings' affair.
func (c *checker) days(v reflect.Value, s *shape, at *tree.Place, birth cal.Date) {
	below := tree.Place{Up: at}
	switch {
	case s.kind == list:
		for i := range v.Len() {
			below.At = i
			c.days(v.Index(i), s.element, &below, birth)
		}
		return
	case s.kind == group:
		for i := range s.members {
			if m := &s.members[i]; m.dated && m.name != "until" && m.name != "permit_until" && m.name != "holdings" {
				below.Name = m.name
				c.days(v.Field(i), m.shape, &below, birth)
			}
		}
		return
	}
	var from, last cal.Date
	switch x := v.Addr().Interface().(type) {
	case *Attested[cal.Date]:
		from, _ = x.Get()
		last = from
	case *Attested[cal.Period]:
		p, _ := x.Get() // says what is listed, so it may begin early and end late
		last = p.Last()
	case *cal.Period:
		from, last = x.From(), x.Last()
	}
	if !c.on.IsZero() && from.After(c.on) {
		c.add(at.String(), ErrFuture)
	}
	if !last.IsZero() && last.Before(birth) {
		c.add(at.String(), ErrBirth)
	}
}

// age compares stages of life with age on the day; unusual ages are advisory.
func (c *checker) age(p *Person, at *tree.Place) {
	birth, _ := p.Birth.Get()
	age, ok := cal.Age(birth, c.on, cal.CivilCode())
	if !ok {
		return
	}
	// 民法典 arts 18-20: below eight no capacity, below sixteen never full.
	if capacity, known := p.Capacity.Get(); known && (age < 8 && capacity != NoCapacity || age < 16 && capacity == FullCapacity) {
		c.add(at.To("capacity"), ErrContrary)
	}
	if age < criminal && is(p.Custody.State, InPrison) { // by the register, which a court need not have followed
		c.advise(at.To("custody.state"), ErrAge)
	}
	if age < employable && is(p.Work.Employed, true) {
		c.advise(at.To("work.employed"), ErrAge)
	}
	for i, e := range p.Income.Items {
		switch e.Kind {
		case EmployeePension, CentralPension, LocalPension, AccountPension:
			if age < pensioner {
				c.advise(at.To(fault.Index("income.items", i)), ErrAge)
			}
		}
	}
	low, high := 0, oldest
	switch stage, _ := p.Study.Stage.Get(); stage {
	case Preschool:
		high = 8
	case CompulsorySchool:
		low, high = 5, 20
	case SeniorHigh, Vocational:
		low, high = 13, 25
	case College, Undergraduate:
		low = 14
	case Postgraduate:
		low = 17
	default:
		return
	}
	if age < low || age > high {
		c.advise(at.To("study.stage"), ErrStage)
	}
}
