package station

import (
	"cmp"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
)

// Validate returns nil or, as a fault.List, every problem of every entity and of how they fit together: repeated IDs
// ([ErrDuplicate]), references to nothing ([ErrReference]), stations outside the network's division ([ErrOutside]), members of
// something that is no centre ([ErrCentre]), stations and zones last known to operate without a post since ([ErrNoPost]), workers
// on more than full time ([ErrShares]), scores and grades that their scheme does not bear out, documents that follow
// themselves ([ErrChain]), two contracts at once for one station and service (contract.ErrOverlap), and what package collab
// says of teams. Every rule looks at all entities, whatever else is wrong with them. Where a place accepts a deviation, such
// as stations without posts, it says so: fault.Of(err).Except(station.ErrNoPost).
//
// Nothing is compared with a gazetteer and no staffing floor is applied; for these see [Index.Coverage] and [Index.Audit].
// Pairings may name stations of another network.
func (n *Network) Validate() error {
	c := checker{net: n, x: n.Index(), found: check.Struct(n), said: make(map[string]bool)}
	for _, f := range c.found {
		c.said[f.Error()] = true
	}
	c.found = append(c.found, n.AsOf.rules().Under("as_of")...)
	refer(&c, "source.authority", n.Source.Authority, c.x.authorities)
	c.above()
	c.stations()
	c.staff()
	c.ratings()
	c.supervision()
	c.contracts()
	c.partners()
	return c.found.Err()
}

// A checker gathers the problems of a network. said holds what the tags of the whole network said, which the entities repeat.
type checker struct {
	net   *Network
	x     *Index
	found fault.List
	said  map[string]bool
}

func (c *checker) add(path string, code fault.Code) { c.found.Add(path, catalogue().New(code)) }

// each validates the entities of one list, reports IDs that an earlier one has, and asks more of every entity. A list without
// IDs has a nil id.
func each[K ~string, T interface{ Validate() error }](
	c *checker, path string, items []T, id func(T) K, more func(at string, t T),
) {
	first := make(map[K]bool, len(items))
	for i, item := range items {
		at := fault.Index(path, i)
		for _, f := range fault.Of(item.Validate()).Under(at) {
			if !c.said[f.Error()] {
				c.found = append(c.found, f)
			}
		}
		if id != nil && id(item) != "" {
			if first[id(item)] {
				c.add(at+".id", ErrDuplicate)
			}
			first[id(item)] = true
		}
		if more != nil {
			more(at, item)
		}
	}
}

// refer reports a reference that nothing in the network answers to; no reference is none.
func refer[K, R ~string](c *checker, path string, ref R, in map[K]int) {
	if _, ok := in[K(ref)]; !ok && ref != "" {
		c.add(path, ErrReference)
	}
}

// refers reports those of a list of references.
func refers[K, R ~string](c *checker, path string, refs []R, in map[K]int) {
	for i, r := range refs {
		refer(c, fault.Index(path, i), r, in)
	}
}

// above looks at authorities, at what they own and issue, and at their meetings.
func (c *checker) above() {
	n, x := c.net, c.x
	each(c, "authorities", n.Authorities, Authority.id, nil)
	each(c, "brands", n.Brands, Brand.id, func(at string, b Brand) { refer(c, at+".owner", b.Owner, x.authorities) })
	each(c, "documents", n.Documents, PolicyReference.id, func(at string, d PolicyReference) {
		refer(c, at+".follows", d.Follows, x.documents)
		if chain := x.Chain(d.ID); len(chain) > 0 && chain[0].Follows == d.ID && d.ID != "" {
			c.add(at+".follows", ErrChain)
		}
	})
	each(c, "meetings", n.Meetings, func(m Meeting) MeetingID { return m.ID }, func(at string, m Meeting) {
		refers(c, at+".hosts", m.Hosts, x.authorities)
		refers(c, at+".conveys", m.Conveys, x.documents)
		for i, a := range m.Attendees {
			refer(c, fault.Index(at+".attendees", i)+".authority", a.Authority, x.authorities)
		}
	})
	each(c, "rollouts", n.Rollouts, func(r Rollout) RolloutID { return r.ID }, func(at string, r Rollout) {
		refer(c, at+".issuer", r.Issuer, x.authorities)
	})
	each[string](c, "counts", n.Counts, nil, nil)
}

func (c *checker) stations() {
	within := c.net.Division
	each(c, "stations", c.net.Stations, Station.id, func(at string, s Station) {
		refer(c, at+".centre", s.Centre, c.x.stations)
		refer(c, at+".brand", s.Brand, c.x.brands)
		for i, o := range s.Above {
			refer(c, fault.Index(at+".above", i)+".authority", o.Authority, c.x.authorities)
		}
		if centre, ok := c.x.Station(s.Centre); ok && s.Centre != "" && (centre.Tier != TierCounty || s.Centre == s.ID) {
			c.add(at+".centre", ErrCentre)
		}
		if !within.IsZero() && !s.Division.IsZero() && !within.Contains(s.Division) {
			c.add(at+".division", ErrOutside)
		}
		if c.unmanned(s) {
			c.add(at, ErrNoPost)
		}
	})
}

// unmanned reports whether the station is last known to operate and has had no post since. Centres and village points may
// do without.
func (c *checker) unmanned(s Station) bool {
	last := len(s.History) - 1
	if last < 0 || s.History[last].Status != StatusOperating || s.Tier != TierTownship && s.Tier != TierZone {
		return false
	}
	since, _ := bounds(s.History[last].Since)
	return !slices.ContainsFunc(c.x.PostsAt(s.ID), func(p Post) bool {
		_, end := bounds(p.Tenure.To)
		return !end.Before(since)
	})
}

