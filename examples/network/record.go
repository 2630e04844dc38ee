package main

import (
	"cmp"
	"io/fs"
	"slices"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// A record is a folder that was read and checked.
type record struct {
	setup   setup
	network station.Network
	figures []reporting.Figure
	notes   []note
	hints   []problem
}

// read makes the record of a folder, or returns every problem in it.
func read(dir fs.FS) (record, error) {
	b := open(dir)
	r := record{setup: b.setup()}
	n := &r.network
	n.Name, n.Division, n.AsOf, n.Source = r.setup.Name, r.setup.Division, r.setup.AsOf, r.setup.Source
	b.stations(n)
	b.contracts(n)
	b.partners(n)
	b.oversight(n)
	r.figures = b.figures(r.setup)
	notes := load(b, "notes.csv", noteForm())
	slices.SortStableFunc(notes.rows, func(x, y entry[note]) int { return cmp.Compare(x.value.Order, y.value.Order) })
	r.notes = put(b, "notes", notes)
	b.strangers()

	if !b.incomplete() {
		b.check(r)
	}
	var err error
	r.hints, err = b.close()
	return r, err
}

// check judges the network as a whole.
func (b *book) check(r record) {
	b.judge(r.network.Validate())
	var l fault.List
	l.Add("scope", r.setup.Scope.Validate())
	for i, c := range r.network.Contracts {
		l.Add(fault.Index("contracts", i), c.CheckWords(zh.ParseCapitals))
	}
	b.judge(l.Err())
}

func (b *book) setup() setup {
	t := load(b, "network.csv", setupForm())
	row := entry[setup]{row: 1}
	if len(t.rows) == 1 {
		row = t.rows[0]
	} else if _, err := fs.Stat(b.dir, t.file); err == nil {
		b.note(place{t.ledger, 0, ""}, texts.New(errOneRow))
	}
	b.where[""] = place{t.ledger, row.row, ""}
	return row.value
}

func (b *book) stations(n *station.Network) {
	n.Authorities = put(b, "authorities", load(b, "authorities.csv", authorityForm()))
	n.Documents = put(b, "documents", load(b, "documents.csv", documentForm()))
	n.Brands = put(b, "brands", load(b, "brands.csv", brandForm()))
	n.Stations = put(b, "stations", load(b, "stations.csv", unchecked(station.StationForm())))
	for i, s := range n.Stations {
		b.history(fault.Index("stations", i), s)
	}
	n.Posts = put(b, "posts", load(b, "posts.csv", unchecked(station.PostForm())))
	n.Workers = put(b, "workers", load(b, "workers.csv", unchecked(station.WorkerForm())))
	for i, w := range n.Workers {
		for j, q := range w.Qualifications {
			path := fault.Index(fault.Index("workers", i)+".qualifications", j)
			b.column(path, station.QualificationLevels().Name(q.Level, chinese)+"取得时间")
		}
	}
	n.Assignments = put(b, "assignments", load(b, "assignments.csv", unchecked(station.AssignmentForm())))
}

// history says which column a change of status and an authority stand in, because the roster has one for each.
func (b *book) history(path string, s station.Station) {
	columns := map[station.Status]string{
		station.StatusPlanned: "筹建时间", station.StatusPlaqued: "挂牌时间", station.StatusOperating: "运营时间",
	}
	for j, c := range s.History {
		header := columns[c.Status]
		if delete(columns, c.Status); header == "" {
			header, columns = "后续状态", nil
		}
		b.column(fault.Index(path+".history", j), header)
	}
	b.column(path+".above", "指导单位编号")
	for j, o := range s.Above {
		if o.Role == station.RoleCompetent {
			b.column(fault.Index(path+".above", j), "主管部门编号")
		}
	}
}

// column says which column a path within a record stands in.
func (b *book) column(path, header string) {
	at := b.locate(path)
	at.header = header
	b.where[path] = at
}

func (b *book) contracts(n *station.Network) {
	n.Operators = put(b, "operators", load(b, "operators.csv", unchecked(contract.OperatorForm())))
	n.Contracts = put(b, "contracts", load(b, "contracts.csv", unchecked(contract.ContractForm())))
	id := func(c contract.Contract) contract.ID { return c.ID }
	b.indicators(n.Contracts)
	adopt(b, "contracts", n.Contracts, id, "items", load(b, "items.csv", itemForm()),
		func(c *contract.Contract) *[]contract.Item { return &c.Items })
	adopt(b, "contracts", n.Contracts, id, "funding", load(b, "funding.csv", fundingForm()),
		func(c *contract.Contract) *[]contract.Funding { return &c.Funding })
	adopt(b, "contracts", n.Contracts, id, "instalments", load(b, "instalments.csv", instalmentForm()),
		func(c *contract.Contract) *[]contract.Instalment { return &c.Instalments })
	adopt(b, "contracts", n.Contracts, id, "evaluations", load(b, "evaluations.csv", evaluationForm()),
		func(c *contract.Contract) *[]contract.Evaluation { return &c.Evaluations })
}

// indicators gives contracts their indicators, which have a row for each target. The rows are checked one by one, so what is
// wrong with a target is said there.
func (b *book) indicators(contracts []contract.Contract) {
	t := load(b, "kpis.csv", contract.KPIForm())
	for _, r := range t.rows {
		if !slices.ContainsFunc(contracts, func(c contract.Contract) bool { return c.ID == r.value.Contract }) {
			b.note(place{t.ledger, r.row, t.id}, texts.New(errOwner))
		}
	}
	for i, c := range contracts {
		var mine []entry[contract.KPIRow]
		for _, r := range t.rows {
			if r.value.Contract == c.ID {
				mine = append(mine, r)
			}
		}
		rows := put(b, fault.Index("kpis", i), table[contract.KPIRow]{t.ledger, mine})
		kpis, err := contract.KPIsOf(c.ID, rows)
		b.judge(fault.Of(err).Under(fault.Index("kpis", i)))
		contracts[i].KPIs = kpis
		slices.SortStableFunc(mine, func(x, y entry[contract.KPIRow]) int { return cmp.Compare(x.value.Part, y.value.Part) })
		for j, k := range kpis {
			b.parts(fault.Index(fault.Index("contracts", i)+".kpis", j), k.Code, table[contract.KPIRow]{t.ledger, mine})
		}
	}
}

// parts says where the targets and floors of an indicator stand, and the indicator itself: in its first row.
func (b *book) parts(path, code string, t table[contract.KPIRow]) {
	var targets, floors int
	for _, r := range t.rows {
		at := place{t.ledger, r.row, ""}
		if r.value.KPI != code {
			continue
		}
		if _, known := b.where[path]; !known {
			b.where[path] = at
		}
		if r.value.Kind == contract.FloorRow {
			b.where[fault.Index(path+".floors", floors)] = at
			floors++
		} else {
			b.where[fault.Index(path+".targets", targets)] = at
			targets++
		}
	}
}

func (b *book) partners(n *station.Network) {
	n.Partners = put(b, "partners", load(b, "partners.csv", unchecked(collab.PartnerForm())))
	n.Engagements = put(b, "engagements", load(b, "engagements.csv", unchecked(collab.EngagementForm())))
	n.Teams = put(b, "teams", load(b, "teams.csv", unchecked(collab.TeamForm())))
	n.Volunteers = put(b, "volunteers", load(b, "volunteers.csv", unchecked(collab.VolunteerForm())))
	n.Resources = put(b, "resources", load(b, "resources.csv", unchecked(collab.ResourceForm())))
	for _, s := range put(b, "frameworks", load(b, "frameworks.csv", schemeForm())) {
		if s.Central {
			central := collab.FiveParty()
			s.Framework.Pillars, s.Framework.Sources = central.Pillars, central.Sources
		}
		n.Frameworks = append(n.Frameworks, s.Framework)
	}
	adopt(b, "frameworks", n.Frameworks, func(f collab.Framework) string { return f.Name }, "pillars",
		load(b, "pillars.csv", pillarForm()), func(f *collab.Framework) *[]collab.Pillar { return &f.Pillars })
	n.Pairings = put(b, "pairings", load(b, "pairings.csv", pairingForm()))
}

func (b *book) oversight(n *station.Network) {
	n.Ratings = put(b, "ratings", load(b, "ratings.csv", ratingForm()))
	adopt(b, "ratings", n.Ratings, func(r station.Rating) station.RatingID { return r.ID }, "steps",
		load(b, "steps.csv", stepForm()), func(r *station.Rating) *[]station.RatingStep { return &r.Steps })
	n.Supervisions = put(b, "supervisions", load(b, "supervisions.csv", supervisionForm()))
	adopt(b, "supervisions", n.Supervisions, func(s station.Supervision) station.SupervisionID { return s.ID }, "supervisors",
		load(b, "supervisors.csv", supervisorForm()), func(s *station.Supervision) *[]station.Supervisor { return &s.Supervisors })
	n.Bulletins = put(b, "bulletins", load(b, "bulletins.csv", bulletinForm()))
	adopt(b, "bulletins", n.Bulletins, func(x station.SupervisionBulletin) station.BulletinID { return x.ID }, "findings",
		load(b, "findings.csv", findingForm()), func(x *station.SupervisionBulletin) *[]station.Finding { return &x.Findings })
	n.Meetings = put(b, "meetings", load(b, "meetings.csv", meetingForm()))
	adopt(b, "meetings", n.Meetings, func(m station.Meeting) meetingID { return m.ID }, "attendees",
		load(b, "attendees.csv", attendeeForm()), func(m *station.Meeting) *[]station.Attendee { return &m.Attendees })
}

// figures quotes the published figures. Nothing stands behind them here, so they are 未核验.
func (b *book) figures(s setup) []reporting.Figure {
	var figures []reporting.Figure
	t := load(b, "figures.csv", publishedForm())
	for i, p := range put(b, "figures", t) {
		p.Indicator.Version = 1
		f, err := reporting.Quote(p.Indicator, p.Phrase, reporting.Origin{Source: s.Source.Text, Grade: vocab.Reported})
		b.judge(fault.Of(err).Under(fault.Index("figures", i)))
		figures = append(figures, f)
	}
	return figures
}
