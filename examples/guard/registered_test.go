package guard

import (
	"database/sql/driver"
	"encoding/json"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/outline"
	"github.com/shegong/shegong/eligibility/record"
	"github.com/shegong/shegong/eligibility/timeline"
	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/division/names"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/chart"
	"github.com/shegong/shegong/station/ledger/instalment"
	"github.com/shegong/shegong/station/ledger/intake"
	ledgerstatement "github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/person"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

// What the guards need as values and cannot reach by reading source is registered here. The guards find the names
// of lists, tagged structs and value types by themselves and fail for one that is missing.

// registeredLists holds every vocab.List of the module under the name of the function that returns it.
func registeredLists() map[string][]word {
	return map[string][]word{
		"eligibility.AmountPeriods":              wordsOf(eligibility.AmountPeriods()),
		"eligibility.Areas":                      wordsOf(eligibility.Areas()),
		"eligibility.Bases":                      wordsOf(eligibility.Bases()),
		"eligibility.CaveatKinds":                wordsOf(eligibility.CaveatKinds()),
		"eligibility.ClauseStates":               wordsOf(eligibility.ClauseStates()),
		"eligibility.EngineDefinitions":          wordsOf(eligibility.EngineDefinitions()),
		"eligibility.EngineFacts":                wordsOf(eligibility.EngineFacts()),
		"eligibility.Evidences":                  wordsOf(eligibility.Evidences()),
		"eligibility.FactKinds":                  wordsOf(eligibility.FactKinds()),
		"eligibility.Groups":                     wordsOf(eligibility.Groups()),
		"eligibility.Kinds":                      wordsOf(eligibility.Kinds()),
		"eligibility.Modes":                      wordsOf(eligibility.Modes()),
		"eligibility.NeedKinds":                  wordsOf(eligibility.NeedKinds()),
		"eligibility.OperandKinds":               wordsOf(eligibility.OperandKinds()),
		"eligibility.ParamKinds":                 wordsOf(eligibility.ParamKinds()),
		"eligibility.PayKinds":                   wordsOf(eligibility.PayKinds()),
		"eligibility.Results":                    wordsOf(eligibility.Results()),
		"eligibility.Scopes":                     wordsOf(eligibility.Scopes()),
		"eligibility.StackingRules":              wordsOf(eligibility.StackingRules()),
		"eligibility.StepModes":                  wordsOf(eligibility.StepModes()),
		"eligibility.Units":                      wordsOf(eligibility.Units()),
		"eligibility/facts.Abilities":            wordsOf(facts.Abilities()),
		"eligibility/facts.CertificateStates":    wordsOf(facts.CertificateStates()),
		"eligibility/facts.Emergencies":          wordsOf(facts.Emergencies()),
		"eligibility/facts.IncomeKinds":          wordsOf(facts.IncomeKinds()),
		"eligibility/facts.Kinships":             wordsOf(facts.Kinships()),
		"eligibility/facts.LegalCapacities":      wordsOf(facts.LegalCapacities()),
		"eligibility/facts.LifeStates":           wordsOf(facts.LifeStates()),
		"eligibility/facts.Origins":              wordsOf(facts.Origins()),
		"eligibility/facts.Provisions":           wordsOf(facts.Provisions()),
		"eligibility/facts.Restraints":           wordsOf(facts.Restraints()),
		"eligibility/facts.Roles":                wordsOf(facts.Roles()),
		"eligibility/facts.SpendingKinds":        wordsOf(facts.SpendingKinds()),
		"eligibility/facts.Stages":               wordsOf(facts.Stages()),
		"eligibility/facts.Tiers":                wordsOf(facts.Tiers()),
		"eligibility/outline.ChangeKinds":        wordsOf(outline.ChangeKinds()),
		"eligibility/outline.Roles":              wordsOf(outline.Roles()),
		"eligibility/outline.Subjects":           wordsOf(outline.Subjects()),
		"eligibility/record.Fields":              wordsOf(record.Fields()),
		"eligibility/timeline.ReasonKinds":       wordsOf(timeline.ReasonKinds()),
		"reporting.Natures":                      wordsOf(reporting.Natures()),
		"reporting.States":                       wordsOf(reporting.States()),
		"station.AreaTypes":                      wordsOf(station.AreaTypes()),
		"station.AttendeeRoles":                  wordsOf(station.AttendeeRoles()),
		"station.AuthorityKinds":                 wordsOf(station.AuthorityKinds()),
		"station.EmployerKinds":                  wordsOf(station.EmployerKinds()),
		"station.Levels":                         wordsOf(station.Levels()),
		"station.MeetingKinds":                   wordsOf(station.MeetingKinds()),
		"station.MeetingModes":                   wordsOf(station.MeetingModes()),
		"station.Modes":                          wordsOf(station.Modes()),
		"station.PostKinds":                      wordsOf(station.PostKinds()),
		"station.QualificationLevels":            wordsOf(station.QualificationLevels()),
		"station.RatingKinds":                    wordsOf(station.RatingKinds()),
		"station.Roles":                          wordsOf(station.Roles()),
		"station.Statuses":                       wordsOf(station.Statuses()),
		"station.Steps":                          wordsOf(station.Steps()),
		"station.SupervisionModes":               wordsOf(station.SupervisionModes()),
		"station.SupervisorGrades":               wordsOf(station.SupervisorGrades()),
		"station.SupervisorPositions":            wordsOf(station.SupervisorPositions()),
		"station.Tiers":                          wordsOf(station.Tiers()),
		"station/collab.EngagementKinds":         wordsOf(collab.EngagementKinds()),
		"station/collab.Growths":                 wordsOf(collab.Growths()),
		"station/collab.Natures":                 wordsOf(collab.Natures()),
		"station/collab.PartnerKinds":            wordsOf(collab.PartnerKinds()),
		"station/collab.PartnerRoles":            wordsOf(collab.PartnerRoles()),
		"station/collab.ResourceKinds":           wordsOf(collab.ResourceKinds()),
		"station/collab.Standings":               wordsOf(collab.Standings()),
		"station/contract.Caps":                  wordsOf(contract.Caps()),
		"station/contract.Funds":                 wordsOf(contract.Funds()),
		"station/contract.Inspections":           wordsOf(contract.Inspections()),
		"station/contract.Levels":                wordsOf(contract.Levels()),
		"station/contract.Methods":               wordsOf(contract.Methods()),
		"station/contract.RowKinds":              wordsOf(contract.RowKinds()),
		"station/contract.Services":              wordsOf(contract.Services()),
		"station/contract.Stages":                wordsOf(contract.Stages()),
		"station/contract.Statuses":              wordsOf(contract.Statuses()),
		"station/contract.Triggers":              wordsOf(contract.Triggers()),
		"station/identity.Authorities":           wordsOf(identity.Authorities()),
		"station/identity.DisabilityGrades":      wordsOf(identity.DisabilityGrades()),
		"station/identity.DisabilityKinds":       wordsOf(identity.DisabilityKinds()),
		"station/identity.IDKinds":               wordsOf(identity.IDKinds()),
		"station/identity.OrganisationClasses":   wordsOf(identity.OrganisationClasses()),
		"station/ledger.Accounts":                wordsOf(ledger.Accounts()),
		"station/ledger.Bases":                   wordsOf(ledger.Bases()),
		"station/ledger.CapBases":                wordsOf(ledger.CapBases()),
		"station/ledger.Classes":                 wordsOf(ledger.Classes()),
		"station/ledger.Consents":                wordsOf(ledger.Consents()),
		"station/ledger.Dimensions":              wordsOf(ledger.Dimensions()),
		"station/ledger.EvidenceKinds":           wordsOf(ledger.EvidenceKinds()),
		"station/ledger.Guards":                  wordsOf(ledger.Guards()),
		"station/ledger.Invariants":              wordsOf(ledger.Invariants()),
		"station/ledger.Kinds":                   wordsOf(ledger.Kinds()),
		"station/ledger.Restrictions":            wordsOf(ledger.Restrictions()),
		"station/ledger.Sources":                 wordsOf(ledger.Sources()),
		"station/ledger.UnitKinds":               wordsOf(ledger.UnitKinds()),
		"station/ledger.UseClasses":              wordsOf(ledger.UseClasses()),
		"station/ledger/chart.Scopes":            wordsOf(chart.Scopes()),
		"station/ledger/instalment.Keys":         wordsOf(instalment.Keys()),
		"station/ledger/instalment.States":       wordsOf(instalment.States()),
		"station/ledger/instalment.Triggers":     wordsOf(instalment.Triggers()),
		"station/ledger/intake.Channels":         wordsOf(intake.Channels()),
		"station/ledger/intake.Movements":        wordsOf(intake.Movements()),
		"station/ledger/intake.Registers":        wordsOf(intake.Registers()),
		"station/ledger/statement.Presentations": wordsOf(ledgerstatement.Presentations()),
		"station/measure.Bases":                  wordsOf(measure.Bases()),
		"station/measure.Comparators":            wordsOf(measure.Comparators()),
		"station/measure.Words":                  wordsOf(measure.Words()),
		"station/person.Categories":              wordsOf(person.Categories()),
		"station/person.CategoryLevels":          wordsOf(person.CategoryLevels()),
		"station/person.EthnicGroups":            wordsOf(person.EthnicGroups()),
		"station/person.Groups":                  wordsOf(person.Groups()),
		"station/person.Housings":                wordsOf(person.Housings()),
		"station/person.Marriages":               wordsOf(person.Marriages()),
		"station/person.Relations":               wordsOf(person.Relations()),
		"station/person.Residences":              wordsOf(person.Residences()),
		"station/person.SelfCares":               wordsOf(person.SelfCares()),
		"station/person.Sexes":                   wordsOf(person.Sexes()),
		"station/person.Tags":                    wordsOf(person.Tags()),
		"station/sheet.Actions":                  wordsOf(sheet.Actions()),
		"station/sheet.Encodings":                wordsOf(sheet.Encodings()),
		"station/sheet.Rules":                    wordsOf(sheet.Rules()),
		"station/vocab.Provenances":              wordsOf(vocab.Provenances()),
	}
}

// registeredSamples holds every tagged struct and every value type of the module, good and bad.
func registeredSamples() []sample {
	resident := identity.MustParseResidentID("11010519491231002X")
	return []sample{
		// entities
		{value: reporting.Indicator{Code: "visits", Name: "走访", Basis: measure.PersonTimes, Nature: reporting.Flow, Version: 1}, ok: true},
		{value: reporting.Indicator{}},
		{value: measure.Target{Comparator: measure.AtLeast, Value: measure.Int(700), Basis: measure.PersonTimes}, ok: true},
		{value: measure.Target{Comparator: measure.AtLeast, Value: measure.Int(-1), Basis: measure.PersonTimes}},
		{value: measure.Target{}},
		{value: vocab.Source{Document: "《某办法》", Provenance: vocab.Fictitious}, ok: true},
		{value: vocab.Source{}},
		// value types whose zero is not recorded
		{value: cal.MustParse("2022-06-28"), tag: "required", ok: true},
		{value: cal.Date{}, tag: "required"},
		{value: cal.MustParsePartial("2022年年中"), tag: "required", ok: true},
		{value: cal.Partial{}, tag: "required"},
		{value: cal.MustParsePeriod("2022-01-01/2022-07-01"), tag: "required", ok: true},
		{value: cal.Period{}, tag: "required"},
		{value: division.MustParse("350627"), tag: "required,len=6", ok: true},
		{value: division.MustParse("3506"), tag: "len=6"},
		{value: division.Code{}, tag: "required"},
		{value: division.Code{}, tag: "omitempty,len=6", ok: true},
		{value: resident, tag: "required", ok: true},
		{value: identity.ResidentID{}, tag: "required"},
		{value: identity.MustParseMobile("13957913579"), tag: "required", ok: true},
		{value: identity.Mobile{}, tag: "required"},
		{value: identity.MustParseName("陈大文"), tag: "required", ok: true},
		{value: identity.Name{}, tag: "required"},
		{value: identity.MustParseText("双湖镇下山村97号"), tag: "required", ok: true},
		{value: identity.Text{}, tag: "required"},
		{value: identity.MustParseDisabilityCertificate("35062719880715202141"), tag: "required", ok: true},
		{value: identity.DisabilityCertificate{}, tag: "required"},
		{value: identity.CreditCode{}, tag: "required"},
		{value: identity.CreditCode{}, tag: "omitempty,len=18", ok: true},
		{value: identity.InFull(resident), tag: "required", ok: true},
		{value: identity.Plain[identity.ResidentID]{}, tag: "required"},
		{value: known.Of(money.Amount{}), tag: "required", ok: true}, // a known ¥0.00 is recorded
		{value: known.Value[money.Amount]{}, tag: "required"},
		{value: known.Of(0), tag: "required", ok: true},
		{value: ledger.CNY(), tag: "required", ok: true},
		{value: ledger.Unit{}, tag: "required"},
		{value: chain.SHA256("county").Genesis(), tag: "required", ok: true},
		{value: chain.Head{}, tag: "required"},
		// value types whose zero is 0
		{value: ledger.MustParseAmount("12.50 CNY"), tag: "gt=0,lte=1250", ok: true},
		{value: ledger.Amount{}, tag: "gte=0", ok: true},
		{value: ledger.MustParseAmount("-1 min"), tag: "gte=0"},
		{value: money.MustParse("0.01"), tag: "gt=0,lte=1", ok: true},
		{value: money.Amount{}, tag: "gte=0", ok: true},
		{value: money.MustParse("-100"), tag: "gte=0"},
		{value: measure.MustParseQuantity("0.001"), tag: "gt=0", ok: true},
		{value: measure.Quantity{}, tag: "gt=0"},
		{value: measure.MustParseRatio("1/3"), tag: "gt=0", ok: true},
		{value: measure.MustParseRatio("-1/3"), tag: "gte=0"},
	}
}

// registeredEntities holds the tagged structs that need no sample of their own, as zero values.
func registeredEntities() []any {
	return []any{
		collab.Engagement{}, collab.Framework{}, collab.GrowthStep{}, collab.Membership{},
		collab.Pairing{}, collab.Partner{}, collab.Pillar{}, collab.Resource{}, collab.Team{}, collab.Volunteer{},
		contract.Band{}, contract.Contract{}, contract.Deduction{}, contract.Evaluation{}, contract.Finding{}, contract.Funding{},
		contract.Inspected{}, contract.Instalment{}, contract.Item{}, contract.KPI{}, contract.KPIRow{}, contract.Mark{}, contract.Marks{},
		contract.Operator{}, contract.ScoreItem{}, contract.Scorecard{}, contract.Target{}, contract.Veto{}, contract.Workforce{},
		station.AsOf{}, station.Assignment{}, station.Attendee{}, station.Attribution{}, station.Authority{},
		station.Brand{}, station.Count{}, station.CoverageTarget{}, station.Finding{}, station.Grade{},
		station.Meeting{}, station.Network{}, station.Oversight{}, station.Phase{}, station.Policy{},
		station.PolicyReference{}, station.Post{}, station.Qualification{}, station.Rating{}, station.RatingScheme{},
		station.RatingStep{}, station.Rollout{}, station.Scope{}, station.Station{}, station.StatusChange{},
		station.Supervision{}, station.SupervisionBulletin{}, station.Supervisor{}, station.Task{}, station.Worker{},
	}
}

// registeredBehaviours are results of everything that touches decimals.
func registeredBehaviours() []string {
	third, half := decimal.New(3333, -4), decimal.New(150, -2)
	var out []string
	add := func(s ...string) { out = append(out, s...) }

	amount, err := money.Parse("1214000.50")
	add(call("money.Parse", amount, err), show("Amount.Decimal", amount.Decimal()), show("Amount.ValidatorValue", amount.ValidatorValue()))
	d, err := money.ParseDecimal("-0.1250")
	add(call("money.ParseDecimal", d, err))
	a, err := money.FromDecimal(half)
	add(call("money.FromDecimal", a, err))
	a, err = money.FromDecimal(decimal.New(5, 6))
	add(call("money.FromDecimal 5e6", a, err))
	for _, mode := range money.Roundings() {
		a, err = money.FromDecimalRounded(decimal.New(12345, -3), mode)
		add(call("money.FromDecimalRounded "+string(mode), a, err))
		a, err = amount.Mul(third, mode)
		add(call("Amount.Mul "+string(mode), a, err))
		s, err := zh.GroupFixed(third, 2, mode)
		add(call("zh.GroupFixed "+string(mode), s, err))
		s, err = zh.CapitalsDecimal(decimal.New(1680325, -3), mode)
		add(call("zh.CapitalsDecimal "+string(mode), s, err))
		s, err = zh.Percent(third, 1, mode)
		add(call("zh.Percent "+string(mode), s, err))
	}
	b, err := json.Marshal(map[string]any{"amount": amount, "quantity": measure.MustParseQuantity("1.50"), "ratio": measure.MustParseRatio("1/3")})
	add(call("json.Marshal", string(b), err))
	for _, v := range []driver.Valuer{amount, measure.MustParseQuantity("1.50"), measure.MustParseRatio("1/3")} {
		x, err := v.Value()
		add(call("Value", x, err))
	}
	err = a.Scan([]byte("12.30"))
	add(call("Amount.Scan", a, err))

	q, err := measure.ParseQuantity("12.50")
	add(call("measure.ParseQuantity", q, err), show("Quantity.Decimal", q.Decimal()))
	q, err = measure.FromDecimal(decimal.New(3, 5))
	add(call("measure.FromDecimal", q, err))
	r, err := measure.ParseRatio("66.7%")
	add(call("measure.ParseRatio", r, err))
	for _, mode := range money.Roundings() {
		d, err = measure.MustParseRatio("2/3").Decimal(4, mode)
		add(call("Ratio.Decimal "+string(mode), d, err))
		d, err = measure.MustParseRatio("2/3").Percent(1, mode)
		add(call("Ratio.Percent "+string(mode), d, err))
	}

	v, err := ledger.Valuation{Quantity: ledger.MustParseAmount("0.375 tea/公斤/3")}.Price("12.3456", money.HalfUp)
	add(call("ledger.Valuation.Price", v.Exact+" "+v.Value.String(), err))

	big := decimal.New(12140005, -1)
	add(show("zh.Group", zh.Group(big), zh.Group(decimal.New(1, 12)), zh.Group(half)), show("zh.Plain", zh.Plain(half), zh.Plain(decimal.New(1, 12))),
		show("zh.InWan", zh.InWan(big)), show("zh.InYi", zh.InYi(decimal.New(15, 9))), show("zh.Yuan", zh.Yuan(amount)))
	s, err := zh.Compact(big, 1, money.HalfUp)
	add(call("zh.Compact", s, err))
	s, err = zh.Numeral(decimal.New(10203, -2))
	add(call("zh.Numeral", s, err))
	d, err = zh.ParseNumeral("一百零二点零三")
	add(call("zh.ParseNumeral", d, err))
	s, err = zh.Points(third, half, 1, money.HalfUp)
	add(call("zh.Points", s, err))
	s, err = zh.Capitals(amount)
	add(call("zh.Capitals", s, err))
	s, err = zh.Say(decimal.New(150386, 0), decimal.New(1, 4), zh.Wan, zh.Over, "人")
	add(call("zh.Say", s, err))
	f, err := zh.ParseFigure("约121.4万余元")
	lo, hi := f.Bounds()
	from, _ := lo.At()
	to, _ := hi.At()
	add(call("zh.ParseFigure", f, err), show("Figure.Bounds", from), show("Figure.Bounds", to),
		show("Figure.Contains", f.Contains(decimal.New(1214000, 0)), f.Contains(decimal.New(12149, 2)), f.Contains(decimal.New(122, 4))))

	figure, err := reporting.Say(
		reporting.Indicator{Code: "persons", Name: "服务人数", Basis: measure.Persons, Nature: reporting.Flow, Version: 1},
		decimal.New(150386, 0), reporting.Form{Step: measure.Int(10000), Scale: zh.Wan, Wording: zh.Over}, reporting.Origin{Grade: vocab.Fictitious})
	value, _ := figure.Value()
	add(call("reporting.Say", figure, err), show("Figure.Value", value), show("reporting.Interval", reporting.Interval(figure.Reading())))
	return out
}

// registeredCeilings are the operations that promise how much they allocate.
func registeredCeilings() []ceiling {
	var (
		day, other = cal.MustParse("2022-06-28"), cal.MustParse("2022-12-31")
		half       = cal.MustParsePeriod("2022-01-01/2022-07-01")
		a, b       = money.MustParse("1214000.50"), money.MustParse("0.07")
		yuan       = a.Decimal()
		county     = division.MustParse("350627")
		town       = division.MustParse("350627100")
		q          = measure.MustParseQuantity("12.5")
		hundred    = slices.Repeat([]money.Amount{a, b}, 50)
		amounts    = slices.Values(hundred)
		parts      = make([]money.Amount, 0, 12)
		buf        = make([]byte, 0, 256)
		resident   = identity.MustParseResidentID("11010519491231002X")
		rice       = ledger.MustParseAmount("10 rice/袋")
		entry      = ledger.Entry{Key: "1", Kind: ledger.Grant, Date: day, Legs: []ledger.Leg{{Account: ledger.Bank, Amount: ledger.Yuan(a)}}}
		body, _    = entry.Canonical()
	)
	return append(assistanceCeilings(), []ceiling{
		{"cal.Parse", 0, func() { _, _ = cal.Parse("2022-06-28") }},
		{"cal.Date arithmetic", 0, func() { _ = day.AddMonths(1).AddDays(3).Compare(other) }},
		{"cal.Date.AppendText", 0, func() { _, _ = day.AppendText(buf) }},
		{"cal.Age", 0, func() { _, _ = cal.Age(day, other, cal.CivilCode()) }},
		{"cal.Period.Contains", 0, func() { _ = half.Contains(day) }},
		{"money.Parse", 0, func() { _, _ = money.Parse("1214000.50") }},
		{"money.Amount arithmetic", 0, func() { _, _ = a.Add(b); _, _ = a.Sub(b); _ = a.Cmp(b) }},
		{"money.FromDecimal", 0, func() { _, _ = money.FromDecimal(yuan) }},
		{"money.SumOf", 0, func() { _, _ = money.SumOf(hundred...) }},
		{"money.Sum", 3, func() { _, _ = money.Sum(amounts) }}, // the loop's own, for an unknown iterator, however long
		{"money.Amount.AppendAllocate", 0, func() { _, _ = a.AppendAllocate(parts, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) }},
		{"money.Amount.AppendText", 0, func() { _, _ = a.AppendText(buf) }},
		{"division.Parse", 0, func() { _, _ = division.Parse("350627100") }},
		{"division.Code", 0, func() { _ = county.Contains(town); _ = town.Parent().At(division.Province) }},
		{"division.Code.AppendText", 0, func() { _, _ = town.AppendText(buf) }},
		{"names.Lookup", 0, func() { _, _ = names.Lookup(county) }},
		{"identity.CheckDigit", 0, func() { _, _ = identity.CheckDigit("11010519491231002") }},
		{"identity.ResidentID", 1, func() { _ = resident.StatedBirth(); _ = resident.StatedArea(); _ = resident.StatedSex() }},
		{"measure.ParseQuantity", 0, func() { _, _ = measure.ParseQuantity("12.5") }},
		{"measure.Quantity arithmetic", 0, func() { _, _ = q.Add(q); _, _ = q.Over(q); _ = q.Cmp(q) }},
		{"ledger.Amount arithmetic", 0, func() { _, _ = rice.Add(rice); _, _ = rice.Sub(rice); _ = rice.Neg().Sign() }},
		{"ledger.Share", 0, func() { _ = ledger.Share(100, 3, 7) }},
		{"ledger.Glance", 0, func() { _, _, _ = ledger.Glance(body, func(int64, []byte) {}) }},
		{"known.Value", 0, func() { _, _ = known.Of(a).Get() }},
		{"zh.AppendGroup", 0, func() { _ = zh.AppendGroup(buf, yuan) }},
		{"zh.AppendCapitals", 0, func() { _, _ = zh.AppendCapitals(buf, a) }},
	}...)
}