func (c *checker) staff() {
	each(c, "posts", c.net.Posts, Post.id, func(at string, p Post) { refer(c, at+".station", p.Station, c.x.stations) })
	each(c, "workers", c.net.Workers, Worker.id, nil)
	each[string](c, "assignments", c.net.Assignments, nil, func(at string, a Assignment) {
		refer(c, at+".worker", a.Worker, c.x.workers)
		refer(c, at+".post", a.Post, c.x.posts)
	})
	byWorker := make(map[WorkerID][]int)
	for i, a := range c.net.Assignments {
		byWorker[a.Worker] = append(byWorker[a.Worker], i)
	}
	var over []int
	for _, indices := range byWorker {
		over = append(over, c.overcommitted(indices)...)
	}
	slices.Sort(over)
	for _, i := range over {
		c.add(fault.Index("assignments", i)+".share", ErrShares)
	}
}

// overcommitted returns the assignments of one worker with whose beginning the shares exceed full time, as far as the rough
// dates leave no doubt.
func (c *checker) overcommitted(indices []int) (over []int) {
	type change struct {
		day   cal.Date
		share int64 // negative at an end
		i     int
	}
	var changes []change
	for _, i := range indices {
		a := c.net.Assignments[i]
		if sure := a.Tenure.sure(); !sure.IsZero() {
			changes = append(changes, change{sure.From(), bounded(a.Share), i})
			if !sure.Open() {
				changes = append(changes, change{sure.Until(), -bounded(a.Share), i})
			}
		}
	}
	slices.SortStableFunc(changes, func(a, b change) int {
		return cmp.Or(a.day.Compare(b.day), cmp.Compare(min(a.share, 0), min(b.share, 0)), cmp.Compare(a.i, b.i)) // ends first
	})
	total := int64(0)
	for _, ch := range changes {
		total += ch.share
		if ch.share > 0 && total > wholeTime {
			over = append(over, ch.i)
		}
	}
	return over
}

func (c *checker) ratings() {
	each(c, "schemes", c.net.Schemes, RatingScheme.id, func(at string, s RatingScheme) {
		refer(c, at+".issuer", s.Issuer, c.x.authorities)
	})
	each(c, "ratings", c.net.Ratings, func(r Rating) RatingID { return r.ID }, func(at string, r Rating) {
		refer(c, at+".station", r.Station, c.x.stations)
		refer(c, at+".scheme", r.Scheme, c.x.schemes)
		for i, s := range r.Steps {
			refer(c, fault.Index(at+".steps", i)+".by", s.By, c.x.authorities)
		}
		if scheme, ok := pick(c.x.schemes, c.net.Schemes, r.Scheme); ok {
			c.found.Add(at, scheme.Check(r))
		}
	})
}

func (c *checker) supervision() {
	id := func(s Supervision) SupervisionID { return s.ID }
	each(c, "supervisions", c.net.Supervisions, id, func(at string, s Supervision) {
		refer(c, at+".by", s.By, c.x.authorities)
		refers(c, at+".stations", s.Stations, c.x.stations)
		for i, p := range s.Supervisors {
			refer(c, fault.Index(at+".supervisors", i)+".worker", p.Worker, c.x.workers)
		}
	})
	supervisions := places(c.net.Supervisions, id)
	each(c, "bulletins", c.net.Bulletins, func(b SupervisionBulletin) BulletinID { return b.ID }, func(at string, b SupervisionBulletin) {
		refer(c, at+".issuer", b.Issuer, c.x.authorities)
		refer(c, at+".supervision", b.Supervision, supervisions)
		refers(c, at+".subjects", b.Subjects, c.x.stations)
		for i, f := range b.Findings {
			refer(c, fault.Index(at+".findings", i)+".station", f.Station, c.x.stations)
		}
	})
}

func (c *checker) contracts() {
	id := func(o contract.Operator) contract.OperatorID { return o.ID }
	operators := places(c.net.Operators, id)
	each(c, "operators", c.net.Operators, id, nil)
	each(c, "contracts", c.net.Contracts, func(k contract.Contract) contract.ID { return k.ID }, func(at string, k contract.Contract) {
		refer(c, at+".operator", k.Operator, operators)
		refers(c, at+".sites", k.Sites, c.x.stations)
	})
	c.found = append(c.found, contract.Overlaps(c.net.Contracts).Under("contracts")...)
}

// partners looks at what package collab records; teams and volunteers among themselves are its own affair.
func (c *checker) partners() {
	n := c.net
	id := func(p collab.Partner) collab.PartnerID { return p.ID }
	partners := places(n.Partners, id)
	both := func(at, station string, partner collab.PartnerID) {
		refer(c, at+".station", station, c.x.stations)
		refer(c, at+".partner", partner, partners)
	}
	each[string](c, "frameworks", n.Frameworks, nil, nil)
	each(c, "partners", n.Partners, id, nil)
	each[string](c, "engagements", n.Engagements, nil, func(at string, e collab.Engagement) { both(at, e.Station, e.Partner) })
	each(c, "resources", n.Resources, func(r collab.Resource) collab.ResourceID { return r.ID },
		func(at string, r collab.Resource) { both(at, r.Station, r.Partner) })
	each[string](c, "teams", n.Teams, nil, func(at string, t collab.Team) { both(at, t.Station, t.Partner) })
	each[string](c, "volunteers", n.Volunteers, nil, func(at string, v collab.Volunteer) { both(at, v.Station, "") })
	each[string](c, "pairings", n.Pairings, nil, nil)
	c.found = append(c.found, collab.CheckTeams(n.Teams, n.Volunteers)...)
}
